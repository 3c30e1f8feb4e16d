"""One whole number per pair, so that the largest sum is the best set: people, then points, then the tie-break."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from mentoring_xl.matching.solving.problem import Worth

if TYPE_CHECKING:
    from mentoring_xl.matching.solving.problem import Integers, Problem, Whole

N = TypeVar("N", int, "Whole")
EXACT = 2**52
"""Whole numbers up to here stay exact in a solver's floating point."""
NEVER = -(2**60)
"""The gain of what is no edge at all: far below every sum, and a few of them still fit into 64 bits."""


@dataclass(frozen=True, eq=False)
class Gains:
    """The scale of gains for a problem: a level outweighs twice all that the levels below it can add up to.

    tenth: gain of a tenth of a point. person: gain of one more person with a mentor, 0 when people do not come first.
    coarseness: the tie-break of a pair is (rows from its own to the last) × (columns likewise), divided by this and
    rounded up, so early rows come together with early columns. Every legal pair has a gain from 1.
    """

    problem: Problem
    tenth: int
    person: int
    coarseness: int

    @cached_property
    def values(self) -> Whole:
        """Mentees × mentors: the gain of a pair without that of a person paired, 0 for what is not allowed."""
        values: Whole = self.block(slice(None))
        values *= self.problem.allowed
        return values

    @cached_property
    def bonus(self) -> Whole:
        """By mentee: the gain of his first mentor beyond the pair's own."""
        return np.where(self.problem.fresh, self.person, 0)

    def block(self, rows: slice) -> Whole:
        """Return the gains of some rows with all mentors, bans not looked at, without those of people paired."""
        mentees, mentors = self.problem.shape
        early = np.multiply.outer(np.arange(mentees, 0, -1)[rows], np.arange(mentors, 0, -1))
        return self._scaled(self.problem.points[rows], early)

    def of(self, rows: Integers, columns: Integers) -> Whole:
        """Return the gains of single pairs, bans not looked at, without those of people paired."""
        mentees, mentors = self.problem.shape
        early = (mentees - rows.astype(np.int64)) * (mentors - columns.astype(np.int64))
        return self._scaled(self.problem.points[rows, columns], early)

    def _scaled(self, points: Integers, early: Whole) -> Whole:
        scaled: Whole = points.astype(np.int64)
        scaled *= self.tenth
        scaled += (early + (self.coarseness - 1)) // self.coarseness
        return scaled

    def total(self, rows: Integers, columns: Integers) -> int:
        """Return the gain of a set of pairs, with the people paired."""
        return int(self.of(rows, columns).sum() + self.bonus[np.unique(rows)].sum())

    def worth(self, gain: int) -> Worth:
        """Return the people and tenths of a point in a sum of gains, or in a difference of two sums."""
        return Worth(*self._parted(gain))

    def worths(self, gains: Whole) -> tuple[Whole, Whole]:
        """Return the people, and the tenths of a point, of many sums at once."""
        return self._parted(gains)

    def _parted(self, gain: N) -> tuple[N, N]:
        tenths = _nearest(gain, self.tenth)
        people = _nearest(tenths, self.person // self.tenth) if self.person else 0 * tenths
        return people, tenths - people * (self.person // self.tenth)


def gains(problem: Problem) -> Gains:
    """Return the scale whose sums stay below 2**52, with as fine a tie-break as that allows.

    Above the size that is solved as a whole matrix the tie-break is the same for all pairs: among millions of cells it
    takes longer than the points. Above some 10,000 mentees by 10,000 places sums may exceed 2**52.
    """
    mentees, mentors = problem.shape
    pairs = max(min(int(problem.units.sum()), int(problem.places.sum()) + 1), 1)
    most = int(problem.points.max(initial=0))
    person = 2 * most * pairs + 1 if problem.paired_first else 0
    finest = max(EXACT // ((person + most + 1) * pairs) // (2 * pairs + 1), 1)
    cells = mentees * mentors
    coarseness = cells if problem.is_large else max(-(-cells // finest), 1)
    ties = max(-(-cells // max(coarseness, 1)), 1)
    tenth = 2 * ties * pairs + 1
    return Gains(problem, tenth, person * tenth, coarseness)


def _nearest(number: N, unit: int) -> N:
    return (2 * number + unit) // (2 * unit)
