"""What the program fills in on «Пары» and «Без пары»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.states.pairs import OVER, PAST, WITHDRAWN
from mentoring_xl.schema.tables import Unpaired

from .explaining.pair import outlook_cell
from .explaining.ranks import standings
from .explaining.reasons import reasons
from .explaining.unpaired import unpaired
from .facts import TEACHER, group
from .forms import fitting_form, mentee_side, mentor_side
from .ledger import key, state, touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.schema.tables import Mentee, Mentor, Pair

    from .explaining.choice import Choice, Seat
    from .explaining.ranks import Standing
    from .facts import Facts


def pair_rows(choice: Choice, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Fill numbers, codes, names, blank forms, points, reasons, ranks and the price of a replacement.

    Pairs that are over keep points and all that follows from them.
    """
    facts, on = choice.board.facts, choice.board.rules.on
    busy = overloaded(facts, pairs) if "load" in on else {}
    seats = [facts.seat(key(pair)) for pair in pairs]
    live = {seat for seat, pair in zip(seats, pairs, strict=True) if seat and state(pair) not in OVER}
    standing = dict(zip(live, standings(choice, [*live]), strict=True))
    return tuple(
        _weighed(choice, pair, seat, standing[seat], busy) if seat in live and state(pair) not in OVER else pair
        for pair, seat in zip((_named(facts, pair, number) for number, pair in enumerate(pairs, 1)), seats, strict=True)
    )


def _named(facts: Facts, pair: Pair, number: int) -> Pair:
    mentee, mentor = key(pair)
    values: dict[str, object] = {"number": number}
    if mentee in facts.row_of:
        values["mentee_name"] = tidy(facts.mentees[facts.row_of[mentee]].full_name)
    if mentor in facts.column_of:
        values["mentor_name"] = tidy(facts.mentors[facts.column_of[mentor]].full_name)
    if mentee and mentor:
        values["code"] = pair_code(facts, pair)
    if seat := facts.seat((mentee, mentor)):
        values["form"] = pair.form or _form(facts.mentees[seat[0]], facts.mentors[seat[1]])
    return pair.but(**values)


def _weighed(
    choice: Choice, pair: Pair, seat: Seat, standing: Standing | None, busy: Mapping[str, tuple[int, int]]
) -> Pair:
    mentor = key(pair)[1]
    further = [_load_text(*busy[mentor])] if mentor in busy and state(pair) != WITHDRAWN else []
    return pair.but(
        points=choice.board.points(*seat),
        reasons=reasons(choice.board, *seat, further),
        ranks=standing.short if standing else "",
        replacement=outlook_cell(choice, seat),
    )


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


def load(pairs: Iterable[Pair]) -> Counter[str]:
    """Return mentor key → mentees he has or would have."""
    return Counter(mentor for _, mentor in {key(pair) for pair in pairs if state(pair) not in PAST})


def overloaded(facts: Facts, pairs: Iterable[Pair]) -> dict[str, tuple[int, int]]:
    """Return mentor key → mentees he has or would have and how many are usual, where that is too many.

    Usual is the load of a teacher, the greatest group of anyone else.
    """
    counts = load(pairs)
    usual = {
        code_key(mentor.code): facts.norms.usual_load if group(mentor) == TEACHER else facts.norms.group_max
        for mentor in facts.mentors
    }
    return {mentor: (counts[mentor], limit) for mentor, limit in usual.items() if counts[mentor] > limit}


def unpaired_rows(choice: Choice, old: Iterable[Unpaired], candidates: int) -> tuple[Unpaired, ...]:
    """Lay «Без пары» anew: old rows in their order, then new ones in code order.

    A row leaves the sheet when its mentee is no longer waiting and nobody wrote anything in it.
    candidates: how many mentors to name for each.
    """
    facts = choice.board.facts
    searching = {code_key(facts.mentees[row].code): row for row in choice.unpaired}
    rows: list[Unpaired] = []
    listed: set[str] = set()
    for line in (*old, *(Unpaired(mentee_code=tidy(facts.mentees[row].code)) for row in choice.unpaired)):
        code = code_key(line.mentee_code)
        is_wanted = code in searching and code not in listed
        if is_wanted or touched(line):
            rows.append(line)
            listed.add(code)
    return tuple(
        _explained(choice, line, searching.get(code_key(line.mentee_code)), candidates).but(number=number)
        for number, line in enumerate(rows, 1)
    )


def _explained(choice: Choice, line: Unpaired, row: int | None, candidates: int) -> Unpaired:
    facts = choice.board.facts
    known = facts.row_of.get(code_key(line.mentee_code))
    if known is None:
        return line.but(reason="кода нет в банке наставляемых", change="", nearest="")
    mentee = facts.mentees[known]
    line = line.but(mentee_name=tidy(mentee.full_name), request=tidy(mentee.request))
    if row is None:
        return line.but(reason="пара найдена или больше не нужна", change="", nearest="")
    story = unpaired(choice, row, candidates)
    return line.but(reason=story.reason, change=story.remedy.text, nearest=story.nearest)
