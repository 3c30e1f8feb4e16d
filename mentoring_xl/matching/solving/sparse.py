"""The best set for a city: solved on a few candidates per mentee, then proved by prices over the whole matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from mentoring_xl.matching.solving.forecast import begin, draws, forecast
from mentoring_xl.matching.solving.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scipy.sparse import csr_array

    from mentoring_xl.matching.solving.forecast import Real
    from mentoring_xl.matching.solving.gains import Gains
    from mentoring_xl.matching.solving.problem import Problem, Whole

_CELLS = 250_000
"""Cells of the matrix looked at at a time, so that a city needs little memory."""
_CANDIDATES, _MORE = 20, 8
"""Mentors per mentee to begin with, and how many may be added to a mentee in a round."""
_MARGIN = 0.01
"""Forecast prices are cut by this part of the most points at the start, lest a place in demand stay empty."""
_ROUNDS = 40
"""Rounds of adding candidates after which the proof has to tell a gap."""
_NOT, _NEVER = np.float32(-1e9), 2**60


def assigned(problem: Problem, gains: Gains, start: tuple[Whole, Whole] | None = None) -> tuple[Whole, Whole, Whole]:
    """Return rows and columns of the best pairs in row order, and the lowest prices of a place by mentor.

    start: rows and columns of legal pairs that are nearly the best. Topics are not looked at.
    Column generation: candidates by forecast prices, the best set among them, then every cell of the matrix that beats
    the prices of that set becomes a candidate too, until there is none: then the prices prove the set the best of all.
    After a limit of rounds they still bound what is missing. Extra memory is a few hundred bytes per candidate.
    """
    guess = forecast(problem)
    cells = _candidates(problem, guess)
    rows, columns = start or _first(problem, gains, cells, guess)
    for _ in range(_ROUNDS):
        network = Network(problem, gains, np.union1d(cells, rows * problem.shape[1] + columns), rows, columns)
        prices = network.improve()
        rows, columns = network.pairs()
        least = _least(problem, gains, prices, rows, columns)
        missed = _missed(problem, gains, prices, least, (rows, columns))
        if not missed.size:
            break
        cells = np.union1d(cells, missed)
    for closed in np.flatnonzero(problem.places == 0):
        who = np.flatnonzero(problem.allowed[:, closed])
        prices[closed] = (gains.of(who, np.full(len(who), closed)) - least[who]).max(initial=0)
    return rows, columns, prices


def _blocks(problem: Problem) -> Iterator[slice]:
    mentees, mentors = problem.shape
    step = max(_CELLS // max(mentors, 1), 1)
    return (slice(first, min(first + step, mentees)) for first in range(0, mentees, step))


def _candidates(problem: Problem, guess: Real) -> Whole:
    """Return cells (row × mentors + column), in order: for each mentee the mentors with most points above the price.

    Chance lets mentees with equal choices ask different mentors, in about the shares that the forecast expects.
    """
    mentors = problem.shape[1]
    few = min(_CANDIDATES, mentors)
    paid = np.where(problem.places > 0, guess, -_NOT)
    chances = sliding_window_view(draws(problem), mentors)
    found = [np.zeros(0, dtype=np.int64)]
    for rows in _blocks(problem):
        left = chances[begin(problem, np.arange(rows.start, rows.stop))]
        left += problem.points[rows]
        left -= paid
        left[~problem.allowed[rows]] = _NOT
        left[problem.units[rows] == 0] = _NOT
        columns = np.argpartition(left, mentors - few, axis=1)[:, mentors - few :]
        at = np.arange(len(left))[:, None]
        found.append(((at + rows.start) * mentors + columns)[left[at, columns] > _NOT / 2])
    return np.sort(np.concatenate(found))


def _first(problem: Problem, gains: Gains, cells: Whole, guess: Real) -> tuple[Whole, Whole]:
    """Return legal pairs that are nearly the best among the candidates.

    An assignment with a column per place (scipy's LAPJVsp: R. Jonker and A. Volgenant, 1987) of the gains less the
    forecast prices, which lets most mentees have their first choice at once. If not everybody finds a mentor among the
    candidates, each gets a column of his own for nobody.
    """
    from scipy.sparse import eye_array, hstack
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    mentees, mentors = problem.shape
    rows, columns = np.divmod(cells, mentors)
    margin = _MARGIN * int(problem.points.max(initial=0))
    left = gains.of(rows, columns) - gains.tenth * np.rint(np.maximum(guess - margin, 0)).astype(np.int64)[columns]
    dearest = int(left.max(initial=0)) + 1
    useful = np.minimum(problem.places, np.bincount(columns, minlength=mentors))
    asking = np.repeat(np.arange(mentees), np.where(np.bincount(rows, minlength=mentees) > 0, problem.units, 0))
    cost = _by_place(mentees, useful, rows, columns, dearest - left)[asking]
    try:
        unit, place = min_weight_full_bipartite_matching(cost)
    except ValueError:
        nobody = eye_array(len(asking), format="csr") * float(dearest + gains.person)
        unit, place = min_weight_full_bipartite_matching(hstack((cost, nobody), format="csr"))
    last = np.cumsum(useful)
    paired = place < last[-1]
    columns = np.searchsorted(last, place[paired], side="right")
    rows, columns = np.divmod(np.unique(asking[unit[paired]] * mentors + columns), mentors)
    return rows, columns


def _by_place(mentees: int, places: Whole, rows: Whole, columns: Whole, costs: Whole) -> csr_array:
    """Return the sparse matrix of mentees × places with the cost of each candidate in all places of its mentor."""
    from scipy.sparse import csr_array

    many, first = places[columns], np.cumsum(places) - places
    ends = np.concatenate(([0], np.cumsum(many)))
    place = np.arange(ends[-1]) + np.repeat(first[columns] - ends[:-1], many)
    begins = ends[np.searchsorted(rows, np.arange(mentees + 1))]
    return csr_array((np.repeat(costs, many).astype(np.float64), place, begins), shape=(mentees, int(places.sum())))


def _least(problem: Problem, gains: Gains, prices: Whole, rows: Whole, columns: Whole) -> Whole:
    """Return by mentee what a mentor must bring above his price to be wanted: more than the worst of those he has.

    Who may have one more wants whatever brings a gain; his only mentor may have cost him more than his points.
    """
    mentees = len(problem.wants)
    has = np.bincount(rows, minlength=mentees)
    worst = np.full(mentees, _NEVER)
    np.minimum.at(worst, rows, gains.of(rows, columns) - prices[columns])
    return np.where(has < problem.units, np.where(has > 0, np.minimum(worst, 0), -gains.bonus), worst)


def _missed(problem: Problem, gains: Gains, prices: Whole, least: Whole, pairs: tuple[Whole, Whole]) -> Whole:
    """Return cells, in order, that a mentee wants at these prices and does not have; the best few for each.

    Whole tenths of a point are compared first, rounded so that nothing is overlooked; what is left, in gains.
    """
    mentors = problem.shape[1]
    far, chances = 2**30, draws(problem)
    paid = np.where(problem.places > 0, prices // gains.tenth, far).astype(np.int32)
    ties = -(-problem.points.size // gains.coarseness)
    bar = np.clip((least - ties) // gains.tenth, -far, far).astype(np.int32)
    found = [np.zeros(0, dtype=np.int64)]
    for rows in _blocks(problem):
        left = problem.points[rows].astype(np.int32)
        left -= paid
        maybe = (left > bar[rows, None]) & problem.allowed[rows]
        own = slice(*np.searchsorted(pairs[0], (rows.start, rows.stop)))
        maybe[pairs[0][own] - rows.start, pairs[1][own]] = False
        at, column = maybe.nonzero()
        row = at + rows.start
        over = gains.of(row, column) - prices[column] - least[row]
        best = np.lexsort((chances[begin(problem, row) + column], -over, at))
        best = best[over[best] > 0]
        best = best[np.arange(len(best)) - np.searchsorted(row[best], row[best]) < _MORE]
        found.append(row[best] * mentors + column[best])
    return np.sort(np.concatenate(found))
