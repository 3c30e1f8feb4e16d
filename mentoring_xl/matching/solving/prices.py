"""The check of a solution: with the prices of places, no legal set can be worth more than the bound they give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving import gains as scale
from mentoring_xl.matching.solving.gains import NEVER
from mentoring_xl.matching.solving.problem import worth

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Leaf, Mask, Pair, Problem, Solution, Whole

_CELLS = 250_000
"""Cells of the matrix looked at at a time, so that a city needs little memory."""


def bound(problem: Problem, gains: Gains, prices: Sequence[int] | Whole) -> int:
    """Return what no set of pairs can exceed: places at their prices, and each mentee's best mentors after paying them.

    prices: by mentor, whole numbers from 0, in gains. Σ places·price + Σ best bundle, a bundle being up to as many
    mentors as the mentee may have, the first with his bonus (Lagrangian dual of the places; M. Fisher, 1981).
    """
    paid = np.asarray(prices, dtype=np.int64)
    total = int((problem.places * paid).sum())
    mentees, mentors = problem.shape
    step = max(_CELLS // max(mentors, 1), 1)
    for first in range(0, mentees, step):
        total += _bundles(problem, gains, paid, slice(first, first + step))
    return total


def _bundles(problem: Problem, gains: Gains, prices: Whole, rows: slice) -> int:
    units, mentors = problem.units[rows], len(prices)
    left = np.where(problem.allowed[rows], gains.block(rows) - prices, NEVER)
    most = min(int(units.max(initial=0)), mentors)
    if not most:
        return 0
    if most == 1:
        first = left.max(axis=1) + gains.bonus[rows]
        return int(np.where(units > 0, first, 0).clip(0).sum())
    best = -np.sort(-left, axis=1)[:, :most]
    best[:, 0] += gains.bonus[rows]
    return int(np.where(np.arange(most) < units[:, None], best, 0).clip(0).sum())


def within(problem: Problem, topics: Mapping[int, int]) -> Problem:
    """Return the problem without topics: whom a group's mentor may get is cut to the topic, or to any of them."""
    if not problem.topics:
        return problem
    allowed = problem.allowed.copy()
    for column, served in problem.topics.items():
        allowed[:, column] &= served[topics[column]] if column in topics else served.any(axis=0)
    return replace(problem, allowed=allowed, topics={})


def check(problem: Problem, solution: Solution) -> bool:
    """Tell whether the solution is legal, worth what it says, and proved by its prices to be as good as it says.

    Only whole numbers are used, and nothing of the proof is taken on trust: the branches must cover all choices of
    topics, and the bound of each is worked out from the problem. True for a solution that is proved only up to a gap.
    """
    gains = scale.gains(problem)
    if not _is_legal(problem, solution) or solution.worth != worth(problem, solution.pairs):
        return False
    rows, columns = np.array(solution.pairs, dtype=np.int64).reshape(-1, 2).T
    proof = solution.proof
    return (
        proof.value == gains.total(rows, columns)
        and covers(problem, [leaf.topics for leaf in proof.leaves])
        and all(_is_priced(problem, leaf) for leaf in proof.leaves)
        and proof.bound == max(leaf_bound(problem, gains, leaf) for leaf in proof.leaves)
        and proof.gap == gains.worth(proof.bound - proof.value)
    )


def leaf_bound(problem: Problem, gains: Gains, leaf: Leaf) -> int:
    """Return what no set of pairs with the leaf's topics can exceed."""
    limited = within(problem, dict(leaf.topics))
    return bound(limited, replace(gains, problem=limited), leaf.prices)


def covers(problem: Problem, branches: Sequence[tuple[Pair, ...]]) -> bool:
    """Tell whether every legal set lies in one of the branches: each a row of choices (column, topic) from the root."""
    if () in branches:
        return True
    columns = {branch[0][0] for branch in branches}
    if len(columns) != 1 or not columns <= problem.topics.keys():
        return False
    column = columns.pop()
    whom: Mask = problem.topics[column] & problem.allowed[:, column]
    below: dict[int, list[tuple[Pair, ...]]] = {}
    for (_, topic), *rest in branches:
        below.setdefault(topic, []).append(tuple(rest))
    if not below.keys() <= set(range(len(whom))):
        return False
    is_met = all(any(not (served & ~whom[topic]).any() for topic in below) for served in whom)
    return is_met and all(covers(problem, deeper) for deeper in below.values())


def _is_priced(problem: Problem, leaf: Leaf) -> bool:
    return len(leaf.prices) == len(problem.capacity) and min(leaf.prices, default=0) >= 0


def _is_legal(problem: Problem, solution: Solution) -> bool:
    mentees, mentors = problem.shape
    pairs = solution.pairs
    if not all(0 <= row < mentees and 0 <= column < mentors for row, column in pairs):
        return False
    if {column for _, column in pairs if column in problem.topics} != set(solution.topic_of):
        return False
    if not all(0 <= topic < len(problem.topics[column]) for column, topic in solution.topic_of.items()):
        return False
    rows, columns = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return (
        list(pairs) == sorted(set(pairs))
        and bool(within(problem, solution.topic_of).allowed[rows, columns].all())
        and bool((np.bincount(columns, minlength=mentors) <= problem.places).all())
        and bool((np.bincount(rows, minlength=mentees) <= problem.units).all())
    )
