"""Addresses as a person knows them: sheet, column letter, row number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTERS = 26


@dataclass(frozen=True, order=True)
class Cell:
    """One cell; row 0 means «the table as a whole» and is shown without a row number."""

    sheet: str
    column: str
    row: int

    def __str__(self) -> str:
        return f"{self.sheet}!{self.column}{self.row or ''}"


@dataclass(frozen=True)
class Place:
    """Where a row was read: the sheet's present title, its row number, and the letter of each field found.

    unread: the fields whose cells hold something that does not fit their columns; in the row they are blank.
    """

    sheet: str
    row: int
    columns: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


def letters(index: int) -> str:
    """Return the column letters of a zero-based index: 0 → A, 25 → Z, 26 → AA."""
    text = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def index(column: str) -> int:
    """Return the zero-based index of column letters: A → 0, AA → 26."""
    number = 0
    for letter in column:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
