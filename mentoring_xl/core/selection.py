"""What a person has selected in an open book, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Selection:
    """The first selected cell. sheet: its present title. row, column: one-based.

    values: the sheet by rows, from A1 to the row below the cell; rows below everything that is used are left out.
    """

    sheet: str
    row: int
    column: int
    values: tuple[tuple[object, ...], ...] = ()
