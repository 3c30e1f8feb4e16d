"""Sheets of an .xlsx as they look: dates in the precision that their format shows, merged cells marked as such."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import date_text
from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.lines import clean
from mentoring_xl.roadmap.importing.source import Grid, Joint, Part, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_NOT_CODES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DECIMALS = re.compile(r"0\.(0+)")
_COLUMNS = 200


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return a table per visible sheet that is not blank; BookError for a sheet of far too many rows."""
    from openpyxl import load_workbook

    with sentences.unreadable(name, KeyError, ValueError, TypeError, AttributeError, IndexError):
        quick = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in quick.worksheets:
            filled = sum(
                any(value is not None for value in row) for row in sheet.iter_rows(values_only=True, max_row=20_000)
            )
            sentences.check_length(filled, name)
        book = load_workbook(io.BytesIO(data), data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        grids = tuple(_grid(sheet) for sheet in sheets)
    hidden = [f"Скрытый лист «{sheet.title}» не прочитан." for sheet in book.worksheets if sheet not in sheets]
    return (*(grid for grid in grids if grid.rows), *hidden)


def _grid(sheet: Any) -> Grid:
    joints = _joints(sheet)
    rows: list[tuple[Slot, ...]] = []
    width = min(sheet.max_column or 1, _COLUMNS)
    for cells in sheet.iter_rows(max_col=width):
        above = rows[-1] if rows else ()
        row = []
        for at, cell in enumerate(cells):
            joint = joints.get((cell.row, cell.column), Joint.OWN)
            if joint is Joint.OWN:
                row.append(Slot(_text(cell)))
            else:
                row.append(Slot(above[at].text if joint is Joint.ABOVE else "", joint))
        rows.append(tuple(row))
    while rows and not any(slot.text for slot in rows[-1]):
        rows.pop()
    used = max((at + 1 for row in rows for at, slot in enumerate(row) if slot.text), default=0)
    return Grid(tuple(row[:used] for row in rows), name=str(sheet.title))


def _joints(sheet: Any) -> Mapping[tuple[int, int], Joint]:
    return {
        (row, column): Joint.LEFT if column > box.min_col else Joint.ABOVE
        for box in sheet.merged_cells.ranges
        for row in range(box.min_row, box.max_row + 1)
        for column in range(box.min_col, min(box.max_col, _COLUMNS) + 1)
        if (row, column) != (box.min_row, box.min_col)
    }


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, str(cell.number_format))
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        decimals = _DECIMALS.search(str(cell.number_format))
        return f"{value:.{len(decimals[1])}f}" if decimals else f"{value:.12g}"
    return clean(str(value))


def _day(day: dt.date, form: str) -> str:
    """Write a day as its format shows it: «мар.23» is a month, not the first of March."""
    codes = _NOT_CODES.sub("", form).lower()
    return date_text(day) if "d" in codes or "y" not in codes else f"{_MONTHS[day.month - 1]} {day.year}"
