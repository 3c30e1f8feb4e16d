"""What a solver is given and what it answers: whole numbers by row (mentee) and column (mentor), no people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers: TypeAlias = NDArray[np.integer[Any]]
    Mask: TypeAlias = NDArray[np.bool_]
    Whole: TypeAlias = NDArray[np.int64]

_ONE_EACH, _MORE = 6_000_000, 500_000
"""Cells of mentees × places, when nobody wants a second mentor and when somebody does."""

Pair = tuple[int, int]
"""A mentee's row and a mentor's column."""


@dataclass(frozen=True, eq=False)
class Problem:
    """A school to be paired.

    points: mentees × mentors, tenths of a point from 0. allowed: the same shape; what is false is no edge at all.
    capacity: by mentor, how many mentees may be added; below nought is none.
    wants: by mentee, how many different mentors he may be given.
    topics: column of a mentor who leads a group → topics × mentees, whom each topic serves. All his mentees share one
    topic, and a single mentee needs one too.
    paired_first: the most people with a mentor come first, then the points; else only the points count.
    held: rows that have a mentor already, who stays; a further one does not make them one person more.
    """

    points: Integers
    allowed: Mask
    capacity: tuple[int, ...]
    wants: tuple[int, ...]
    topics: Mapping[int, Mask] = field(default_factory=dict)
    paired_first: bool = True
    held: frozenset[int] = frozenset()

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees × mentors."""
        return len(self.wants), len(self.capacity)

    @cached_property
    def places(self) -> Whole:
        """By mentor, the places that can be of use: from none to as many as there are mentees."""
        mentees = len(self.wants)
        return np.array([min(max(places, 0), mentees) for places in self.capacity], dtype=np.int64)

    @cached_property
    def units(self) -> Whole:
        """By mentee, the mentors that can be of use: from none to as many as there are mentors."""
        mentors = len(self.capacity)
        return np.array([min(max(wanted, 0), mentors) for wanted in self.wants], dtype=np.int64)

    @property
    def is_large(self) -> bool:
        """Tell whether the whole matrix is too much to be solved at once.

        A district of 2,000 × 800 people is not; where some want a second mentor the limit comes earlier, since ways
        through a whole large matrix take longer than ways through candidates.
        """
        most = _ONE_EACH if self.units.max(initial=0) <= 1 else _MORE
        return len(self.wants) * int(self.places.sum()) > most

    @cached_property
    def fresh(self) -> Mask:
        """By mentee, whether a first mentor makes one person more with a mentor."""
        rows = np.ones(len(self.wants), dtype=bool)
        rows[list(self.held)] = False
        return rows


@dataclass(frozen=True, order=True)
class Worth:
    """What a set of pairs, or the difference of two sets, is worth: people with a mentor, then tenths of a point."""

    paired: int
    points: int

    def __add__(self, other: Worth) -> Worth:
        return Worth(self.paired + other.paired, self.points + other.points)

    def __sub__(self, other: Worth) -> Worth:
        return Worth(self.paired - other.paired, self.points - other.points)


@dataclass(frozen=True)
class Leaf:
    """The end of a branch of the search: topics chosen on the way (column, topic), and prices of a place by mentor."""

    topics: tuple[Pair, ...]
    prices: tuple[int, ...]


@dataclass(frozen=True)
class Proof:
    """Why no legal set is better: the branches cover all sets, and in none do the prices leave room above `bound`.

    leaves: with prices in gains (see gains.py). value: the solution's sum of gains. gap: what a better set could bring
    at most. Nothing here is to be believed: `prices.check` works it out anew.
    """

    leaves: tuple[Leaf, ...]
    value: int
    bound: int
    gap: Worth = Worth(0, 0)

    @property
    def exact(self) -> bool:
        """Tell whether no legal set is better."""
        return self.bound == self.value


@dataclass(frozen=True)
class Solution:
    """A legal set of pairs, in row order, then column order.

    topic_of: column of a mentor with a group among the pairs → the topic that all of it shares.
    """

    pairs: tuple[Pair, ...]
    worth: Worth
    topic_of: Mapping[int, int]
    proof: Proof


def worth(problem: Problem, pairs: tuple[Pair, ...]) -> Worth:
    """Return the people who get a mentor by these pairs, and the tenths of a point of all the pairs."""
    people = {row for row, _ in pairs} - problem.held
    return Worth(len(people), sum(int(problem.points[pair]) for pair in pairs))
