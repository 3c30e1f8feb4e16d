"""The graph of what can still be changed in a set of pairs: which moves between mentors bring how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving.gains import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Integers, Problem, Whole


class Residual:
    """A set of pairs that can be changed along rings, and the best single moves as a matrix.

    Node 0 is «nobody», node j + 1 the mentor of column j. moves[a, b] is the gain when one mentee leaves a for b, the
    best such mentee taken: from 0 comes one who may have one more mentor, or nobody (0, the place of b stays free
    when its mentee goes on); to 0 goes one who loses this mentor, or nobody (0, when a has a free place).
    The residual network of a minimum-cost flow with the mentees contracted: a set is best if no ring brings a gain
    (R. Ahuja, T. Magnanti, J. Orlin, Network Flows, 1993, chapter 9). Topics are not looked at.
    """

    def __init__(self, problem: Problem, gains: Gains, rows: Integers, columns: Integers) -> None:
        self.problem, self.gains = problem, gains
        self.chosen = np.zeros(problem.shape, dtype=bool)
        self.chosen[rows, columns] = True
        self.has = self.chosen.sum(axis=1)
        self._addable = np.where(problem.allowed & ~self.chosen, gains.values, NEVER)
        mentors = len(problem.capacity)
        self.moves: Whole = np.full((mentors + 1, mentors + 1), NEVER, dtype=np.int64)
        self._refresh(np.arange(mentors))

    def pairs(self) -> tuple[Whole, Whole]:
        """Return rows and columns of the pairs, in row order, then column order."""
        rows, columns = self.chosen.nonzero()
        return rows, columns

    def improve(self) -> Whole:
        """Change the set along rings with a gain until none is left; return the lowest prices of a place by mentor.

        Such a price is what one more place of the mentor would add to the whole. If the only rings with a gain lead
        through «nobody», the best of them is taken each time, and each adds one unit (successive shortest paths).
        """
        while True:
            farthest, before, ring = longest(self.moves)
            if not ring:
                closing = farthest[1:] + self.moves[1:, 0]
                if closing.max(initial=0) <= 0:
                    return farthest[1:]
                ring = way(before, int(closing.argmax()) + 1)
            self._turn(ring)

    def mover(self, start: int, end: int) -> int | None:
        """Return the row of the mentee who moves from node `start` to node `end` at moves[start, end], if anyone."""
        rows, gain = self._leaving(start) if start else self._coming()
        if end:
            gain = gain + self._addable[rows, end - 1]
        elif start:
            gain = gain - self._bonus(rows, 1)
        if not gain.size or gain.max() < self.moves[start, end]:
            return None
        return int(rows[gain.argmax()])

    def _leaving(self, node: int) -> tuple[Whole, Whole]:
        rows = np.flatnonzero(self.chosen[:, node - 1])
        return rows, -self.gains.values[rows, node - 1]

    def _coming(self) -> tuple[Whole, Whole]:
        rows = np.flatnonzero(self.has < self.problem.units)
        return rows, self._bonus(rows, 0)

    def _bonus(self, rows: Whole, mentors: int) -> Whole:
        return np.where(self.has[rows] == mentors, self.gains.bonus[rows], 0)

    def _turn(self, ring: Sequence[int]) -> None:
        """Move one mentee along each edge of the ring."""
        steps = list(zip(ring, [*ring[1:], ring[0]], strict=True))
        movers = [self.mover(start, end) for start, end in steps]
        touched = {node - 1 for node in ring if node}
        for (start, end), row in zip(steps, movers, strict=True):
            if row is not None:
                touched.update(np.flatnonzero(self.chosen[row]).tolist())
                self._set(row, start - 1, chosen=False)
                self._set(row, end - 1, chosen=True)
        self._refresh(np.array(sorted(touched)))

    def _set(self, row: int, column: int, *, chosen: bool) -> None:
        if column >= 0:
            self.chosen[row, column] = chosen
            self._addable[row, column] = NEVER if chosen else self.gains.values[row, column]
            self.has[row] += 1 if chosen else -1

    def _refresh(self, columns: Whole) -> None:
        taken = self.chosen[:, columns]
        rows, at = taken.nonzero()
        rows, at = rows[at.argsort(kind="stable")], np.sort(at)
        gain = -self.gains.values[rows, columns[at]]
        self.moves[columns + 1] = NEVER
        self.moves[columns + 1, 0] = np.where(taken.sum(axis=0) < self.problem.places[columns], 0, NEVER)
        np.maximum.at(self.moves[:, 0], columns[at] + 1, gain - self._bonus(rows, 1))
        ends = at.searchsorted(np.arange(len(columns)), side="right").tolist()
        for column, first, end in zip(columns.tolist(), [0, *ends], ends, strict=False):
            if first < end:
                moving = self._addable[rows[first:end]]
                moving += gain[first:end, None]
                moving.max(axis=0, out=self.moves[column + 1, 1:])
        rows, gain = self._coming()
        self.moves[0, 1:] = (self._addable[rows] + gain[:, None]).max(axis=0, initial=0)


def longest(moves: Whole, source: int = 0) -> tuple[Whole, Whole, list[int]]:
    """Return the farthest distance of each node from the source, the node before it, and a ring with a gain if met.

    moves: nodes × nodes. Edges into the source are not used. With a ring the distances are unfinished.
    R. Bellman, 1958, all nodes at once; a ring with a gain shows as a ring of the nodes before.
    """
    farthest, before = moves[source].copy(), np.full(len(moves), source)
    farthest[source] = 0
    changed = np.arange(len(moves))
    while changed.size:
        reached = farthest[changed, None] + moves[changed]
        reached[:, source] = NEVER
        better = (reached.max(axis=0) > farthest).nonzero()[0]
        reached = reached[:, better]
        farthest[better], before[better] = reached.max(axis=0), changed[reached.argmax(axis=0)]
        if ring := _ring(before, source):
            return farthest, before, ring
        changed = better
    return farthest, before, []


def way(before: Whole, node: int) -> list[int]:
    """Return the nodes from 0 to `node`, both included."""
    nodes = [node]
    while nodes[-1]:
        nodes.append(int(before[nodes[-1]]))
    return nodes[::-1]


def closure(moves: Whole) -> Whole:
    """Return the farthest distance between all nodes, 0 from a node to itself; below NEVER / 2 when there is no way.

    moves: nodes × nodes without rings that bring a gain. R. Floyd and S. Warshall, 1962.
    """
    farthest = moves.copy()
    np.fill_diagonal(farthest, 0)
    for node in range(len(farthest)):
        np.maximum(farthest, farthest[:, node, None] + farthest[node], out=farthest)
    return farthest


def _ring(before: Whole, source: int) -> list[int]:
    """Return a ring among the nodes before, in the order of the moves, or nothing when all lead to the source."""
    far = before
    for _ in range(len(before).bit_length()):
        far = far[far]
    if (far == source).all():
        return []
    start = int(far[(far != source).argmax()])
    nodes = [start]
    while (node := int(before[nodes[-1]])) != start:
        nodes.append(node)
    return nodes[::-1]
