"""Two ways in which people pair by hand, to be set beside the best set: the best pair first, and first come."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mentoring_xl.matching.solving.problem import Mask, Pair, Problem


class _Tally:
    """Pairs taken so far and what they leave open."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.pairs: list[Pair] = []
        self._room = problem.places.copy()
        self.units = problem.units.copy()
        self._open = problem.allowed.copy()
        self._topics = {column: np.ones(len(served), dtype=bool) for column, served in problem.topics.items()}

    def best(self, row: int) -> int | None:
        """Return the open mentor with the most points for the mentee, the first of equals; None if there is none."""
        is_open: Mask = self._open[row] & (self._room > 0)
        for column, left in self._topics.items():
            is_open[column] &= (left & self._problem.topics[column][:, row]).any()
        if not is_open.any() or not self.units[row]:
            return None
        return int(np.where(is_open, self._problem.points[row].astype(np.int64), -1).argmax())

    def take(self, row: int, column: int) -> None:
        self.pairs.append((row, column))
        self._open[row, column] = False
        self._room[column] -= 1
        self.units[row] -= 1
        if column in self._topics:
            self._topics[column] &= self._problem.topics[column][:, row]


def greedy(problem: Problem) -> tuple[Pair, ...]:
    """Return the pairs got by taking the pair with the most points of those still open, again and again.

    Of equal pairs the first in row order. The first mentee of a group leaves it the topics that serve him.
    """
    tally = _Tally(problem)
    heap: list[tuple[int, int, int]] = []

    def offer(row: int) -> None:
        if (best := tally.best(row)) is not None:
            heapq.heappush(heap, (-int(problem.points[row, best]), row, best))

    for row in range(len(problem.wants)):
        offer(row)
    while heap:
        _, row, column = heapq.heappop(heap)
        if tally.best(row) == column:
            tally.take(row, column)
        offer(row)
    return tuple(sorted(tally.pairs))


def first_come(problem: Problem) -> tuple[Pair, ...]:
    """Return the pairs got when the mentees, in row order, each take the best mentors still open to them."""
    tally = _Tally(problem)
    for row in range(len(problem.wants)):
        while (best := tally.best(row)) is not None:
            tally.take(row, best)
    return tuple(sorted(tally.pairs))
