"""What every reader gives: the heads of the columns and a row of values per filled-in form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import tidy, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_HEAD = 1_000
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!")
_LOOKED_AT = 20
"""Rows at the top among which the heads stand; above them a typed-in table may have a title."""


@dataclass(frozen=True)
class Sheet:
    """Filled-in forms. name: of the file. heads: one per column, tidied. rows: values in the order of the columns.

    title: of the sheet they stand on, where the file has tables on others too. numbers: of the rows in the file, from
    1. A value is text, a number, a bool, a date or None; several choices of a list are parted by line breaks.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    title: str = ""
    numbers: tuple[int, ...] = ()

    def number(self, place: int) -> int:
        """Return the number of a row in the file, as a spreadsheet numbers it."""
        return self.numbers[place] if self.numbers else place + 2


def sheet_of(name: str, lines: Iterable[Sequence[object]]) -> Sheet | None:
    """Make a sheet of the rows of a table: the heads are the first row more than half as full as the fullest near it.

    None when there is no row below the heads. Columns without a head and blank rows are left out.
    """
    cleaned = enumerate(([_clean(value) for value in line] for line in lines), 1)
    table = [(number, row) for number, row in cleaned if any(map(_said, row))]
    counts = [sum(map(_said, row)) for _, row in table[:_LOOKED_AT]]
    at = next((at for at, count in enumerate(counts) if 2 * count > max(counts)), 0)
    if len(table) <= at + 1:
        return None
    heads = {
        column: tidy(writable(as_text(head)))[:_LONGEST_HEAD] for column, head in enumerate(table[at][1]) if _said(head)
    }
    rows = {
        number: tuple(row[column] if column < len(row) else None for column in heads) for number, row in table[at + 1 :]
    }
    filled = {number: row for number, row in rows.items() if any(map(_said, row))}
    return Sheet(name, tuple(heads.values()), tuple(filled.values()), numbers=tuple(filled))


def _clean(value: object) -> object:
    """Return nothing in place of text without anything to read, and of the error of a formula."""
    return None if isinstance(value, str) and (not value.strip() or value in _ERRORS) else value


def _said(value: object) -> bool:
    return value is not None
