"""The rows of «Пары» between two recalculations: which stay, which are taken back, which are new."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import Place
from mentoring_xl.core.table import PERSON
from mentoring_xl.core.text import code_key, fold
from mentoring_xl.schema.states.pairs import AGREED, FINISHED, FIXED, OVER, PROPOSED, WITHDRAWN, WORKING
from mentoring_xl.schema.tables import Pair

from .facts import is_active, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Mentee, Mentor

    from .facts import Facts, Key

_OPEN = frozenset({"", PROPOSED, WITHDRAWN})


def key(pair: Pair) -> Key:
    """Return the two codes of a pair, however they are typed."""
    return code_key(pair.mentee_code), code_key(pair.mentor_code)


def joined_key(pair: Pair) -> str:
    """Return `key` as a pair code is folded; the column «Код пары» may be blank or older than the two codes."""
    return "/".join(key(pair))


def state(pair: Pair) -> str:
    """Return the state in the spelling of the list, another word as it is typed."""
    return fold(pair.state)


def is_held(pair: Pair) -> bool:
    """Tell whether the pair keeps its place: agreed, ordered, locked, or in a state of the school's own."""
    return state(pair) not in (OVER if pair.locked else OVER | _OPEN)


def is_working(pair: Pair) -> bool:
    """Tell whether the pair is agreed or ordered."""
    return state(pair) in WORKING


def is_by_hand(pair: Pair) -> bool:
    """Tell whether a person put these two together: no pair code yet and no state, or one code typed over another."""
    if not all(key(pair)) or pair.forbidden or pair.locked:
        return False
    if not pair.code:
        return state(pair) == ""
    return state(pair) in {"", PROPOSED} and code_key(pair.code) != joined_key(pair)


def is_exchanged(pair: Pair) -> bool:
    """Tell whether a code was typed over another one in a pair that an order has fixed."""
    return state(pair) == FIXED and bool(pair.code.strip()) and code_key(pair.code) != joined_key(pair)


def settled(pair: Pair) -> Pair:
    """Return the row with a state: a pair made by hand is agreed, a locked one without a state is proposed."""
    if is_by_hand(pair):
        return pair.but(state=AGREED)
    if pair.locked and state(pair) in _OPEN and all(key(pair)):
        return pair.but(state=PROPOSED)
    return pair


def renewed(pairs: Iterable[Pair], proposals: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
    """Lay the table anew: old rows in their order, then new proposals in the order given.

    An open row that is proposed again is «предложена»; another one is taken out, or «предложение снято» when a person
    wrote it or wrote something in it. proposals: codes of mentee and mentor as the banks write them.
    """
    expected = {(code_key(mentee), code_key(mentor)): (mentee, mentor) for mentee, mentor in proposals}
    rows = []
    for pair in pairs:
        if is_held(pair) or state(pair) in OVER:
            rows.append(pair)
        elif expected.pop(key(pair), None):
            rows.append(pair.but(state=PROPOSED))
        elif state(pair) == WITHDRAWN or not all(key(pair)):
            rows.append(pair)
        elif not pair.code or touched(pair):
            rows.append(pair.but(state=WITHDRAWN))
    new = (Pair(mentee_code=mentee, mentor_code=mentor, state=PROPOSED) for mentee, mentor in expected.values())
    return (*rows, *new)


def mentors_wanted(mentee: Mentee) -> int:
    """Return how many mentors a mentee wishes at a time: one when the cell is blank, none when it is below one."""
    return 1 if mentee.mentors_wanted is None else max(mentee.mentors_wanted, 0)


def wanted(facts: Facts, pairs: Iterable[Pair]) -> tuple[int, ...]:
    """Return by row of facts.mentees how many mentors he still waits for; held pairs are taken off.

    Nobody waits who does not take part, has finished a pair, or has passed the programme.
    """
    pairs = tuple(pairs)
    held = Counter(mentee for mentee, _ in {key(pair) for pair in pairs if is_held(pair)})
    done = {key(pair)[0] for pair in pairs if state(pair) == FINISHED}
    return tuple(
        0
        if not is_active(mentee)
        or code_key(mentee.code) in done
        or mentee.passed
        or (mentee.finished is not None and mentee.finished <= facts.today)
        else max(mentors_wanted(mentee) - held[code_key(mentee.code)], 0)
        for mentee in facts.mentees
    )


def waiting(facts: Facts, pairs: Iterable[Pair]) -> tuple[int, ...]:
    """Return the rows of the mentees who wait for a mentor, or for one more."""
    return tuple(row for row, count in enumerate(wanted(facts, pairs)) if count)


def mentored(facts: Facts, pairs: Iterable[Pair]) -> frozenset[int]:
    """Return the rows of the mentees who have a held pair, even with somebody who is in no bank."""
    held = {key(pair)[0] for pair in pairs if is_held(pair)}
    return frozenset(row for mentee, row in facts.row_of.items() if mentee in held)


def held_seats(facts: Facts, pairs: Iterable[Pair]) -> dict[tuple[int, int], Pair]:
    """Return the held pairs whose people both are in the banks, by row and column; of two alike the upper one."""
    found: dict[tuple[int, int], Pair] = {}
    for pair in pairs:
        if is_held(pair) and (seat := facts.seat(key(pair))):
            found.setdefault(seat, pair)
    return found


def places_left(facts: Facts, pairs: Iterable[Pair]) -> tuple[int, ...]:
    """Return by mentor how many mentees may be added to those whom he holds; a group has its greatest size too."""
    held = Counter(mentor for _, mentor in {key(pair) for pair in pairs if is_held(pair)})
    return tuple(max(_most(facts, mentor) - held[code_key(mentor.code)], 0) for mentor in facts.mentors)


def _most(facts: Facts, mentor: Mentor) -> int:
    return min(places(mentor), facts.norms.group_max) if mentor.leads_group else places(mentor)


def touched(row: Row) -> bool:
    """Tell whether a person filled in one of his cells."""
    return any(row.holds(column.field) for column in row.spec.columns if column.filled_by is PERSON)


def laid(pairs: Sequence[Pair], old: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the rows with the addresses that they have once the table is laid anew, so that findings name those."""
    before = [pair.at for pair in old if pair.at]
    top = min(before, key=lambda place: place.row, default=Place(Pair.spec.sheet, Pair.spec.head + 1))
    return tuple(
        Pair(at=Place(top.sheet, number, top.columns), **pair.values()) for number, pair in enumerate(pairs, top.row)
    )
