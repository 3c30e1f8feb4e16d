"""Groups: every mentor of one gets a topic that all of his mentees share, by branch and bound over the topics."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving import gains as scale
from mentoring_xl.matching.solving import prices
from mentoring_xl.matching.solving.problem import Leaf, Proof, Solution, worth
from mentoring_xl.matching.solving.relaxed import relaxed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Pair, Problem, Whole

_NODES, _FEWEST, _CELLS = 1_000, 20, 10_000_000
"""Nodes of the search at most, at least, and cells of the matrix over all nodes in between."""
_TRIES = 20
"""Unfinished nodes from which a legal set is made when the search is cut short."""


@dataclass(frozen=True, eq=False)
class _Node:
    """Topics chosen on the way from the root, and the best pairs when the other groups need not agree."""

    fixed: tuple[Pair, ...]
    rows: Whole
    columns: Whole
    value: int
    leaf: Leaf
    bound: int


def search(problem: Problem) -> Solution:
    """Return the best legal set with its proof.

    A node lets every group's mentor have whomever any of his topics serves. If some group shares no topic, a child per
    topic of that mentor follows; best bound first (A. Land and A. Doig, 1960). After a limit of nodes (1,000; fewer for
    a large school) the best set so far is returned, and the proof tells the gap.
    """
    gains = scale.gains(problem)
    useful = {column: _useful(problem, column) for column in problem.topics}
    root = _node(problem, gains, ())
    best = _rounded(problem, gains, useful, root)
    heap, closed, opened = [(-root.bound, 0, root)], list[_Node](), 1
    limit = min(_NODES, max(_FEWEST, _CELLS // max(problem.points.size, 1)))
    while heap and -heap[0][0] > best.value and opened < limit:
        node = heapq.heappop(heap)[-1]
        column = _quarrel(problem, gains, node)
        if column is None:
            best = max(best, node, key=_value)
            closed.append(node)
            continue
        for topic in useful[column]:
            child = _node(problem, gains, (*node.fixed, (column, topic)), node)
            opened += 1
            heapq.heappush(heap, (-child.bound, opened, child))
    if heap and -heap[0][0] > best.value:
        promising = [node for _, _, node in heapq.nsmallest(_TRIES, heap)]
        best = max(best, *(_rounded(problem, gains, useful, node) for node in promising), key=_value)
    return _solution(problem, gains, best, [*closed, *(node for _, _, node in heap)])


def _value(node: _Node) -> int:
    return node.value


def _node(problem: Problem, gains: Gains, fixed: tuple[Pair, ...], above: _Node | None = None) -> _Node:
    """Solve with these topics, from the pairs of the node above as far as they may stay."""
    limited = prices.within(problem, dict(fixed))
    scaled = replace(gains, problem=limited)
    start = None
    if above:
        stays = limited.allowed[above.rows, above.columns]
        start = above.rows[stays], above.columns[stays]
    rows, columns, paid = relaxed(limited, scaled, start)
    leaf = Leaf(fixed, tuple(paid.tolist()))
    return _Node(fixed, rows, columns, gains.total(rows, columns), leaf, prices.bound(limited, scaled, paid))


def _useful(problem: Problem, column: int) -> tuple[int, ...]:
    """Return the topics of a mentor that are not wholly within another one; of equal ones the first."""
    whom = problem.topics[column] & problem.allowed[:, column]
    within = ~(whom[:, None] & ~whom).any(axis=2)
    beaten = within & ~within.T | within & np.tri(len(whom), k=-1, dtype=bool)
    return tuple(np.flatnonzero(~beaten.any(axis=1)).tolist())


def _shared(problem: Problem, node: _Node, column: int) -> Whole:
    """Return the topics that serve all of the mentor's mentees."""
    return np.flatnonzero(problem.topics[column][:, node.rows[node.columns == column]].all(axis=1))


def _quarrel(problem: Problem, gains: Gains, node: _Node) -> int | None:
    """Return the mentor whose mentees share no topic and who would lose most by any one topic, if any; the first."""
    losses = {column: _loss(problem, gains, node, column) for column in sorted(problem.topics)}
    column = max(losses, key=losses.__getitem__, default=None)
    return column if column is not None and losses[column] else None


def _loss(problem: Problem, gains: Gains, node: _Node, column: int) -> int:
    """Return the gain of those of the mentor's mentees whom the best topic for them leaves out."""
    rows = node.rows[node.columns == column]
    own = gains.of(rows, np.full(len(rows), column))
    return int(own.sum() - (problem.topics[column][:, rows] @ own).max(initial=0))


def _rounded(problem: Problem, gains: Gains, useful: Mapping[int, tuple[int, ...]], node: _Node) -> _Node:
    """Return the node with a topic for every group: as chosen, or the one in which its own mentees gain most."""
    if _quarrel(problem, gains, node) is None:
        return node
    fixed = dict(node.fixed)
    for column, topics in useful.items():
        if topics and column not in fixed:
            rows = node.rows[node.columns == column]
            gain = problem.topics[column][:, rows] @ gains.of(rows, np.full(len(rows), column))
            fixed[column] = topics[int(gain[list(topics)].argmax())]
    return _node(problem, gains, tuple(fixed.items()), node)


def _solution(problem: Problem, gains: Gains, best: _Node, ends: list[_Node]) -> Solution:
    pairs = tuple(sorted(zip(best.rows.tolist(), best.columns.tolist(), strict=True)))
    groups = sorted({column for _, column in pairs if column in problem.topics})
    fixed = dict(best.fixed)
    topic_of = {column: fixed.get(column, int(_shared(problem, best, column).min(initial=2**31))) for column in groups}
    bound = max(node.bound for node in ends)
    proof = Proof(tuple(node.leaf for node in ends), best.value, bound, gains.worth(bound - best.value))
    return Solution(pairs, worth(problem, pairs), topic_of, proof)
