"""The rows of «Пары» between two recalculations: which stay, which are taken back, which are new."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import Place
from mentoring_xl.core.table import PERSON
from mentoring_xl.core.text import code_key, fold
from mentoring_xl.schema.choices import PAIR_STATES
from mentoring_xl.schema.tables import Pair

from .facts import is_active, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring_xl.core.table import Row

    from .facts import Facts, Key

PROPOSED, AGREED, ORDERED, DONE, DISSOLVED, WITHDRAWN = PAIR_STATES.values
_OPEN = frozenset({"", PROPOSED, WITHDRAWN})


def key(pair: Pair) -> Key:
    """Return the two codes of a pair, however they are typed."""
    return code_key(pair.mentee_code), code_key(pair.mentor_code)


def state(pair: Pair) -> str:
    """Return the state in the spelling of the list, another word as it is typed."""
    return fold(pair.state)


def is_held(pair: Pair) -> bool:
    """Tell whether the pair keeps its place: agreed, ordered, locked, or in a state of the school's own."""
    return state(pair) not in {DONE, DISSOLVED, *(() if pair.locked else _OPEN)}


def is_working(pair: Pair) -> bool:
    """Tell whether the pair is agreed or ordered."""
    return state(pair) in {AGREED, ORDERED}


def is_by_hand(pair: Pair) -> bool:
    """Tell whether a person put these two together: no pair code yet and no state, or one code typed over another."""
    if not all(key(pair)) or pair.forbidden or pair.locked:
        return False
    if not pair.code:
        return state(pair) == ""
    return state(pair) in {"", PROPOSED} and code_key(pair.code) != "/".join(key(pair))


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
        if is_held(pair) or state(pair) in {DONE, DISSOLVED}:
            rows.append(pair)
        elif expected.pop(key(pair), None):
            rows.append(pair.but(state=PROPOSED))
        elif state(pair) == WITHDRAWN or not all(key(pair)):
            rows.append(pair)
        elif not pair.code or touched(pair):
            rows.append(pair.but(state=WITHDRAWN))
    new = (Pair(mentee_code=mentee, mentor_code=mentor, state=PROPOSED) for mentee, mentor in expected.values())
    return (*rows, *new)


def waiting(facts: Facts, pairs: Iterable[Pair]) -> tuple[int, ...]:
    """Return the rows of the mentees who take part and neither have a held pair nor have finished."""
    settled_mentees = {key(pair)[0] for pair in pairs if is_held(pair) or state(pair) == DONE}
    return tuple(
        row
        for row, mentee in enumerate(facts.mentees)
        if is_active(mentee)
        and code_key(mentee.code) not in settled_mentees
        and not (mentee.passed or (mentee.finished and mentee.finished <= facts.today))
    )


def places_left(facts: Facts, pairs: Iterable[Pair]) -> tuple[int, ...]:
    """Return by mentor how many mentees may be added to those whom he holds."""
    held = Counter(mentor for _, mentor in {key(pair) for pair in pairs if is_held(pair)})
    return tuple(max(places(mentor) - held[code_key(mentor.code)], 0) for mentor in facts.mentors)


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
