"""Which parts of a block show numbers in which way, asked for in few calls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from typing import Any, NamedTuple

from .formats import Shown

# beyond so many separate parts, asking for the whole block at once costs less
_SEPARATE = 6


class Part(NamedTuple):
    """A rectangle of one number format, by its edges inside the block, from zero."""

    shown: Shown
    key: int
    top: int
    left: int
    bottom: int
    right: int

    def among(self, places: Set[tuple[int, int]]) -> set[tuple[int, int]]:
        """Those of the places that lie in the part."""
        height, width = self.bottom - self.top + 1, self.right - self.left + 1
        if height * width < len(places):
            return {place for place in self.places() if place in places}
        return {
            (row, column)
            for row, column in places
            if self.top <= row <= self.bottom and self.left <= column <= self.right
        }

    def places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


def parts(cells: Any, columns: Collection[int]) -> list[Part]:
    """The parts that hold at least the given columns (from zero) of the block."""
    strips = _strips(columns)
    if len(strips) > _SEPARATE:
        strips = [(strips[0][0], strips[-1][1])]
    return [part for left, right in strips for part in _of_strip(cells, left, right)]


def _strips(columns: Collection[int]) -> list[tuple[int, int]]:
    strips: list[tuple[int, int]] = []
    for column in sorted(columns):
        if strips and strips[-1][1] == column - 1:
            strips[-1] = strips[-1][0], column
        else:
            strips.append((column, column))
    return strips


def _of_strip(cells: Any, left: int, right: int) -> Iterator[Part]:
    formats, box = cells.sheet.book.formats, cells.box
    bottom, whole = box.rows - 1, (left, right) == (0, box.columns - 1)
    strip = cells.uno if whole else cells.uno.getCellRangeByPosition(left, 0, right, bottom)
    if not mixed(strip):
        key = strip.NumberFormat
        yield Part(formats.shown(key), key, 0, left, bottom, right)
        return
    found = strip.getUniqueCellFormatRanges()
    for index in range(found.getCount()):
        same = found.getByIndex(index)
        key = same.NumberFormat
        for edge in same.getRangeAddresses():
            top, first = edge.StartRow - box.row + 1, edge.StartColumn - box.column + 1
            yield Part(formats.shown(key), key, top, first, edge.EndRow - box.row + 1, edge.EndColumn - box.column + 1)


def mixed(uno: Any) -> bool:
    """Whether the cells have more than one number format; their property then tells only that of the first."""
    return bool(uno.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE")
