"""Reads a block of a worksheet's cells as a grid promises them: plain text, numbers, dates; never an exception."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from mentoring_xl.core.cell import letters

from .panics import panics_as_errors
from .text_cells import decoded

if TYPE_CHECKING:
    from collections.abc import Container

UNREADABLE_DATE = "########"
"""What Excel shows of a number that no calendar holds."""


def block(sheet: Any, top: int, bottom: int, left: int, right: int) -> list[tuple[object, ...]]:
    """Return the rows of a wolfxl worksheet between these one-based bounds, read at once; none when it is empty."""
    if bottom < top:
        return []
    try:
        with panics_as_errors():
            rows = list(sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True))
    except ValueError:
        # one date beyond the year 9999 spoils the whole block: take the cells singly
        columns = range(left, right + 1)
        rows = [tuple(_single(sheet.cell(row, column)) for column in columns) for row in range(top, bottom + 1)]
    return [tuple(_plain(value) for value in row) for row in rows]


def formula_cells(sheet: Any) -> Container[str]:
    """Return the addresses of a wolfxl worksheet's cells that hold formulas."""
    try:
        with panics_as_errors():
            return cast("Container[str]", sheet.cached_formula_values())
    except ValueError:
        # the result of one is a date that no calendar holds: ask for the formulas themselves
        places = sheet.parent._rust_reader.read_sheet_formulas(sheet.title)
        return {f"{letters(column)}{row + 1}" for row, column in places}


def _single(cell: Any) -> object:
    try:
        with panics_as_errors():
            return cell.value
    except ValueError:
        return UNREADABLE_DATE


def _plain(value: object) -> object:
    if isinstance(value, str):
        return decoded(value).replace("\r\n", "\n")
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return value
