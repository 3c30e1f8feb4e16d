"""Reads a block of a worksheet's cells as a grid promises them: plain text, numbers, dates; never an exception."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mentoring_xl.core.cell import letters

from .panics import panics_as_errors
from .text_cells import decoded

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


def formula_cells(sheet: Any) -> dict[str, str]:
    """Return the formulas of a wolfxl worksheet as they are typed, by address.

    The public way reads the whole sheet again, and stumbles over a result that no calendar holds.
    """
    with panics_as_errors():
        found = sheet.parent._rust_reader.read_sheet_formulas(sheet.title)
    return {f"{letters(column)}{row + 1}": f"={text}" for (row, column), text in found.items()}


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
