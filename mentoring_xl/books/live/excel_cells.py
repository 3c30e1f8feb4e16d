"""Ranges of an Excel sheet as boxes, and the cells in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

Place = tuple[int, int]


def box_of(cells: xw.Range) -> Box:
    """Return where a range lies."""
    last = cells.last_cell
    return Box(cells.row, cells.column, last.row, last.column)


def inside(box: Box) -> Iterator[Place]:
    """Yield the cells of a box by rows."""
    for row in range(box.top, box.bottom + 1):
        for column in range(box.left, box.right + 1):
            yield row, column


def part_of(cells: xw.Range, box: Box) -> xw.Range:
    """Return a box of a range, one-based inside it."""
    top, left = cells.row - 1, cells.column - 1
    return cells.sheet.range((top + box.top, left + box.left), (top + box.bottom, left + box.right))
