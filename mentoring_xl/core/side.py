"""A whole book as data: one side of a merge, with what people wrote outside the tables too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .grid import Grid
    from .table import Row


@dataclass(frozen=True)
class Said:
    """A text outside the declared columns of the tables: in a cell, or in a note on any cell.

    row: one-based. column: letters. heading: the title above it, where it stands in a column that is not ours.
    """

    sheet: str
    row: int
    column: str
    text: str
    author: str = ""
    is_note: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Side:
    """The tables of a book by their classes, those that it has; the columns that it has of each.

    said: from the top left of each sheet, sheets in their order. sheets: their titles.
    """

    grids: Mapping[type[Row], Grid]
    said: tuple[Said, ...] = field(default=())
    sheets: tuple[str, ...] = field(default=())
