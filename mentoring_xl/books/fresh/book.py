"""The order of the sheets, the names they share, and the file that comes of them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.schema.tables import (
    LISTS_SHEET,
    TABLES,
    ChartFigure,
    CopyChange,
    Indicator,
    Notice,
    Setting,
    StatusLine,
    Step,
)

from .caption import write_caption, write_plan_title
from .charts import draw_charts
from .cover import draw_cover
from .entry import REACH, add_setting_checks
from .highlights import NOTICE_KEYS
from .lists_sheet import draw_lists
from .start_page import draw_start
from .styles import TABS, Styles
from .table_sheet import draw_table

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.workbook import Workbook

    from mentoring_xl.core.content import Content


def build(path: Path, content: Content) -> None:
    """Write a new workbook; the same content gives the same bytes. An existing file is replaced.

    Raises BookError when a text is too long for a cell; OSError when the file cannot be written.
    """
    from .fitted import FittedSheet
    from .named import QuickBook

    file = io.BytesIO()
    with QuickBook(file, {"in_memory": True}) as book:
        book.worksheet_class = FittedSheet
        _draw(book, content)
    path.write_bytes(file.getvalue())


def _draw(book: Workbook, content: Content) -> None:
    styles = Styles(book)
    book.set_properties({"title": "Наставничество", "created": content.created})
    tables = tuple(table for table in TABLES if not content.cover or table in content.rows)
    if content.cover:
        draw_cover(book, book.add_worksheet(CopyChange.spec.sheet), content.cover, styles)
    sheets = {table: book.add_worksheet(table.spec.sheet) for table in tables}
    for table, sheet in sheets.items():
        rows = content.rows.get(table, ())
        sheet.set_tab_color(TABS[table.spec.group])
        draw_table(sheet, table, rows, styles, noticed=Notice in tables)
        if table is StatusLine:
            draw_start(sheet, styles, tables)
            continue
        write_caption(sheet, table.spec, styles)
        if table is Step:
            write_plan_title(sheet, content, styles)
        if table is Setting:
            add_setting_checks(sheet, rows)
        if table is Indicator and content.rows.get(ChartFigure):
            draw_charts(book, sheet, len(rows), styles)
    lists = book.add_worksheet(LISTS_SHEET)
    lists.set_tab_color(TABS["Служебные"])
    draw_lists(book, lists, styles)
    if Notice in tables:
        book.define_name(NOTICE_KEYS, f"={_keys()}")


def _keys() -> str:
    spec = Notice.spec
    column = letters(spec.fields.index("key"))
    return f"'{spec.sheet}'!${column}${spec.head + 1}:${column}${spec.head + REACH}"
