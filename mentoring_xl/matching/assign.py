"""The best legal set of pairs: an exact maximum of the points, with as many pairs as possible first when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_EXACT = 2**52
"""Whole numbers up to here stay exact in the solver's floating point."""


def assign(
    points: NDArray[np.int64], allowed: NDArray[np.bool_], capacity: Sequence[int], *, paired_first: bool
) -> tuple[int | None, ...]:
    """Choose a mentor for each mentee, or none.

    points: mentees × mentors, whole numbers from 0. allowed: the same shape; what is false is never chosen.
    capacity: by mentor, how many mentees may be added.
    paired_first: among all legal sets the one with the most pairs, then with the most points; else the most points.
    Returns the column of each mentee's mentor. Of equally good sets the one that brings early rows together with early
    columns is taken, so people in the order of their codes always give the same set.

    A linear assignment (scipy.optimize.linear_sum_assignment: D. F. Crouse, 2016): each mentor has a column for every
    free place, each mentee one of his own for «no pair». A forbidden cell is infinite, that is, no edge at all.
    """
    from scipy.optimize import linear_sum_assignment

    mentees, mentors = len(points), len(capacity)
    seats = np.repeat(np.arange(mentors), [min(max(places, 0), mentees) for places in capacity])
    if not mentees or not seats.size:
        return (None,) * mentees
    gain = _gain(points, min(mentees, seats.size), paired_first=paired_first)
    cost = np.full((mentees, seats.size + mentees), np.inf)
    cost[:, : seats.size] = np.where(allowed, -gain.astype(np.float64), np.inf)[:, seats]
    cost[np.arange(mentees), seats.size + np.arange(mentees)] = 0
    chosen: NDArray[np.int64] = linear_sum_assignment(cost)[1]
    return tuple(int(seats[column]) if column < seats.size else None for column in chosen)


def _gain(points: NDArray[np.int64], pairs: int, *, paired_first: bool) -> NDArray[np.int64]:
    """Return the worth of each pair: the pair itself when it comes first, then its points, then the tie-break.

    A level outweighs everything that the levels below it can add up to in `pairs` pairs.
    """
    mentees, mentors = points.shape
    more_than_all_points = int(points.max()) * pairs + 1
    early = np.multiply.outer(np.arange(mentees, 0, -1), np.arange(mentors, 0, -1))
    room = max(_EXACT // more_than_all_points // pairs, 1)
    early = -(-early // -(-int(early.max()) // room))
    more_than_all_ties = int(early.max()) * pairs + 1
    return (points + (more_than_all_points if paired_first else 0)) * more_than_all_ties + early
