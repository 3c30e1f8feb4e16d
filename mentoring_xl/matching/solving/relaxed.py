"""The best set without topics, and the prices that prove it: one mentor each first, then second and further ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.matching.solving import dense, sparse
from mentoring_xl.matching.solving.residual import Residual

if TYPE_CHECKING:
    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Problem, Whole


def relaxed(problem: Problem, gains: Gains, start: tuple[Whole, Whole] | None = None) -> tuple[Whole, Whole, Whole]:
    """Return rows and columns of the best pairs when groups need not agree, and the price of a place by mentor.

    start: rows and columns of legal pairs that are nearly the best; without them all is solved from the beginning.
    Second and further mentors are added one by one along the best ways of the residual graph.
    """
    if problem.is_large:
        return sparse.assigned(problem, gains, start)
    rows, columns = start or dense.assigned(problem, gains)
    residual = Residual(problem, gains, rows, columns)
    prices = residual.improve()
    return *residual.pairs(), prices
