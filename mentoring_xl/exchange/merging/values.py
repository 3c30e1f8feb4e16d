"""Cells compared as a person sees them, whatever program saved them, and what of theirs is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_date, as_flag, as_number, as_text
from mentoring_xl.core.table import PROGRAM, Kind
from mentoring_xl.core.text import tidy
from mentoring_xl.schema.tables import TABLES, Conflict, Question

if TYPE_CHECKING:
    from mentoring_xl.core.table import Column, Row, TableSpec

_DIGITS = 10


class _Unread:
    """What stands in a cell of the book that does not fit its column: something, but not known what."""

    def __str__(self) -> str:
        return "(запись, которая не читается)"


UNREAD = _Unread()


def is_blank(raw: object) -> bool:
    """Tell whether a cell shows nothing."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def meaning(column: Column, raw: object) -> object:
    """Return what a cell says: equal for two cells that look the same to a person; None for a blank one.

    Dates may be dates, numbers of days or text; a number may be text; «нет» in a column of ticks is a blank.
    Spaces at the ends of lines do not count.
    """
    if is_blank(raw):
        return None
    found = _read(column, raw)
    if found is False:
        return None
    if found is not None and not isinstance(raw, _Unread):
        return round(found, _DIGITS) if isinstance(found, float) else found
    text = "\n".join(map(tidy, as_text(raw).splitlines())).strip()
    return column.choices.spelled(text) if column.choices else text or None


def value_of(column: Column, raw: object) -> object:
    """Return a cell as a row holds it; what does not fit the column stays text, for the checks to find."""
    if is_blank(raw):
        return column.blank
    found = _read(column, raw)
    if found is None:
        text = as_text(raw)
        return column.choices.spelled(text) if column.choices else text
    if column.kind is Kind.INTEGER and isinstance(found, float) and found.is_integer():
        return int(found)
    return found


def shown(column: Column, raw: object) -> str:
    """Return a cell as text, "" for a blank one; `value_of` reads it back."""
    value = value_of(column, raw) if not isinstance(raw, _Unread) else raw
    return "" if is_blank(value) else as_text(value)


def _read(column: Column, raw: object) -> object:
    match column.kind:
        case Kind.TEXT | Kind.LINK:
            return None
        case Kind.DATE:
            return as_date(raw)
        case Kind.FLAG:
            return as_flag(raw)
        case _:
            return as_number(raw)


def is_running_number(table: type[Row], column: Column) -> bool:
    """Tell whether a column only counts the rows, anew by whoever sorts them; of questions it says the order."""
    return column.field == "number" and column.kind is Kind.INTEGER and table is not Question


def merged_columns(table: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a table that people fill, the running number left out."""
    if table is Conflict:
        return ()
    return tuple(
        column
        for column in table.spec.columns
        if column.filled_by is not PROGRAM and not is_running_number(table, column)
    )


def key_column(spec: TableSpec) -> Column | None:
    """Return the column that names a row for good, whoever fills it."""
    return spec.column(spec.key) if spec.key else None


def naming_column(table: type[Row]) -> Column | None:
    """Return what a person knows a row by besides its code: the first text that must be there, else what is chosen."""
    key = key_column(table.spec)
    required = [column for column in merged_columns(table) if column.required and column is not key]
    return next((column for column in required if not column.choices), required[0] if required else None)


MERGED: tuple[type[Row], ...] = tuple(table for table in TABLES if merged_columns(table))
