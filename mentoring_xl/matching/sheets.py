"""What the program fills in on «Пары» and «Без пары»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.tables import Unpaired

from .explain import nearest, reasons, why_unpaired
from .facts import TEACHER, group
from .forms import fitting_form, mentee_side, mentor_side
from .ledger import DISSOLVED, DONE, WITHDRAWN, key, state, touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.schema.tables import Mentee, Mentor, Pair

    from .board import Board
    from .facts import Facts

_OVER = frozenset({DONE, DISSOLVED})


def pair_rows(board: Board, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Fill numbers, codes, names, blank forms, points and reasons; pairs that are over keep points and reasons."""
    busy = overloaded(board.facts, pairs) if "load" in board.rules.on else {}
    return tuple(_filled(board, pair, busy).but(number=number) for number, pair in enumerate(pairs, 1))


def _filled(board: Board, pair: Pair, busy: Mapping[str, tuple[int, int]]) -> Pair:
    facts, (mentee_key, mentor_key) = board.facts, key(pair)
    row, column = facts.row_of.get(mentee_key), facts.column_of.get(mentor_key)
    values: dict[str, object] = {}
    if row is not None:
        values["mentee_name"] = tidy(facts.mentees[row].full_name)
    if column is not None:
        values["mentor_name"] = tidy(facts.mentors[column].full_name)
    if mentee_key and mentor_key:
        values["code"] = pair_code(facts, pair)
    if row is not None and column is not None:
        values["form"] = pair.form or _form(facts.mentees[row], facts.mentors[column])
        if state(pair) not in _OVER:
            further = [_load_text(*busy[mentor_key])] if mentor_key in busy and state(pair) != WITHDRAWN else []
            values["points"] = board.points(row, column)
            values["reasons"] = reasons(board, row, column, further)
    return pair.but(**values)


def pair_code(facts: Facts, pair: Pair) -> str:
    """Return «Н-1/М-2», the codes as the banks write them; a code that names nobody as it is typed."""
    mentee, mentor = key(pair)
    left = facts.mentees[facts.row_of[mentee]].code if mentee in facts.row_of else pair.mentee_code
    right = facts.mentors[facts.column_of[mentor]].code if mentor in facts.column_of else pair.mentor_code
    return f"{tidy(left)}/{tidy(right)}"


def _form(mentee: Mentee, mentor: Mentor) -> str:
    return fitting_form(mentee_side(mentee), mentor_side(mentor)) or ""


def _load_text(count: int, usual: int) -> str:
    return f"наставляемых у наставника {count}, обычно не больше {usual}"


def overloaded(facts: Facts, pairs: Iterable[Pair]) -> dict[str, tuple[int, int]]:
    """Return mentor key → mentees he has or would have and how many are usual, where that is too many.

    Usual is the load of a teacher, the greatest group of anyone else.
    """
    live = {key(pair) for pair in pairs if state(pair) not in {*_OVER, WITHDRAWN}}
    counts = Counter(mentor for _, mentor in live)
    usual = {
        code_key(mentor.code): facts.norms.usual_load if group(mentor) == TEACHER else facts.norms.group_max
        for mentor in facts.mentors
    }
    return {mentor: (counts[mentor], limit) for mentor, limit in usual.items() if counts[mentor] > limit}


def unpaired_rows(
    board: Board, old: Iterable[Unpaired], *, waiting: Sequence[int], places_left: Sequence[int], candidates: int
) -> tuple[Unpaired, ...]:
    """Lay «Без пары» anew: old rows in their order, then new ones in code order.

    A row leaves the sheet when its mentee is no longer waiting and nobody wrote anything in it.
    waiting: rows of the board. places_left: by mentor, after the choice. candidates: how many to name.
    """
    facts = board.facts
    searching = {code_key(facts.mentees[row].code): row for row in waiting}
    rows: list[Unpaired] = []
    listed: set[str] = set()
    for line in (*old, *(Unpaired(mentee_code=tidy(facts.mentees[row].code)) for row in waiting)):
        code = code_key(line.mentee_code)
        is_wanted = code in searching and code not in listed
        if is_wanted or touched(line):
            rows.append(line)
            listed.add(code)
    return tuple(
        _explained(board, line, searching.get(code_key(line.mentee_code)), places_left, candidates).but(number=number)
        for number, line in enumerate(rows, 1)
    )


def _explained(board: Board, line: Unpaired, row: int | None, places_left: Sequence[int], candidates: int) -> Unpaired:
    known = board.facts.row_of.get(code_key(line.mentee_code))
    if known is None:
        return line.but(reason="кода нет в банке наставляемых", nearest="")
    mentee = board.facts.mentees[known]
    line = line.but(mentee_name=tidy(mentee.full_name), request=tidy(mentee.request))
    if row is None:
        return line.but(reason="пара найдена или больше не нужна", nearest="")
    return line.but(reason=why_unpaired(board, row), nearest=nearest(board, row, candidates, places_left))
