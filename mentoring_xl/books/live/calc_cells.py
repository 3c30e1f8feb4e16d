"""Single cells of a LibreOffice sheet by row and column, both one-based."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

    from mentoring_xl.books.sheets import Box

Place = tuple[int, int]


def cell(sheet: xw.Sheet, place: Place) -> Any:
    """Return a cell as UNO has it."""
    return sheet.api.getCellByPosition(place[1] - 1, place[0] - 1)


def found(cells: xw.Range, flag: int) -> Iterator[Place]:
    """Yield the cells of a range with a content that com.sun.star.sheet.CellFlags names."""
    yield from holding(cells.api, flag)


def holding(cells: Any, flag: int) -> Iterator[Place]:
    """Do as `found`, for a range as UNO has it."""
    for edge in cells.queryContentCells(flag).getRangeAddresses():
        yield from inside(edge)


def inside(edge: Any) -> Iterator[Place]:
    """Return the cells of a CellRangeAddress by rows."""
    rows, columns = range(edge.StartRow + 1, edge.EndRow + 2), range(edge.StartColumn + 1, edge.EndColumn + 2)
    return product(rows, columns)


def address(sheet: xw.Sheet, box: Box) -> Any:
    """Return a com.sun.star.table.CellRangeAddress."""
    return uno_module().createUnoStruct(
        "com.sun.star.table.CellRangeAddress",
        sheet.index - 1, box.left - 1, box.top - 1, box.right - 1, box.bottom - 1,
    )  # fmt: skip
