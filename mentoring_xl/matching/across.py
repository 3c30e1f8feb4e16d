"""One value for every mentee and mentor, worked out once for each two different inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from .facts import Facts, Key

L = TypeVar("L", bound="Hashable")
R = TypeVar("R", bound="Hashable")


def crossed(left: Sequence[L], right: Sequence[R], value: Callable[[L, R], float | None]) -> NDArray[np.float32]:
    """Return value(l, r) as a len(left) × len(right) matrix, NaN for None; equal inputs are worked out once."""
    rows, row_of = _distinct(left)
    columns, column_of = _distinct(right)
    small = np.array([[value(a, b) for b in columns] for a in rows], dtype=np.float32)
    return small.reshape(len(rows), len(columns))[np.ix_(row_of, column_of)]


def marked(facts: Facts, pairs: Iterable[Key]) -> NDArray[np.bool_]:
    """Return a mask, mentees × mentors, true at the given (mentee key, mentor key); unknown keys are passed over."""
    mask = np.zeros(facts.shape, dtype=np.bool_)
    for mentee, mentor in pairs:
        row, column = facts.row_of.get(mentee), facts.column_of.get(mentor)
        if row is not None and column is not None:
            mask[row, column] = True
    return mask


def _distinct(values: Sequence[L]) -> tuple[list[L], list[int]]:
    place: dict[L, int] = {}
    positions = [place.setdefault(value, len(place)) for value in values]
    return list(place), positions
