"""Whether a file is of this school at all: its people are those of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.text import fold
from mentoring_xl.schema.tables import Employee, Mentee, Mentor, Setting

if TYPE_CHECKING:
    from mentoring_xl.core.side import Side
    from mentoring_xl.core.table import Row

_FEW = 3
_SHARE = 0.3
_PEOPLE: tuple[type[Row], ...] = (Employee, Mentee, Mentor)


def is_stranger(base: Side, theirs: Side | Tables) -> bool:
    """Tell whether two books are of different schools; of a book that is being worked on the tables are enough.

    Too few of the full names of one stand in the other; where there are hardly any names, the schools in «Настройки»
    differ.
    """
    ours, found = _names(base), _names(theirs)
    if min(len(ours), len(found)) >= _FEW:
        return len(ours & found) < _SHARE * min(len(ours), len(found))
    one, other = _school(base), _school(theirs)
    return bool(one and other) and one != other


def _names(side: Side | Tables) -> set[str]:
    """Return the full names of all people; whoever stands in a copy by the code alone has none."""
    codes, names = (
        {text for table in _PEOPLE for text in _column(side, table, name)} for name in ("code", "full_name")
    )
    return names - codes - {""}


def _school(side: Side | Tables) -> str:
    codes, values = _column(side, Setting, "code"), _column(side, Setting, "value")
    return dict(zip(codes, values, strict=False)).get("school", "")


def _column(side: Side | Tables, table: type[Row], name: str) -> list[str]:
    """Return the folded texts of a column, none where it or its table is missing."""
    if isinstance(side, Tables):
        return [fold(as_text(row.values()[name])) for row in side[table]] if table in side else []
    grid = side.grids.get(table)
    if grid is None or name not in grid.columns:
        return []
    at = list(grid.columns).index(name)
    return [fold(as_text(cells[at])) if cells[at] is not None else "" for cells in grid.values]
