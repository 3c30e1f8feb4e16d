"""The sheet «Сводка»: how many measures are in each state, of the whole plan, by stage and by responsible, as bars."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import date_text, fold, shortened, tidy
from mentoring_xl.schema.states.steps import AHEAD, DONE, GOING_ON, NO_DEADLINE, OVERDUE, SOON

from .agenda import answering_for, key_of, shown
from .axis import period_title
from .gantt import MARGINS
from .marks import HEAD, MARKS, STAGE_ROW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.deadlines import Plan
    from mentoring_xl.schema.tables import Step

    from .timetable import Timetable

SHEET = "Сводка"
NOBODY, NO_STAGE = "ответственный не указан", "без раздела"
_ALWAYS_SHOWN = frozenset({DONE, OVERDUE, SOON, GOING_ON, AHEAD, NO_DEADLINE})
_NAME, _COUNT, _CELL, _CELLS = 44.0, 9.6, 1.25, 40
_LINE_PT, _LETTER = 12.0, 0.8
_LONGEST_NAME = 160


def overview(plan: Timetable, period: Plan, today: dt.date, soon_days: int, school: str = "") -> Page:
    """Count the rows without rows below them by state: each is done or not by itself.

    A row with several responsible counts for each of them; one without any has those of the row above it. Stages
    stand in sheet order, the responsible with the most overdue rows first. Of the states without rows only the common
    ones have a column.
    """
    examined = plan.examined(today, soon_days)
    above, answering = set(plan.family.parents), answering_for(plan)
    leaves = [at for at in range(len(examined)) if at not in above]
    whole = Counter(examined[at].state for at in leaves)
    states = tuple(state for state in MARKS if whole[state] or state in _ALWAYS_SHOWN)
    stages = _counted([(examined[at].state, _stage(examined[at])) for at in leaves], NO_STAGE)
    people = _counted(
        [(examined[at].state, {key_of(one): shown(one) for one in answering[at]}) for at in leaves], NOBODY
    )
    busiest = dict(sorted(people.items(), key=lambda item: (-item[1][OVERDUE], -item[1].total(), item[0])))
    widths = (_NAME, *[_COUNT] * (len(states) + 1), *[_CELL] * _CELLS)
    title = " · ".join(filter(None, (f"Сводка по плану на {period_title(period)}", school)))
    said = f"На {date_text(today)}. Считаются строки плана, под которыми нет других строк."
    lines = (
        Line((Piece(title, 0, len(widths), Look.HEADING),), 22),
        Line((Piece(said, 0, len(widths), Look.CAPTION),), 14),
        Line(height=5),
        _head(states),
        _row("Весь план", whole, states, whole.total(), Look.STRONG),
        *_group("По этапам", stages, states, len(widths)),
        *_group("По ответственным", busiest, states, len(widths)),
    )
    return Page(widths, lines, 3, MARGINS, wide=True)


def _stage(step: Step) -> dict[str, str]:
    return {fold(step.section): tidy(step.section)} if tidy(step.section) else {}


def _counted(rows: Iterable[tuple[str, Mapping[str, str]]], nameless: str) -> dict[str, Counter[str]]:
    """Count states by name; names with the same key are one, that of the first."""
    shown_as: dict[str, str] = {}
    counts: dict[str, Counter[str]] = {}
    for state, names in rows:
        for key, name in (names or {"": nameless}).items():
            counts.setdefault(shown_as.setdefault(key, name), Counter())[state] += 1
    return counts


def _head(states: Sequence[str]) -> Line:
    titles = ("", "Всего", *(f"{MARKS[state].sign}\n{state}" for state in states))
    pieces = (Piece(title, at, 1, Look.TALLY, HEAD) for at, title in enumerate(titles))
    return Line((*pieces, Piece("Длина полосы – число строк", len(titles), _CELLS, Look.TALLY, HEAD)), 3 * _LINE_PT + 4)


def _group(title: str, rows: Mapping[str, Counter[str]], states: Sequence[str], columns: int) -> Iterator[Line]:
    yield Line((Piece(title, 0, columns, Look.STRONG, STAGE_ROW),), 18)
    largest = max((found.total() for found in rows.values()), default=1)
    for name, found in rows.items():
        yield _row(name, found, states, largest, Look.LABEL)


def _row(name: str, found: Counter[str], states: Sequence[str], largest: int, look: Look) -> Line:
    shown = shortened(name, _LONGEST_NAME)
    counts = (found.total(), *(found[state] for state in states))
    inks = ("", *(MARKS[OVERDUE].fill if state == OVERDUE else "" for state in states))
    cells = (
        Piece(str(count) if count else "", at, 1, Look.TALLY if ink else Look.COUNT, ink=ink)
        for at, (count, ink) in enumerate(zip(counts, inks, strict=True), 1)
    )
    bars = _bars(found, round(_CELLS * found.total() / max(largest, 1)), len(states) + 2)
    return Line((Piece(shown, 0, 1, look), *cells, *bars), max(18.0, _LINE_PT * lines_of(shown, _NAME / _LETTER) + 4))


def _bars(found: Counter[str], length: int, at: int) -> Iterator[Piece]:
    """Lay the states of a row side by side, each as long as its share and at least one cell, with sign and count."""
    for state, span in _shares([(state, found[state]) for state in MARKS if found[state]], length):
        mark = MARKS[state]
        yield Piece(f"{mark.sign} {found[state]}" if span > 2 else mark.sign, at, span, Look.MARK, mark.fill, mark.ink)
        at += span


def _shares(counts: Sequence[tuple[str, int]], length: int) -> list[tuple[str, int]]:
    """Divide a length among counts, one cell to each beforehand and what rounding leaves to the largest remainders."""
    whole, spare = sum(count for _, count in counts), max(length - len(counts), 0)
    exact = [(state, 1 + spare * count / whole) for state, count in counts]
    left = spare + len(counts) - sum(int(share) for _, share in exact)
    favoured = {state for state, _ in sorted(exact, key=lambda item: int(item[1]) - item[1])[:left]}
    return [(state, int(share) + (state in favoured)) for state, share in exact]
