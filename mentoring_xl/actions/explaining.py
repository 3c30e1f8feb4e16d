"""«Почему эта пара»: what is told of the selected row, or of people named in a command; nothing is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, number_text, shortened, tidy
from mentoring_xl.matching import ledger
from mentoring_xl.matching.explaining import stories, unpaired
from mentoring_xl.matching.explaining.alone import why_free, why_not_waiting
from mentoring_xl.matching.explaining.pair import Standpoint
from mentoring_xl.matching.explaining.wording import gain_text, named
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import OVER, PROPOSED
from mentoring_xl.schema.tables import Mentee, Mentor, Pair, Setting, Unpaired

from .choosing import chosen, settled
from .gathering import gather
from .naming import seats_called

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.selection import Selection
    from mentoring_xl.matching.explaining.choice import Choice
    from mentoring_xl.matching.explaining.pair import PairStory
    from mentoring_xl.matching.facts import Facts

_SELECT = (
    "Выберите строку листа «Пары», «Без пары», «Банк наставляемых» или «Банк наставников» либо клетку листа "
    "«Карта подбора» и нажмите кнопку снова."
)


@dataclass(frozen=True)
class Told:
    """An explanation. lines: for a person. data: the same for programs, as JSON has it."""

    lines: tuple[str, ...]
    data: dict[str, object]


def explain_pair(
    tables: Tables, today: dt.date, progress: Progress = quiet, *, selection: Selection | None = None
) -> Outcome:
    """Explain the selected row; the summary is the explanation, there are no edits and no findings."""
    mentee, mentor = _codes_at(tables, selection) if selection else ("", "")
    if not (code_key(mentee) or code_key(mentor)):
        return Outcome(summary=(_SELECT,))
    facts = gather(tables, Settings(tables[Setting]), today)
    row, column = facts.row_of.get(code_key(mentee)), facts.column_of.get(code_key(mentor))
    for code, place, sheet in ((mentee, row, Mentee.spec.sheet), (mentor, column, Mentor.spec.sheet)):
        if code_key(code) and place is None:
            said = shortened(code, 60)
            return Outcome(summary=(f"Кода «{said}» на листе «{sheet}» нет. Исправьте код и нажмите кнопку снова.",))
    return Outcome(summary=_told(tables, facts, (row, column), progress).lines)


def explained(tables: Tables, today: dt.date, who: Sequence[str]) -> Told:
    """Explain people named by code or full name: a mentee, a mentor, or one of each. Raises BookError."""
    facts = gather(tables, Settings(tables[Setting]), today)
    return _told(tables, facts, seats_called(facts, who), quiet)


def _codes_at(tables: Tables, selection: Selection) -> tuple[str, str]:
    """Return the codes of mentee and mentor that the selected cell is about, "" for one that it is not about."""
    for row in (*tables[Pair], *tables[Unpaired], *tables[Mentee], *tables[Mentor]):
        if row.at and (row.at.sheet, row.at.row) == (selection.sheet, selection.row):
            match row:
                case Pair():
                    return row.mentee_code, row.mentor_code
                case Unpaired():
                    return row.mentee_code, ""
                case Mentee():
                    return row.code, ""
                case Mentor():
                    return "", row.code
    from mentoring_xl.matching.picturing import heatmap

    inside = selection.row <= len(selection.values) and selection.sheet == heatmap.SHEET
    return heatmap.codes_at(selection.values, selection.row - 1, selection.column - 1) if inside else ("", "")


def _told(tables: Tables, facts: Facts, seat: tuple[int | None, int | None], progress: Progress) -> Told:
    progress("Подбор", 1, 2)
    choice = chosen(tables, facts)
    progress("Подбор", 2, 2)
    row, column = seat
    if row is None:
        return _of_mentor(choice, column or 0)
    seats = [(row, column)] if column is not None else [(row, one) for one in choice.mentors_of.get(row, ())]
    return _of_pairs(tables, choice, seats) if seats else _of_unpaired(tables, choice, row)


def _of_pairs(tables: Tables, choice: Choice, seats: Sequence[tuple[int, int]]) -> Told:
    facts, found = choice.board.facts, stories(choice, seats)
    blocks = [(*story.lines, *_as_it_stands(tables, facts, story)) for story in found]
    data = [{**_pair_data(facts, story), "lines": list(lines)} for story, lines in zip(found, blocks, strict=True)]
    lines = [line for block in blocks for line in ("", *block)][1:]
    return Told(tuple(lines), {"pairs": data})


def _as_it_stands(tables: Tables, facts: Facts, story: PairStory) -> Iterator[str]:
    """Say so when the row on «Пары» is over, or proposes what would not be proposed any more."""
    two = code_key(facts.mentees[story.row].code), code_key(facts.mentors[story.column].code)
    states = {ledger.state(pair) for pair in tables[Pair] if ledger.key(pair) == two}
    if PROPOSED in states and story.standpoint in {Standpoint.PASSED_OVER, Standpoint.FORBIDDEN}:
        yield "На листе «Пары» она предложена, а по нынешним данным и настройкам – нет: нажмите «Пересчитать пары»."
    elif over := states & OVER:
        yield f"На листе «Пары» эта пара {' и '.join(sorted(over))}."


def _pair_data(facts: Facts, story: PairStory) -> dict[str, object]:
    found = story.replacement
    return {
        "mentee": tidy(facts.mentees[story.row].code),
        "mentor": tidy(facts.mentors[story.column].code),
        "standpoint": story.standpoint.name.lower(),
        "points": story.tenths / 10,
        "standing": story.standing and asdict(story.standing),
        "replacement": found
        and {
            "mentor": None if found.other is None else tidy(facts.mentors[found.other].code),
            "people_lost": found.loss.paired,
            "points_lost": found.loss.points / 10,
        },
    }


def _of_unpaired(tables: Tables, choice: Choice, row: int) -> Told:
    """Tell why a mentee has nobody, what would give him somebody, and who comes nearest."""
    mentee = choice.board.facts.mentees[row]
    data: dict[str, object] = {"mentee": tidy(mentee.code)}
    if row not in choice.unpaired:
        found = "ещё одного наставника не нашлось" if row in choice.line_of else "наставник сейчас не подбирается"
        said = f"{named(mentee)} – {found}: {why_not_waiting(choice.board.facts, settled(tables), row)}."
        return Told((said,), {**data, "reason": said})
    story = unpaired(choice, row, Settings(tables[Setting]).whole("candidates"))
    about = {"reason": story.reason, "change": story.remedy.text, "nearest": story.nearest}
    return Told(story.lines, {**data, **{name: text.split("\n") for name, text in about.items()}})


def _of_mentor(choice: Choice, column: int) -> Told:
    """Tell how a mentor's places are taken, and what one more would bring."""
    board, rows = choice.board, choice.mentees_of.get(column, ())
    mentor, gain = board.facts.mentors[column], choice.changes.extra_places()[column]
    have = [f"{named(board.facts.mentees[row])} ({number_text(board.points(row, column), 1)})" for row in rows]
    left, alone = choice.places_left[column], "" if rows else why_free(choice, column)
    lines = (
        f"{named(mentor)}: наставляемых {len(rows)}, свободных мест {left}.",
        f"С кем: {', '.join(have)}." if have else f"Почему никого: {alone}.",
        f"Ещё одно место прибавило бы всему подбору: {gain_text(gain)}.",
    )
    data = {
        "mentor": tidy(mentor.code),
        "mentees": [tidy(board.facts.mentees[row].code) for row in rows],
        "places_left": left,
        "reason": alone,
        "extra_place": {"people": gain.paired, "points": gain.points / 10},
    }
    return Told(lines, data)
