"""Matrices of mentees × mentors that are worked out by rows or for single pairs and need not lie in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from .facts import Facts, Key

    Index: TypeAlias = NDArray[np.intp]

L = TypeVar("L", bound="Hashable")
R = TypeVar("R", bound="Hashable")

SMALL = 2_000_000
"""Cells that are kept in memory without a thought; a matrix that has more is worked out when it is asked for."""


class Part(Protocol):
    """A matrix of mentees × mentors."""

    def block(self, rows: slice) -> NDArray[Any]:
        """Return some rows, in a shape that broadcasts to len(rows) × mentors."""

    def of(self, rows: Index, columns: Index) -> NDArray[Any]:
        """Return the values at pairs, in a shape that broadcasts to theirs."""


@dataclass(frozen=True)
class Worked:
    """What a formula gives for indices of mentees and of mentors that broadcast. shape: mentees × mentors."""

    shape: tuple[int, int]
    value: Callable[[Index, Index], NDArray[Any]]

    def block(self, rows: slice) -> NDArray[Any]:
        """Return some rows; see Part."""
        return self.value(np.arange(self.shape[0])[rows, None], np.arange(self.shape[1])[None, :])

    def of(self, rows: Index, columns: Index) -> NDArray[Any]:
        """Return the values at pairs; see Part."""
        return self.value(rows, columns)


@dataclass(frozen=True)
class Marked:
    """A matrix that differs from another one at a few pairs. spots: by row, column → value."""

    base: Part
    spots: Mapping[int, Mapping[int, Any]]
    shape: tuple[int, int]

    def block(self, rows: slice) -> NDArray[Any]:
        """Return some rows; see Part."""
        numbers = range(self.shape[0])[rows]
        found = np.array(np.broadcast_to(self.base.block(rows), (len(numbers), self.shape[1])))
        for place, row in enumerate(numbers):
            for column, value in self.spots.get(row, {}).items():
                found[place, column] = value
        return found

    def of(self, rows: Index, columns: Index) -> NDArray[Any]:
        """Return the values at pairs; see Part."""
        found = np.array(np.broadcast_to(self.base.of(rows, columns), rows.shape))
        for place, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
            if column in (spots := self.spots.get(row, {})):
                found[place] = spots[column]
        return found


def crossed(
    left: Sequence[L], right: Sequence[R], value: Callable[[L, R], float | None], kind: type = np.float32
) -> Worked:
    """Return value(l, r) for len(left) × len(right), NaN for None; equal inputs are worked out once."""
    rows, row_of = distinct(left)
    columns, column_of = distinct(right)
    small: NDArray[Any] = np.array([[value(a, b) for b in columns] for a in rows], dtype=kind)
    return spread(small.reshape(len(rows), len(columns)), row_of, column_of)


def spread(small: NDArray[Any], row_of: Sequence[int], column_of: Sequence[int]) -> Worked:
    """Return the matrix of everyone from that of different inputs. row_of, column_of: by person, where he stands."""
    rows, columns = np.array(row_of, dtype=np.intp), np.array(column_of, dtype=np.intp)
    return Worked((len(rows), len(columns)), lambda i, j: small[rows[i], columns[j]])


def of_mentees(facts: Facts, line: NDArray[Any]) -> Worked:
    """Return a matrix that depends on the mentee alone."""
    return Worked(facts.shape, lambda i, _: line[i])


def of_mentors(facts: Facts, line: NDArray[Any]) -> Worked:
    """Return a matrix that depends on the mentor alone."""
    return Worked(facts.shape, lambda _, j: line[j])


def marked(facts: Facts, pairs: Iterable[Key]) -> Marked:
    """Return a mask, true at the given (mentee key, mentor key); unknown keys are passed over."""
    spots: dict[int, dict[int, bool]] = {}
    for pair in pairs:
        if seat := facts.seat(pair):
            spots.setdefault(seat[0], {})[seat[1]] = True
    return Marked(of_mentees(facts, np.zeros(len(facts.mentees), dtype=np.bool_)), spots, facts.shape)


def blocks(shape: tuple[int, int], depth: int = 1) -> Iterator[slice]:
    """Yield row slices that hold at most SMALL cells in `depth` layers, at least one row each."""
    step = max(SMALL // max(shape[1] * depth, 1), 1)
    for first in range(0, shape[0], step):
        yield slice(first, min(first + step, shape[0]))


def distinct(values: Sequence[L]) -> tuple[list[L], list[int]]:
    """Return the different values in order, and where each of `values` stands among them."""
    place: dict[L, int] = {}
    positions = [place.setdefault(value, len(place)) for value in values]
    return list(place), positions
