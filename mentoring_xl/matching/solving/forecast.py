"""Prices of places guessed from a sample of the mentees: good enough to tell which mentors each of them should ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mentoring_xl.matching.solving.problem import Problem, Whole

    Real = NDArray[np.float32]

_WIDTHS, _ROUNDS = (0.08, 0.04, 0.02, 0.01), 5
"""How far from his best choice a mentee still looks, in parts of the most points; rounds of prices at each width."""
_FAR = np.float32(20)
"""Choices this many widths below the best do not count: e**-20."""
_TINY, _BANNED = np.float32(1e-30), np.float32(-1e9)
_STEP = 5_387
"""A prime, so that the draws of neighbours begin far from each other."""


@dataclass(frozen=True, eq=False)
class _Sample:
    """points: sample × mentors. wanted: by mentee. places: by mentor, the sample's share. alone: worth of no mentor."""

    points: Real
    wanted: Real
    places: Real
    alone: np.float32


def forecast(problem: Problem, people: int = 1_250) -> Real:
    """Return a price of a place by mentor, in tenths of a point from 0, that the best set would roughly have.

    people: how many mentees are asked.
    Each mentee of this sample spreads over the mentors by e**((points − price) / width); a price rises while more of
    them come than there are places in the sample's share. The width shrinks step by step. (Sinkhorn's iteration with
    an upper bound on the columns: J.-D. Benamou and others, 2015.) Nothing exact rests on it.
    """
    most = _most(problem)
    asked = np.flatnonzero(problem.units)
    rows = asked[:: max(len(asked) // people, 1)]
    wanted = problem.units[rows].astype(np.float32)
    share = np.float32(wanted.sum() / max(problem.units.sum(), 1))
    sample = _Sample(
        np.where(problem.allowed[rows], problem.points[rows], _BANNED).astype(np.float32, copy=False),
        wanted,
        problem.places.astype(np.float32) * share,
        np.float32(-most if problem.paired_first else 0),
    )
    price = np.zeros(problem.shape[1], dtype=np.float32)
    for width in _WIDTHS:
        price = _raised(sample, price, np.float32(width * most))
    return price


def draws(problem: Problem) -> Real:
    """Return a line of draws, twice as long as there are mentors, in tenths of a point; the same every time.

    Gumbel's distribution: the best of points − price + draw falls on each of some equal mentors as often. A mentee's
    own draws are as many as there are mentors, from place `begin` on; half the narrowest width, so that points decide.
    """
    scale = _WIDTHS[-1] * _most(problem) / 2
    return np.tile(np.random.default_rng(0).gumbel(scale=scale, size=problem.shape[1]).astype(np.float32), 2)


def begin(problem: Problem, rows: Whole) -> Whole:
    """Return where in the line of draws those of some mentees begin."""
    return _STEP * rows % problem.shape[1]


def _most(problem: Problem) -> int:
    return max(int(problem.points.max(initial=0)), 1)


def _raised(sample: _Sample, price: Real, width: np.float32) -> Real:
    """Return the prices after the rounds at a width."""
    weight = sample.points - price
    best = np.maximum(weight.max(axis=1, initial=_BANNED), sample.alone)
    weight -= best[:, None]
    weight /= width
    np.maximum(weight, -_FAR, out=weight)
    np.exp(weight, out=weight)
    weight -= np.exp(-_FAR)
    nobody = np.exp(np.maximum((sample.alone - best) / width, -_FAR))
    # a price may fall to 0 and no further
    most = np.exp(np.minimum(price / width, 80))
    discount = np.ones_like(price)
    for _ in range(_ROUNDS):
        share = sample.wanted / np.maximum(weight @ discount + nobody, _TINY)
        discount = np.minimum(most, sample.places / np.maximum(share @ weight, _TINY))
    raised: Real = np.maximum(price - width * np.log(np.maximum(discount, _TINY)), 0)
    return raised
