"""The rows of a table on one side, as they are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .values import UNREAD, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.table import Column, Row


@dataclass(frozen=True)
class Line:
    """One row. number: on its sheet. cells: field → raw value, of the columns there are. row: of the book alone."""

    number: int
    cells: Mapping[str, object]
    row: Row | None = None


def lines_of(grid: Grid | None) -> tuple[Line, ...]:
    """Return the rows of a table that was read from a file, blank ones left out; none where it is missing."""
    if grid is None:
        return ()
    fields = tuple(grid.columns)
    return tuple(
        Line(number, dict(zip(fields, values, strict=True)))
        for number, values in enumerate(grid.values, grid.first_row)
        if any(value not in (None, "") for value in values)
    )


def lines_in_book(rows: Iterable[Row]) -> tuple[Line, ...]:
    """Return the rows of a table of the book that takes the changes."""
    return tuple(Line(row.at.row if row.at else 0, _cells(row), row) for row in rows)


def _cells(row: Row) -> Mapping[str, object]:
    if row.at is None:
        return row.values()
    unread = dict.fromkeys(row.at.unread, UNREAD)
    return {name: value for name, value in {**row.values(), **unread}.items() if name in row.at.columns}


def filled(column: Column, lines: Iterable[Line]) -> int:
    """Return in how many rows a column holds something."""
    return sum(not is_blank(line.cells.get(column.field)) for line in lines)
