"""What places and people are worth to the whole set: who would get a place if there were one more, or a ban less."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.facts import places

from .lifting import FIXED, IMPOSSIBLE, changes, effort

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mentoring_xl.matching.barriers import Barrier, Hindrances
    from mentoring_xl.matching.solving import Worth
    from mentoring_xl.matching.solving.alternatives import Worths

    from .choice import Choice

NOBODY = -(10**15)
"""Less than any gain: who cannot have a mentor at all."""
_PERSON = 10**7


class Stakes:
    """Worths of a choice as single numbers, which rank changes as the problem ranks sets."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._rivals: dict[tuple[int, tuple[int, ...]], NDArray[np.int64]] = {}
        self._lifting: dict[int, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    @property
    def person(self) -> int:
        """What one more person with a mentor counts beside tenths of a point: more than any change has, or nothing."""
        return _PERSON if self._choice.problem.paired_first else 0

    def value(self, worth: Worth) -> int:
        """Return a worth as one number that ranks sets as the problem does."""
        return worth.paired * self.person + worth.points

    def values(self, worths: Worths) -> NDArray[np.int64]:
        """Return the same of many worths, nought where there is none."""
        return np.where(worths.is_there, worths.paired * self.person + worths.points, 0)

    @cached_property
    def prices(self) -> NDArray[np.int64]:
        """By mentor, the value that one more place of his would add."""
        return np.array([self.value(gain) for gain in self._choice.changes.extra_places()], dtype=np.int64)

    @cached_property
    def entering(self) -> NDArray[np.int64]:
        """By line, the value beside a pair's own points when this mentee gets that mentor.

        He comes as one person more, or leaves the mentor whose place is worth most beside his points there; far below
        every sum when he has all the mentors he wishes and none of theirs can be refilled with a gain.
        """
        problem, found = self._choice.problem, np.zeros(len(self._choice.waiting), dtype=np.int64)
        has = Counter(line for line, _ in self._choice.solution.pairs)
        for line, wanted in enumerate(problem.wants):
            if has[line] >= wanted:
                found[line] = -_PERSON
            elif not has[line] and line not in problem.held:
                found[line] = self.person
        for line, column in self._choice.solution.pairs:
            found[line] = max(found[line], self.prices[column] - int(problem.points[line, column]))
        return found

    def lifting(self, bans: Hindrances) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return by mentor the changes that lift all bans, too many where one stays for good, and the effort."""
        if id(bans) not in self._lifting:
            board = self._choice.board
            counts = [IMPOSSIBLE if barrier.rule in FIXED else changes(board, barrier) for barrier in bans.all]
            efforts = [effort(board, barrier) for barrier in bans.all]
            self._lifting[id(bans)] = (
                np.array(counts, dtype=np.int64) @ bans.masks,
                np.array(efforts, dtype=np.int64) @ bans.masks,
            )
        return self._lifting[id(bans)]

    def rivals(self, column: int, lifted: tuple[Barrier, ...]) -> NDArray[np.int64]:
        """Return by line what the whole would gain by this pair if these bans were lifted for everybody.

        NOBODY where another ban stays or the pair is held; the prices of the other places as they stand.
        """
        known = (column, tuple(map(id, lifted)))
        if known not in self._rivals:
            rows = np.array(self._choice.waiting, dtype=np.intp)
            columns = np.full(len(rows), column, dtype=np.intp)
            is_free = np.array([(row, column) not in self._choice.held for row in self._choice.waiting], dtype=np.bool_)
            for barrier in self._choice.board.bans.all:
                if id(barrier) not in known[1]:
                    is_free &= ~np.asarray(barrier.part.of(rows, columns), dtype=np.bool_)
            self._rivals[known] = np.where(
                is_free, self._choice.board.scores.tenths[rows, column] + self.entering, NOBODY
            )
        return self._rivals[known]

    @cached_property
    def full_groups(self) -> NDArray[np.bool_]:
        """By mentor: true for who leads a group that is as large as a group may be."""
        facts = self._choice.board.facts
        most = facts.norms.group_max
        return np.array([mentor.leads_group and places(mentor) >= most for mentor in facts.mentors], dtype=np.bool_)
