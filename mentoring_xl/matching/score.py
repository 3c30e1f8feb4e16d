"""The points of every mentee with every mentor, what they are made of, and how much was known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .criteria import CRITERIA

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .facts import Facts
    from .rules import Rules

TENTHS = 1000
"""A hundred points in tenths of a point."""


@dataclass(frozen=True)
class Scores:
    """Scores of facts.mentees × facts.mentors.

    criteria, weights: those with a weight, in the order of the rules.
    values: criteria × mentees × mentors, float32, 0…1, NaN where a side has no data.
    total: mentees × mentors, float32, 0…1, the weighted mean of what is known, 0 when nothing is.
    certainty: the share of the weights for which there was data, 0…1.
    """

    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    values: NDArray[np.float32]
    total: NDArray[np.float32]
    certainty: NDArray[np.float32]

    @cached_property
    def tenths(self) -> NDArray[np.int64]:
        """The total in tenths of a point, 0…1000: what is shown and what is maximised."""
        return np.rint(self.total * TENTHS).astype(np.int64)


def score(facts: Facts, rules: Rules) -> Scores:
    """Weigh everyone with everyone; a pair's points depend on these two people only."""
    used = tuple((code, weight) for code, weight in rules.weights.items() if weight > 0)
    weights = np.array([weight for _, weight in used], dtype=np.float32)[:, None, None]
    values = np.array([CRITERIA[code](facts) for code, _ in used], dtype=np.float32).reshape(len(used), *facts.shape)
    known = np.where(np.isnan(values), np.float32(0), weights)
    whole = known.sum(axis=0)
    gained = (np.nan_to_num(values) * known).sum(axis=0)
    total = np.divide(gained, whole, out=np.zeros(facts.shape, dtype=np.float32), where=whole > 0)
    certainty = whole / max(float(weights.sum()), 1e-9)
    return Scores(tuple(c for c, _ in used), tuple(w for _, w in used), values, total, certainty.astype(np.float32))
