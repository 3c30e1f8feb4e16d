"""Pairs and groups as stars, a mentor in the middle of each: what is in the picture, before it has a place on paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, tidy
from mentoring_xl.matching.names import short_name

from .sight import in_sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.matching.facts import Facts
    from mentoring_xl.schema.tables import Mentee, Mentor, Pair

    from .sight import Sight, Tie

LARGEST = 8
"""How many mentees one star has at most; a mentor with more has several."""


@dataclass(frozen=True)
class Leaf:
    """A mentee in a star. also: codes of his other mentors, in whose stars he stands too."""

    name: str
    code: str
    form: str
    is_held: bool
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Star:
    """A mentor and his mentees in code order. taken, places: of all his stars together."""

    name: str
    code: str
    taken: int
    places: int
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class Picture:
    """Stars in the order of the mentors' codes; unpaired and free are lines of text in code order."""

    title: str
    caption: str
    stars: tuple[Star, ...]
    unpaired: tuple[str, ...]
    free: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of its pairs, "" for none, in the order in which they first appear."""
        return tuple(dict.fromkeys(leaf.form for star in self.stars for leaf in star.leaves))


def picture(facts: Facts, pairs: Sequence[Pair], school: str = "") -> Picture:
    """Gather what is shown; `pairs` are the rows of «Пары» as they stand."""
    sight = in_sight(facts, pairs)
    taken = Counter(tie.column for tie in sight.ties)
    paired = {tie.row for tie in sight.ties}
    unpaired = tuple(_named(facts.mentees[row]) for row in sight.mentees if row not in paired)
    free = {column: sight.places[column] - taken[column] for column in sight.mentors}
    people = counted(len(paired), "наставляемый", "наставляемых", "наставляемых")
    return Picture(
        " · ".join(filter(None, ("Пары и группы", tidy(school)))),
        f"С парой: {people}, наставников у них: {len(taken)}. Без пары: {len(unpaired)}.",
        tuple(_stars(facts, sight, taken)),
        unpaired,
        tuple(f"{_named(facts.mentors[column])} – {count}" for column, count in free.items() if count > 0),
    )


def _named(person: Mentee | Mentor) -> str:
    return f"{tidy(person.code)} {short_name(person.full_name)}".rstrip()


def _stars(facts: Facts, sight: Sight, taken: Mapping[int, int]) -> Iterator[Star]:
    mentors, mentees = defaultdict(list), defaultdict(list)
    for tie in sight.ties:
        mentors[tie.row].append(tie.column)
        mentees[tie.column].append(tie)
    for column in sorted(mentees):
        mentor = facts.mentors[column]
        for first in range(0, len(mentees[column]), LARGEST):
            leaves = (_leaf(facts, tie, mentors[tie.row]) for tie in mentees[column][first : first + LARGEST])
            yield Star(
                short_name(mentor.full_name), tidy(mentor.code), taken[column], sight.places[column], tuple(leaves)
            )


def _leaf(facts: Facts, tie: Tie, columns: Sequence[int]) -> Leaf:
    mentee = facts.mentees[tie.row]
    also = (tidy(facts.mentors[column].code) for column in columns if column != tie.column)
    return Leaf(short_name(mentee.full_name), tidy(mentee.code), tie.form, tie.is_held, tuple(also))
