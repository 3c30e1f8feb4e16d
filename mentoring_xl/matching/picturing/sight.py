"""Who and what a picture of the matching shows: the pairs that are alive, those who wait, mentors who can take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold
from mentoring_xl.matching.facts import is_active
from mentoring_xl.matching.ledger import is_held, key, places_left, settled, state, waiting
from mentoring_xl.schema.states.pairs import PAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.facts import Facts
    from mentoring_xl.schema.tables import Pair


@dataclass(frozen=True, order=True)
class Tie:
    """A living pair as row and column of the facts. is_held: agreed, ordered or locked, not just proposed."""

    row: int
    column: int
    is_held: bool
    form: str


@dataclass(frozen=True)
class Sight:
    """Rows and columns of the facts, each in code order: ties by mentee, mentees who have one or wait, mentors.

    mentors: those in a tie, and those who take part and take mentees. places: by column of the facts, how many.
    """

    ties: tuple[Tie, ...]
    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    places: tuple[int, ...]


def in_sight(facts: Facts, pairs: Sequence[Pair]) -> Sight:
    """Return who and what is shown; rows of the table that name nobody, are over or forbidden are left out.

    Of two rows for the same two people the one that is held counts, else the upper one.
    """
    found: dict[tuple[int, int], Tie] = {}
    for pair in map(settled, pairs):
        tie = _tie(facts, pair)
        if tie and (tie.is_held or (tie.row, tie.column) not in found):
            found[tie.row, tie.column] = tie
    ties = tuple(sorted(found.values()))
    mentees = {tie.row for tie in ties} | set(waiting(facts, pairs))
    places = places_left(facts, ())
    free = {column for column, count in enumerate(places) if count and is_active(facts.mentors[column])}
    mentors = {tie.column for tie in ties} | free
    return Sight(ties, tuple(sorted(mentees)), tuple(sorted(mentors)), places)


def _tie(facts: Facts, pair: Pair) -> Tie | None:
    seat, held = facts.seat(key(pair)), is_held(pair)
    if seat is None or state(pair) in PAST or (pair.forbidden and not held):
        return None
    return Tie(*seat, held, fold(pair.form))
