"""The points of every mentee with every mentor, what they are made of, and how much was known."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .across import blocks
from .criteria import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .across import Part
    from .facts import Facts
    from .rules import Rules

TENTHS = 1000
"""A hundred points in tenths of a point."""
_HALF = 0.501
"""Halves go up, even when the last digit of a float says a little less."""


@dataclass(frozen=True)
class Scores:
    """Scores of facts.mentees × facts.mentors.

    criteria, weights: those with a weight, in the order of the rules. parts: by criterion, 0…1, NaN where a side has
    no data. total: mentees × mentors, float32, 0…1, the weighted mean of what is known, 0 when nothing is.
    certainty: the share of the weights for which there was data, 0…1. kept: all parts, when they are few.
    """

    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    parts: tuple[Part, ...]
    total: NDArray[np.float32]
    certainty: NDArray[np.float32]
    kept: NDArray[np.float32] | None = field(default=None, repr=False)

    @cached_property
    def tenths(self) -> NDArray[np.int16]:
        """The total in tenths of a point, 0…1000: what is shown and what is maximised."""
        found = np.empty(self.total.shape, dtype=np.int16)
        for rows in blocks(self.total.shape):
            found[rows] = np.floor(self.total[rows] * TENTHS + _HALF)
        return found

    @property
    def values(self) -> NDArray[np.float32]:
        """All parts, criteria × mentees × mentors; of many people better ask `at` and `of`."""
        return _values(self.parts, slice(None), self.total.shape) if self.kept is None else self.kept

    @property
    def contributions(self) -> NDArray[np.float32]:
        """What each criterion adds, criteria × mentees × mentors, in points of its weight; NaN where it is unknown."""
        return self.values * _column(self.weights)

    def at(self, row: int, column: int) -> NDArray[np.float32]:
        """Return the values of one pair by criterion."""
        if self.kept is not None:
            return self.kept[:, row, column]
        return self.of([row], [column])[:, 0]

    def of(self, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float32]:
        """Return the values of some pairs, criteria × pairs."""
        i, j = np.asarray(rows, dtype=np.intp), np.asarray(columns, dtype=np.intp)
        if self.kept is not None:
            return self.kept[:, i, j]
        found = np.empty((len(self.parts), len(i)), dtype=np.float32)
        for place, part in enumerate(self.parts):
            found[place] = part.of(i, j)
        return found


def score(facts: Facts, rules: Rules) -> Scores:
    """Weigh everyone with everyone; a pair's points depend on these two people only.

    The parts are worked out some rows at a time, and kept when they are few.
    """
    used = tuple((code, weight) for code, weight in rules.weights.items() if weight > 0)
    parts = tuple(CRITERIA[code](facts) for code, _ in used)
    weights = tuple(weight for _, weight in used)
    total, certainty = (np.zeros(facts.shape, dtype=np.float32) for _ in range(2))
    slices = tuple(blocks(facts.shape, len(parts)))
    values = None
    for rows in slices:
        values = _values(parts, rows, facts.shape)
        total[rows], certainty[rows] = _weighed(values, weights)
    return Scores(
        tuple(code for code, _ in used), weights, parts, total, certainty, values if len(slices) == 1 else None
    )


def _values(parts: tuple[Part, ...], rows: slice, shape: tuple[int, int]) -> NDArray[np.float32]:
    found = np.empty((len(parts), len(range(shape[0])[rows]), shape[1]), dtype=np.float32)
    for place, part in enumerate(parts):
        found[place] = part.block(rows)
    return found


def _weighed(
    values: NDArray[np.float32], weights: tuple[float, ...]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the weighted mean of what is known, 0 when nothing is, and the share of the weights that is known."""
    known = ~np.isnan(values)
    whole, gained = (np.zeros(values.shape[1:], dtype=np.float32) for _ in range(2))
    for layer, is_known, weight in zip(values, known, weights, strict=True):
        whole += np.where(is_known, np.float32(weight), np.float32(0))
        gained += np.where(is_known, layer * np.float32(weight), np.float32(0))
    mean = np.divide(gained, whole, out=np.zeros_like(whole), where=whole > 0)
    return mean, whole / np.float32(max(sum(weights), 1e-9))


def _column(weights: tuple[float, ...]) -> NDArray[np.float32]:
    return np.array(weights, dtype=np.float32)[:, None, None]
