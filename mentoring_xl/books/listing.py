"""A plain list as a workbook of its own: a note above, heads that stay in sight, text that stays text."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from .fresh.heights import row_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.timezone.utc)
"""The same list gives the same bytes."""
_HEAD_ROW = 2
_A4 = 9
_CELL = {"text_wrap": True, "valign": "top", "border": 1}
_HEAD = {**_CELL, "bold": True, "valign": "vcenter", "bg_color": "#E8EEF4"}


def listing(title: str, note: str, heads: Sequence[tuple[str, float]], rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return an .xlsx with one sheet. heads: title and width of each column, in characters."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _MADE})
        sheet = book.add_worksheet(title)
        cell, head = book.add_format(_CELL), book.add_format(_HEAD)
        for column, (_, width) in enumerate(heads):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, note)
        last = _HEAD_ROW
        for last, row in enumerate(([name for name, _ in heads], *rows), _HEAD_ROW):
            texts = [(str(value), width) for value, (_, width) in zip(row, heads, strict=True)]
            sheet.set_row(last, row_height(texts))
            sheet.write_row(last, 0, row, head if last == _HEAD_ROW else cell)
        sheet.autofilter(_HEAD_ROW, 0, last, len(heads) - 1)
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
    return file.getvalue()
