"""What differs between a table as the book has it and its rows as edits leave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cells import Formula, Kept, New, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .standing import Standing


@dataclass(frozen=True)
class Change:
    """One cell that will differ; one-based row and column."""

    row: int
    column: int
    cell: Kept | New


def changes(
    before: Standing, rows: Iterable[tuple[int | None, Sequence[Kept | New]]], *, exact: bool
) -> Iterator[Change]:
    """Yield the cells that differ from the book, and those that moved with their row, from the top left.

    rows: from the first on, each with the row of the sheet that it came from. exact: see `says_else`.
    """
    for number, (origin, cells) in enumerate(rows, before.first):
        if origin == number and before.untouched(cells) is not None:
            continue
        for column, cell in enumerate(cells, before.spot.left):
            if isinstance(cell, Kept):
                if cell.row != number:
                    yield Change(number, column, cell)
            elif says_else(before, number, column, cell.value, exact=exact):
                yield Change(number, column, cell)


def says_else(before: Standing, row: int, column: int, value: object, *, exact: bool) -> bool:
    """Tell whether a place of the book says something else than a new value.

    exact: an emptied cell loses its formula too, as when a save is taken back; else a foreign column keeps its own.
    """
    if isinstance(value, Formula) or (exact and before.has_formula(row, column)):
        return value != before.formula(row, column)
    kind = before.kind(column)
    if value is None and kind is None and before.has_formula(row, column):
        return False
    return not alike(kind, before.shown(row, column), value)
