"""What a cell of a table is made of while a press works on it, and when two cells say the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_date, as_flag, as_number, as_text
from mentoring_xl.core.table import Kind

from .text_cells import fitted

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Kept:
    """A cell as the book has it, taken from this row of the sheet (its own row unless it moved)."""

    row: int


@dataclass(frozen=True)
class Formula:
    """A formula as it is typed, with its «=»."""

    text: str


@dataclass(frozen=True)
class New:
    """A value that the program puts in: str, int, float, bool, date, None for blank, or a Formula that stood there."""

    value: object


def same(kind: Kind, raw: object, value: object) -> bool:
    """Tell whether a cell that shows `raw` already says `value`, itself a typed value or what another cell shows."""
    if kind is Kind.FLAG:
        raw, value = raw or False, value or False
    if raw in (None, "") or value in (None, ""):
        return raw in (None, "") and value in (None, "")
    if kind in (Kind.TEXT, Kind.LINK):
        return as_text(raw) == fitted(as_text(value))
    read = _READERS.get(kind, as_number)
    one, two = read(raw), read(value)
    if one is None or two is None:
        return raw == value
    if isinstance(one, float) and isinstance(two, float):
        return math.isclose(one, two, rel_tol=1e-12)
    return one == two


def alike(kind: Kind | None, one: object, two: object) -> bool:
    """Tell whether two cells of a column show the same; kind: None for a foreign column."""
    if isinstance(one, Formula) or isinstance(two, Formula):
        return isinstance(one, Formula) and isinstance(two, Formula)
    if kind is None or one in (None, "") or two in (None, ""):
        return one == two or (one in (None, "") and two in (None, ""))
    return same(kind, one, two)


def stored(kind: Kind, value: object) -> object:
    """Return how a typed value stands in a cell."""
    if value in (None, ""):
        return None
    if kind is Kind.FLAG:
        return "да" if value else None
    return fitted(value) if isinstance(value, str) else value


_READERS: dict[Kind, Callable[[object], object]] = {Kind.FLAG: as_flag, Kind.DATE: as_date}
