"""The graph of what can still be changed in a set of pairs when each mentee has a few candidates only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving.gains import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Mask, Problem, Whole

_NONE = -1


@dataclass(frozen=True, eq=False)
class _Moves:
    """Single moves in the order of their targets: one mentee leaves node `source` for node `target`.

    taken, left: the candidate that becomes a pair, and the pair given up, −1 when he comes from nobody.
    """

    source: Whole
    target: Whole
    gain: Whole
    taken: Whole
    left: Whole


class Network:
    """A set of pairs among candidates that can be changed along rings; the sparse sister of residual.Residual.

    Node 0 is «nobody», node j + 1 the mentor of column j. A move is one candidate of one mentee, who leaves one of his
    mentors for him or, when he may have one more, comes from nobody. What Residual says of rings holds here too.
    """

    def __init__(self, problem: Problem, gains: Gains, cells: Whole, rows: Whole, columns: Whole) -> None:
        """cells: candidates as row × mentors + column, in order, the pairs (rows, columns) among them."""
        mentees, self._mentors = problem.shape
        self.problem, self.gains = problem, gains
        self.rows, self.columns = np.divmod(cells, self._mentors)
        self.values = gains.of(self.rows, self.columns)
        self.begins = np.searchsorted(self.rows, np.arange(mentees + 1))
        self.chosen: Mask = np.zeros(len(cells), dtype=bool)
        self.chosen[np.searchsorted(cells, rows * self._mentors + columns)] = True

    def pairs(self) -> tuple[Whole, Whole]:
        """Return rows and columns of the pairs, in row order, then column order."""
        return self.rows[self.chosen], self.columns[self.chosen]

    def improve(self) -> Whole:
        """Change the set along rings with a gain until none is left; return the lowest prices of a place by mentor.

        Such a price is what one more place of the mentor would add to the whole, as far as the candidates go. Several
        rings that have no node in common are turned at a time.
        """
        while True:
            moves = self._moves()
            prices, before = _farthest(moves, self._mentors + 1)
            changes = [_changed(moves, before, ring) for ring in _rings(moves, before)]
            changes = changes or self._ways(moves, prices, before)
            if not changes:
                return prices[1:]
            self.chosen[np.concatenate(changes)] ^= True

    def _has(self) -> Whole:
        return np.bincount(self.rows[self.chosen], minlength=len(self.problem.wants))

    def _moves(self) -> _Moves:
        has, pairs = self._has(), np.flatnonzero(self.chosen)
        many = np.diff(self.begins)[self.rows[pairs]]
        ends = np.cumsum(many)
        taken = np.arange(many.sum()) + np.repeat(self.begins[self.rows[pairs]] - (ends - many), many)
        left = np.repeat(pairs, many)
        left, taken = left[~self.chosen[taken]], taken[~self.chosen[taken]]
        coming = np.flatnonzero(~self.chosen & (has < self.problem.units)[self.rows])
        first = np.where(has == 0, self.gains.bonus, 0)[self.rows[coming]]
        gain = np.concatenate((self.values[taken] - self.values[left], self.values[coming] + first))
        source = np.concatenate((self.columns[left] + 1, np.zeros_like(coming)))
        taken, left = np.concatenate((taken, coming)), np.concatenate((left, np.full_like(coming, _NONE)))
        order = np.argsort(self.columns[taken].astype(np.min_scalar_type(self._mentors)), kind="stable")
        return _Moves(source[order], self.columns[taken[order]] + 1, gain[order], taken[order], left[order])

    def _ways(self, moves: _Moves, prices: Whole, before: Whole) -> list[Whole]:
        """Return what changes along ways with a gain from nobody to nobody that share no node and no mentee."""
        closing, given_up = self._closing()
        worth = prices + closing
        ways: list[Whole] = []
        seen, people = {0}, set[int]()
        for end in np.argsort(-worth, kind="stable")[: np.count_nonzero(worth > 0)].tolist():
            nodes = _back(moves, before, end)
            last = given_up[end : end + 1]
            cells = np.concatenate((_changed(moves, before, nodes), last[last != _NONE]))
            who = set(self.rows[cells].tolist())
            if seen.isdisjoint(nodes) and people.isdisjoint(who):
                seen.update(nodes)
                people |= who
                ways.append(cells)
        return ways

    def _closing(self) -> tuple[Whole, Whole]:
        """Return by node the gain of a way's end there, and the pair then given up, −1 where a place is free."""
        pairs, nodes = np.flatnonzero(self.chosen), self._mentors + 1
        lost = self.values[pairs] + np.where(self._has() == 1, self.gains.bonus, 0)[self.rows[pairs]]
        order = np.argsort(-lost, kind="stable")
        ends = self.columns[pairs[order]] + 1
        closing, given_up = np.full(nodes, NEVER), np.full(nodes, _NONE)
        closing[ends], given_up[ends] = -lost[order], pairs[order]
        free = 1 + np.flatnonzero(np.bincount(ends - 1, minlength=self._mentors) < self.problem.places)
        closing[free], given_up[free] = 0, _NONE
        return closing, given_up


def _farthest(moves: _Moves, nodes: int) -> tuple[Whole, Whole]:
    """Return by node the farthest distance from nobody and the last move on the way, −1 for none.

    R. Bellman, 1958, all nodes at once; stops as soon as the last moves form a ring, which then brings a gain.
    """
    prices, before = np.zeros(nodes, dtype=np.int64), np.full(nodes, _NONE)
    heads = np.flatnonzero(np.diff(moves.target, prepend=0))
    ends, size = moves.target[heads], np.diff(heads, append=len(moves.target))
    while len(ends):
        reached = prices[moves.source] + moves.gain
        best = np.maximum.reduceat(reached, heads)
        better = best > prices[ends]
        if not better.any():
            break
        hits = np.flatnonzero(reached == np.repeat(np.where(better, best, -NEVER), size))[::-1]
        before[moves.target[hits]] = hits
        prices[ends[better]] = best[better]
        if _on_rings(moves, before).size:
            break
    return prices, before


def _sources(moves: _Moves, before: Whole) -> Whole:
    """Return the node before each node, 0 before those that a way begins at."""
    nodes = np.zeros_like(before)
    known = before != _NONE
    nodes[known] = moves.source[before[known]]
    return nodes


def _on_rings(moves: _Moves, before: Whole) -> Whole:
    """Return nodes on rings of the nodes before, at least one of each ring."""
    far = _sources(moves, before)
    for _ in range(len(far).bit_length()):
        far = far[far]
    return np.unique(far[far > 0])


def _rings(moves: _Moves, before: Whole) -> list[list[int]]:
    """Return the rings of the nodes before; each node has one before it, so they share none."""
    rings, seen, sources = list[list[int]](), set[int](), _sources(moves, before)
    for start in _on_rings(moves, before).tolist():
        ring, node = list[int](), start
        while node not in seen:
            seen.add(node)
            ring.append(node)
            node = int(sources[node])
        if ring:
            rings.append(ring)
    return rings


def _back(moves: _Moves, before: Whole, node: int) -> list[int]:
    """Return the nodes on the way from nobody to a node, the last first, without nobody."""
    nodes = list[int]()
    while node:
        nodes.append(node)
        move = int(before[node])
        node = 0 if move == _NONE else int(moves.source[move])
    return nodes


def _changed(moves: _Moves, before: Whole, nodes: Sequence[int]) -> Whole:
    """Return the candidates that are taken or given up by the moves into some nodes."""
    into = before[list(nodes)]
    into = into[into != _NONE]
    left = moves.left[into]
    return np.concatenate((moves.taken[into], left[left != _NONE]))
