"""Moving over filled cells as Ctrl with an arrow key does, and the region around a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .addresses import Box
from .telling import told

_STEPS = {"down": (1, 0), "up": (-1, 0), "right": (0, 1), "left": (0, -1)}


def end(cells: Any, direction: str) -> Any:
    """The cell at the edge of the filled region, counted from the first cell; `direction` may be its first letter."""
    named = next(name for name in _STEPS if direction in {name, name[0]})
    down, across = _STEPS[named]
    sheet, start, whole = cells.sheet, cells.box, cells.sheet.whole()
    used = sheet.used_range.box
    if down:
        line = Box(1, start.column, max(used.bottom, start.row), 1)
        filled = [row[0] != "" for row in _contents(sheet, line)]
        return sheet.range((_edge(filled, start.row, down, whole.rows), start.column))
    line = Box(start.row, 1, 1, max(used.right, start.column))
    filled = [value != "" for value in _contents(sheet, line)[0]]
    return sheet.range((start.row, _edge(filled, start.column, across, whole.columns)))


def _contents(sheet: Any, box: Box) -> Any:
    with told("reading cells", sheet.book.document):
        return sheet.range(tuple(box)).uno.getDataArray()


def _edge(filled: Sequence[bool], start: int, step: int, last: int) -> int:
    """The place (from one) where the arrow stops: the end of this run, or the next filled cell, or the sheet's edge."""

    def full(place: int) -> bool:
        return 0 < place <= len(filled) and filled[place - 1]

    border = last if step > 0 else 1
    place = start
    if full(place) and full(place + step):
        while full(place + step):
            place += step
        return place
    place += step
    while 0 < place <= len(filled) and not full(place):
        place += step
    return place if full(place) else border


def region(cells: Any) -> Any:
    """The filled region around the cells, bounded by empty rows and columns."""
    with told("finding a region", cells.sheet.book.document):
        cursor = cells.sheet.uno.createCursorByRange(cells.uno)
        cursor.collapseToCurrentRegion()
        edge = cursor.getRangeAddress()
    return cells.sheet.between(edge.StartRow, edge.StartColumn, edge.EndRow, edge.EndColumn)
