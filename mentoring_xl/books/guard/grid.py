"""Cell addresses as numbers, and which rectangle of the sheet is in use."""

import re
from functools import lru_cache

from mentoring_xl.books.guard.limits import COLUMNS, ROWS

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=COLUMNS)
def column_number(letters: str) -> int:
    """Return 1 for «A», 16384 for «XFD»; larger numbers for columns that no sheet has."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return «A» for 1, «XFD» for 16384."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell(address: str) -> tuple[int, int] | None:
    """Return row and column from 1, or None when the address is malformed or outside the grid."""
    match = ADDRESS.fullmatch(address)
    if not match:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if row <= ROWS and column <= COLUMNS else None


def area(reference: str) -> tuple[int, int, int, int] | None:
    """Return first row, first column, last row, last column of «A1» or «A1:C3», or None as `cell` does."""
    first, _, last = reference.partition(":")
    start, end = cell(first), cell(last or first)
    if not start or not end or start[0] > end[0] or start[1] > end[1]:
        return None
    return *start, *end


def size(box: tuple[int, int, int, int]) -> int:
    """Return how many cells the rectangle holds."""
    return (box[2] - box[0] + 1) * (box[3] - box[1] + 1)
