"""Plain lists as a workbook of its own: a sheet with the contents, then a sheet for each list; text stays text."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

from .fresh.heights import row_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.timezone.utc)
"""The same list gives the same bytes."""
_A4 = 9
_CONTENTS, _BACK = "Содержание", "← Содержание"
_NAME_WIDTH, _COUNT_WIDTH = 90.0, 12.0
_LONGEST_SHEET = 31
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\']")
_CELL = {"text_wrap": True, "valign": "top", "border": 1}
_HEAD = {**_CELL, "bold": True, "valign": "vcenter", "bg_color": "#E8EEF4"}
_TITLE = {"bold": True, "font_size": 14}
_LINK = {"font_color": "#1F5A96", "underline": 1}


def listing(
    title: str,
    notes: Sequence[str],
    heads: Sequence[tuple[str, float]],
    lists: Mapping[str, Sequence[Sequence[str | int]]],
) -> bytes:
    """Return an .xlsx. notes: above the contents. heads: title and width of each column, in characters.

    lists: full name → rows; a sheet has the number of its list and as much of the name as fits.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _MADE})
        cell, head, bold, link = (book.add_format(look) for look in (_CELL, _HEAD, _TITLE, _LINK))
        linked = book.add_format({**_CELL, **_LINK})
        contents = book.add_worksheet(_CONTENTS)
        names = {name: _sheet_name(number, name) for number, name in enumerate(lists, 1)}
        contents.write_string(0, 0, title, bold)
        for row, note in enumerate(notes, 1):
            contents.write_string(row, 0, note)
        top = len(notes) + 2
        counts = [(name, len(rows)) for name, rows in lists.items()]
        _draw(contents, top, (("Анкета", _NAME_WIDTH), ("Вопросов", _COUNT_WIDTH)), counts, (head, cell))
        for row, name in enumerate(lists, top + 1):
            contents.write_url(row, 0, f"internal:'{names[name]}'!A1", linked, name)
            sheet = book.add_worksheet(names[name])
            sheet.write_string(0, 0, name, bold)
            sheet.write_url(1, 0, f"internal:'{_CONTENTS}'!A1", link, _BACK)
            _draw(sheet, 2, heads, lists[name], (head, cell))
    return file.getvalue()


def _sheet_name(number: int, name: str) -> str:
    return _NOT_IN_SHEETS.sub("-", f"{number}. {name}")[:_LONGEST_SHEET].rstrip(" ,.–")


def _draw(
    sheet: Worksheet,
    top: int,
    heads: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[str | int]],
    looks: tuple[Format, Format],
) -> None:
    """Draw a table with its head in the zero-based row `top`, which stays in sight and is on every page.

    looks: of the head and of the other cells.
    """
    head, cell = looks
    for column, (_, width) in enumerate(heads):
        sheet.set_column(column, column, width)
    last = top
    for last, row in enumerate(([name for name, _ in heads], *rows), top):
        texts = [(str(value), width) for value, (_, width) in zip(row, heads, strict=True)]
        sheet.set_row(last, row_height(texts))
        sheet.write_row(last, 0, row, head if last == top else cell)
    sheet.autofilter(top, 0, last, len(heads) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
