"""What single changes around a solution would bring: another mentor for a pair, one more place, a ban lifted."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving import gains as scale
from mentoring_xl.matching.solving.gains import NEVER
from mentoring_xl.matching.solving.prices import within
from mentoring_xl.matching.solving.problem import Worth
from mentoring_xl.matching.solving.residual import Residual, closure, longest

if TYPE_CHECKING:
    from mentoring_xl.matching.solving.problem import Mask, Pair, Problem, Solution, Whole

_ALL_AT_ONCE = 1000
"""Mentors up to which the distances between all of them are worked out together."""


@dataclass(frozen=True)
class Alternative:
    """The best that can be done without a pair. other: the mentor its mentee gets instead, None for one mentor less.

    loss: what the whole set loses by it, others moving as is best; never below nought.
    """

    pair: Pair
    other: int | None
    loss: Worth


@dataclass(frozen=True)
class Reach:
    """What one more place of a mentor brings if a certain mentee must get somebody by it.

    gain: of the whole set. is_best: whether the best set with that place pairs him, so that the place alone is enough.
    """

    column: int
    gain: Worth
    is_best: bool


@dataclass(frozen=True, eq=False)
class Worths:
    """Worths of the whole by mentor, as arrays. is_there: false where there is none."""

    is_there: Mask
    paired: Whole
    points: Whole

    def each(self) -> tuple[Worth | None, ...]:
        """Return them one by one."""
        found = zip(self.is_there.tolist(), self.paired.tolist(), self.points.tolist(), strict=True)
        return tuple(Worth(paired, points) if is_there else None for is_there, paired, points in found)


@dataclass(frozen=True)
class Move:
    """A mentee changes from the mentor `start` to the mentor `end`; None is no mentor."""

    row: int
    start: int | None
    end: int | None


class Changes:
    """All single changes around a solution, each as exact as solving anew.

    Gains and losses tell people only when people come first, else all is in the points.
    With groups the answers hold as long as these keep their topics; when the solution is only proved up to a gap,
    group mentors without mentees stay without. Up to 1,000 mentors all is ready at once; above that each mentor asked
    for takes a while, and memory is some 20 bytes for each mentee and mentor.
    """

    def __init__(self, problem: Problem, solution: Solution) -> None:
        limited = _limited(problem, solution)
        self._problem = limited
        self._gains = scale.gains(limited)
        self._pairs = solution.pairs
        rows, columns = np.array(solution.pairs, dtype=np.int64).reshape(-1, 2).T
        self._residual = Residual(limited, self._gains, rows, columns)
        self._ways_to: dict[int, tuple[Whole, Whole]] = {}
        self._all = closure(self._residual.moves) if len(limited.capacity) <= _ALL_AT_ONCE else None

    def alternatives(self) -> tuple[Alternative, ...]:
        """Return the best alternative of each pair, in the order of the pairs."""
        return tuple(self.alternative(pair) for pair in self._pairs)

    def alternative(self, pair: Pair) -> Alternative:
        """Return the best that can be done without the pair: with the least loss; of equal ones the first mentor."""
        row, column = pair
        ends = self._to(column + 1)
        is_last = self._residual.has[row] == 1
        options = np.where(self._open(row), self._gains.values[row] + ends[1:], NEVER)
        nobody = ends[0] - (self._gains.bonus[row] if is_last else 0)
        other = int(options.argmax()) if options.max() >= nobody else None
        best = nobody if other is None else options[other]
        return Alternative(pair, other, self._gains.worth(int(self._gains.values[pair] - best)))

    def extra_places(self) -> tuple[Worth, ...]:
        """Return by mentor what one more place of his would add to the whole set: the lowest price of his places."""
        return tuple(self._gains.worth(int(price)) for price in self._prices())

    def reach(self, row: int) -> tuple[Reach | None, ...]:
        """Return by mentor what one more place of his brings when this mentee gets a (further) mentor by it.

        He need not come to that very mentor, see `chain`. None where no chain leads from him to that place, or where
        he has as many mentors as he may have.
        """
        reached, is_best = self.reached(row)
        return tuple(
            Reach(column, worth, bool(is_best[column])) if worth else None
            for column, worth in enumerate(reached.each())
        )

    def reached(self, row: int) -> tuple[Worths, Mask]:
        """Return the gains of `reach`, and where the best set with that place pairs him."""
        entries, prices = self._entries(row), self._prices()
        if self._all is None:
            gains = np.array([(entries + self._to(node)[1:]).max() for node in range(1, len(prices) + 1)], np.int64)
        else:
            gains = (entries[:, None] + self._all[1:, 1:]).max(axis=0, initial=2 * NEVER)
        return Worths(gains > NEVER // 2, *self._gains.worths(gains)), (gains == prices) & (prices > 0)

    def chain(self, row: int, column: int) -> tuple[Move, ...]:
        """Return the moves that one more place of the mentor sets off so that the mentee gets somebody, he first.

        Empty when no chain leads there. The last move ends at `column`, or, when it is better so, at another place.
        """
        ends, after = self._ways(column + 1)
        entries = self._entries(row) + ends[1:]
        if entries.max(initial=NEVER) <= NEVER // 2:
            return ()
        nodes = [int(entries.argmax()) + 1]
        while nodes[-1] != column + 1:
            nodes.append(int(after[nodes[-1]]))
        moves = [Move(row, None, nodes[0] - 1)]
        for start, end in itertools.pairwise(nodes):
            mover = self._residual.mover(start, end)
            if mover is not None:
                moves.append(Move(mover, start - 1 if start else None, end - 1 if end else None))
        return tuple(moves)

    def if_allowed(self, row: int) -> tuple[Worth | None, ...]:
        """Return by mentor what the whole set gains if this very pair became legal; None where it would not be chosen.

        For a mentee with nobody these are the mentors whose ban alone keeps him without one.
        """
        return self.gains_if_allowed(row).each()

    def gains_if_allowed(self, row: int) -> Worths:
        """Return the gains of `if_allowed`."""
        own = self._gains.block(slice(row, row + 1))[0] + self._first(row)
        is_closed = self._residual.chosen[row] | (self._residual.has[row] >= self._problem.units[row])
        gains = np.where(is_closed, NEVER, own + self._to(0)[1:])
        return Worths(gains > 0, *self._gains.worths(gains))

    def _entries(self, row: int) -> Whole:
        """Return by mentor the gain of this mentee coming there from nobody, his leaving others not counted."""
        is_spare = self._residual.has[row] < self._problem.units[row]
        return np.where(self._open(row) & is_spare, self._gains.values[row] + self._first(row), NEVER)

    def _first(self, row: int) -> int:
        return 0 if self._residual.has[row] else int(self._gains.bonus[row])

    def _open(self, row: int) -> Mask:
        is_open: Mask = self._problem.allowed[row] & ~self._residual.chosen[row]
        return is_open

    def _prices(self) -> Whole:
        return longest(self._residual.moves)[0][1:] if self._all is None else self._all[0, 1:]

    def _to(self, node: int) -> Whole:
        """Return the farthest distance from each node to this one."""
        return self._ways(node)[0] if self._all is None else self._all[:, node]

    def _ways(self, node: int) -> tuple[Whole, Whole]:
        """Return the farthest distance from each node to this one, and the node that comes next on the way."""
        if node not in self._ways_to:
            self._ways_to[node] = longest(self._residual.moves.T, node)[:2]
        return self._ways_to[node]


def _limited(problem: Problem, solution: Solution) -> Problem:
    limited = within(problem, solution.topic_of)
    if solution.proof.exact or not problem.topics:
        return limited
    is_kept = np.ones(len(problem.capacity), dtype=bool)
    is_kept[[column for column in problem.topics if column not in solution.topic_of]] = False
    return replace(limited, allowed=limited.allowed & is_kept)
