"""The best set with one mentor each, from a matrix of mentees × places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.matching.solving.forecast import forecast

if TYPE_CHECKING:
    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Problem, Whole

_LARGE = 1_000_000
"""Cells of mentees × places from which prices are guessed first, when there are places for all: the solver then has
far less to look for."""
_SAMPLE, _MARGIN = 500, 0.01
"""Mentees asked for the guess; the part of the most points by which it is lowered, so that no dear place stays free."""


def assigned(problem: Problem, gains: Gains) -> tuple[Whole, Whole]:
    """Return rows and columns of the best set in which no mentee has more than one mentor; topics are not looked at.

    A linear assignment (scipy.optimize.linear_sum_assignment: D. F. Crouse, 2016) with a column per place.
    A forbidden cell is worth 0 there, a legal one at least 1; what comes out on a forbidden cell is no pair. Any legal
    set fits into a full assignment, since the rows and places it leaves free can be joined at 0 or more; and a full
    assignment without its forbidden cells is a legal set of the same worth. So the maxima agree.
    In a large school guessed prices are taken off; the set is then the best only if no place with a price stays free,
    and nearly the best otherwise: the residual graph tells, and finishes it.
    """
    from scipy.optimize import linear_sum_assignment

    useful = np.minimum(problem.places, problem.allowed.sum(axis=0))
    rows = np.flatnonzero((problem.units > 0) & problem.allowed.any(axis=1))
    seats = np.repeat(np.arange(len(useful)), useful)
    cost = -gains.values.astype(np.float64)
    cost -= np.where(problem.allowed, gains.bonus[:, None], 0)
    if len(rows) * len(seats) > _LARGE and len(rows) <= len(seats):
        cost += _discount(problem, gains)
    if len(rows) < len(cost):
        cost = cost[rows]
    chosen_rows, chosen_seats = linear_sum_assignment(cost.take(seats, axis=1))
    rows, columns = rows[chosen_rows], seats[chosen_seats]
    legal = problem.allowed[rows, columns]
    return rows[legal], columns[legal]


def _discount(problem: Problem, gains: Gains) -> Whole:
    lowered = np.maximum(forecast(problem, _SAMPLE) - _MARGIN * int(problem.points.max(initial=0)), 0)
    discount: Whole = np.rint(lowered).astype(np.int64) * gains.tenth
    return discount
