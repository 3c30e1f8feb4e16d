"""The sheet «Календарь»: the plan as bars along weeks or months, a row a measure, to be read and to be printed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import date_text, shortened, tidy
from mentoring_xl.deadlines import RECURRING
from mentoring_xl.schema.choices import STEP_LEVELS
from mentoring_xl.schema.states.steps import DONE, OVERDUE

from .axis import axis_of, period_title
from .bars import Chart, stretches_of
from .marks import HEAD, MARKS, STAGE, STAGE_ROW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.deadlines import Deadline, Plan
    from mentoring_xl.schema.tables import Step

    from .timetable import Timetable

SHEET = "Календарь"
MARGINS = (10, 10, 16, 10)
_TITLES = ("№", "Этап, мероприятие", "Срок")
_LEFT = len(_TITLES)
_NUMBER, _TITLE, _DEADLINE = 6.5, 52.0, 17.0
_CHART, _WIDEST_SLOT = 72.0, 6.0
_LINE_PT, _LETTER, _INDENT = 12.0, 0.8, 1.5
_DEEPEST = 3
_LONGEST, _LONGEST_WORDS = (12, 190, 70), 90
_NOW = (MARKS[OVERDUE].fill, MARKS[OVERDUE].ink)
_STAGE_LEVEL = STEP_LEVELS.values[0]


@dataclass(frozen=True)
class _Row:
    """A row of the plan: as it is today, its deadline, the words that the deadline was read from, and its depth."""

    step: Step
    deadline: Deadline
    words: str
    depth: int


def gantt(plan: Timetable, period: Plan, today: dt.date, soon_days: int, school: str = "") -> Page:
    """Draw the plan: its rows in sheet order, a bold bar for each section, colours and signs by state.

    period: what the axis covers. soon_days: what «скоро» means. A row without a date says its state in words.
    """
    axis = axis_of(period)
    chart = Chart(axis, _LEFT, axis.at(today))
    rows = _rows(plan, today, soon_days)
    slot = min(_WIDEST_SLOT, _CHART / len(axis.slots))
    widths = (_NUMBER, _TITLE + _CHART - slot * len(axis.slots), _DEADLINE, *[slot] * len(axis.slots))
    title = " · ".join(filter(None, (f"Календарь плана на {period_title(period)}", school)))
    top = (
        Line((Piece(title, 0, len(widths), Look.HEADING),), 22),
        Line((Piece(_caption(rows, today, chart), 0, len(widths), Look.CAPTION),), 14),
        *_legend({row.step.state for row in rows}, chart, widths),
        Line(height=5),
    )
    body = (
        line
        for section, members in groupby(rows, lambda row: row.step.section)
        for line in _section(section, tuple(members), chart, widths)
    )
    return Page(widths, (*top, *_head(chart), *body), len(top), MARGINS, heads=2, wide=True)


def _rows(plan: Timetable, today: dt.date, soon_days: int) -> tuple[_Row, ...]:
    depths = (min(plan.family.depth(at), _DEEPEST) for at in range(len(plan.steps)))
    return tuple(map(_Row, plan.examined(today, soon_days), plan.holding(), plan.words(), depths))


def _caption(rows: Sequence[_Row], today: dt.date, chart: Chart) -> str:
    said = f"На {date_text(today)}: {'этот день вне плана' if chart.now is None else 'столбец этого дня отмечен'}."
    if not rows:
        return f"{said} Дорожная карта пуста: впишите мероприятия и нажмите «Календарь плана» снова."
    if not any(stretches_of(row.deadline) for row in rows):
        said += " Сроков с датами в плане нет: впишите их в «Срок реализации» и нажмите «Календарь плана» снова."
    return said


def _legend(states: Iterable[str], chart: Chart, widths: Sequence[float]) -> Iterator[Line]:
    """Explain the signs that are used; each takes one narrow cell and as many to the right as its word needs."""
    shown = set(states)
    marks = [(mark, state) for state, mark in MARKS.items() if state in shown]
    at, pieces = 0, [Piece("Обозначения:", 0, _LEFT, Look.CAPTION)]
    for mark, word in (*marks, (STAGE, "этап целиком")):
        span = math.ceil((len(word) * _LETTER + 2.5) / widths[-1])
        if at and at + 1 + span > len(chart.axis.slots):
            yield Line(tuple(pieces), 15)
            at, pieces = 0, []
        span = min(span, max(len(chart.axis.slots) - at - 1, 1))
        pieces += [chart.cell(mark, at), Piece(f" {word}", _LEFT + at + 1, span, Look.CAPTION)]
        at += 1 + span
    yield Line(tuple(pieces), 15)


def _head(chart: Chart) -> tuple[Line, Line]:
    bands, at = [Piece("", 0, _LEFT, Look.SCALE, HEAD)], _LEFT
    for label, span in chart.axis.bands():
        bands.append(Piece(label, at, span, Look.SCALE, HEAD))
        at += span
    titles = (Piece(title, at, 1, Look.SCALE, HEAD) for at, title in enumerate(_TITLES))
    slots = (
        Piece(slot.label, _LEFT + at, 1, Look.SCALE, *_NOW if at == chart.now else (HEAD, ""))
        for at, slot in enumerate(chart.axis.slots)
    )
    return Line(tuple(bands), 15), Line((*titles, *slots), 15)


def _section(section: str, rows: Sequence[_Row], chart: Chart, widths: Sequence[float]) -> Iterator[Line]:
    """Draw a section under a bar from its first day to its last: that of its own row, or of a row made for it."""
    days = [day for row in rows for stretch in stretches_of(row.deadline) for day in stretch if day]
    whole = tuple(chart.bars([(min(days), max(days))] if days else [], STAGE, STAGE_ROW))
    if tidy(section) and not any(row.step.level == _STAGE_LEVEL for row in rows):
        yield _line(("", section, ""), whole, widths, Look.STRONG)
    for row in rows:
        texts = (row.step.number, row.step.title, row.words if _is_drawn(row) else "")
        if row.step.level == _STAGE_LEVEL:
            yield _line(texts, whole, widths, Look.STRONG)
        else:
            yield _line(texts, _drawn(row, chart), widths, Look.LABEL, row.depth)


def _line(texts: tuple[str, ...], chart: Iterable[Piece], widths: Sequence[float], look: Look, depth: int = 0) -> Line:
    number, title, words = (shortened(text, limit) for text, limit in zip(texts, _LONGEST, strict=True))
    fill = STAGE_ROW if look is Look.STRONG else ""
    labels = (
        Piece(number, 0, 1, Look.TALLY if fill else Look.COUNT, fill),
        Piece(title, 1, 1, look, fill, indent=depth),
        Piece(words, 2, 1, look, fill),
    )
    room = ((widths[1] - _INDENT * depth) / _LETTER, widths[2] / _LETTER)
    lines = max(lines_of(text, width) for text, width in zip((title, words), room, strict=True))
    return Line((*labels, *chart), _LINE_PT * lines + 3)


def _is_drawn(row: _Row) -> bool:
    return bool(stretches_of(row.deadline)) or row.deadline.kind == RECURRING


def _drawn(row: _Row, chart: Chart) -> Iterator[Piece]:
    """Draw a row without a date as its state and the words of its deadline, for which there is room along the axis."""
    step, mark = row.step, MARKS[row.step.state]
    if _is_drawn(row):
        yield from chart.bars(stretches_of(row.deadline) or ((chart.axis.start, chart.axis.end),), mark)
        return
    words = shortened(row.words, _LONGEST_WORDS)
    done_on = f" {date_text(step.done_on)}" if step.state == DONE and step.done_on else ""
    yield chart.words(f"{mark.sign} {step.state}{done_on}{f': {words}' if words else ''}", mark)
