"""A1 addresses and rectangles of cells; rows and columns count from one, as in Excel."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_CELL = r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})"
_CELLS = re.compile(rf"{_CELL}(?::{_CELL})?")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([0-9]{1,7}):\$?([0-9]{1,7})")


class Box(NamedTuple):
    """A rectangle of cells: top left corner, height and width."""

    row: int
    column: int
    rows: int
    columns: int

    @property
    def bottom(self) -> int:
        return self.row + self.rows - 1

    @property
    def right(self) -> int:
        return self.column + self.columns - 1


def spanning(row: int, column: int, other_row: int, other_column: int) -> Box:
    """The box between two opposite corners, in any order."""
    top, bottom = sorted((row, other_row))
    left, right = sorted((column, other_column))
    return Box(top, left, bottom - top + 1, right - left + 1)


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def box(text: str, whole: Callable[[], Box]) -> Box | None:
    """The box of an A1 address; None when it is not one. `whole` gives all cells of the sheet, when they are needed."""
    if match := _CELLS.fullmatch(text):
        left, top, right, bottom = match.groups()
        column, row = column_number(left), int(top)
        return spanning(row, column, int(bottom or row), column_number(right) if right else column)
    if match := _COLUMNS.fullmatch(text):
        return spanning(1, column_number(match[1]), whole().rows, column_number(match[2]))
    if match := _ROWS.fullmatch(text):
        return spanning(int(match[1]), 1, int(match[2]), whole().columns)
    return None


def address(of: Box, row_absolute: bool = True, column_absolute: bool = True) -> str:
    """The A1 address, e.g. "$A$1:$C$3"; one cell gives one part."""
    row_mark, column_mark = "$" * row_absolute, "$" * column_absolute
    corners = [(of.row, of.column)] + ([(of.bottom, of.right)] if (of.rows, of.columns) != (1, 1) else [])
    return ":".join(f"{column_mark}{column_letters(column)}{row_mark}{row}" for row, column in corners)


def lines(of: Box, whole: Box, row_absolute: bool = True, column_absolute: bool = True) -> str | None:
    """The address of whole columns or rows, e.g. "$A:$C"; None when the box is neither."""
    if of.rows == whole.rows:
        mark = "$" * column_absolute
        return f"{mark}{column_letters(of.column)}:{mark}{column_letters(of.right)}"
    if of.columns == whole.columns:
        mark = "$" * row_absolute
        return f"{mark}{of.row}:{mark}{of.bottom}"
    return None


def quoted(sheet: str) -> str:
    """A sheet's name as it stands in a formula: in apostrophes unless it is one plain word."""
    if re.fullmatch(r"[^\W\d]\w*", sheet) and not re.fullmatch(r"[A-Za-z]{1,3}[0-9]+", sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"
