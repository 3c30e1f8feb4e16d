"""Changes to a workbook as data: an action returns them, a book carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .page import Page
    from .table import Row


@dataclass(frozen=True)
class Put:
    """Write program-filled fields of a row that was read from the book."""

    row: Row
    values: Mapping[str, object]


@dataclass(frozen=True)
class Amend:
    """Write any fields of a row that was read from the book, a person's too: only after he was asked."""

    row: Row
    values: Mapping[str, object]


@dataclass(frozen=True)
class Append:
    """Add rows below the last one of a table."""

    table: type[Row]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Rewrite:
    """Lay a table anew in this order; a row with a place takes the cells that a person filled along with it.

    Rows of the table that are not among `rows` are taken out; their cells in foreign columns are emptied too.
    """

    table: type[Row]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Print:
    """Put a printable page on a sheet of its own, made when it is missing and laid anew when it is there."""

    sheet: str
    page: Page


Edit: TypeAlias = "Put | Amend | Append | Rewrite | Print"
