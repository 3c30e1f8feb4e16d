"""Answers in an .xlsx: the visible sheet with the largest table; both form services write one."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import islice
from typing import Any

from mentoring_xl.surveys.importing import sentences
from mentoring_xl.surveys.importing.source import Sheet, sheet_of


def read(data: bytes, name: str) -> Sheet | None:
    """Return the answers, None when no sheet has any; formulas give the values they were saved with."""
    from openpyxl import load_workbook

    with sentences.unreadable(name):
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        tables = [(sheet.title, _values(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheets = [replace(sheet, title=title) for title, table in tables if (sheet := sheet_of(name, table))]
    largest = max(sheets, key=lambda sheet: len(sheet.rows) * len(sheet.heads), default=None)
    return replace(largest, title="") if largest and len(sheets) == 1 else largest


def _values(sheet: Any) -> list[tuple[object, ...]]:
    """Read the rows, at most one more than may be: what a file says of its size is not asked, it may lie."""
    sheet.reset_dimensions()
    rows = islice(sheet.iter_rows(values_only=True), sentences.MOST_ROWS + 2)
    return [row[: sentences.MOST_COLUMNS] for row in rows]
