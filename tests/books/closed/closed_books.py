"""Builds books as people leave them: tables of the schema among pictures, notes, charts, filters and own sheets."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import xlsxwriter

from mentoring_xl.core.table import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mentoring_xl.core.table import Row

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Laid:
    """How one table is laid on a sheet.

    order: fields and foreign titles from the left. top: zero-based row of the heads. blank: spare rows of the table.
    formulas: foreign title → formula with {row}. hidden: a word by which a filter is set on the first column.
    """

    table: type[Row]
    rows: Sequence[Mapping[str, object]] = ()
    sheet: str = ""
    order: Sequence[str] = ()
    left: int = 0
    top: int = 3
    blank: int = 0
    excel_table: bool = True
    typed_under: Sequence[Mapping[str, object]] = ()
    formulas: Mapping[str, str] = field(default_factory=dict)
    hidden: str = ""
    total: bool = False


def build(path: Path, *tables: Laid, decorated: bool = False) -> Path:
    """Write a book with these tables; `decorated` adds what people put around them."""
    with xlsxwriter.Workbook(str(path)) as book:
        if decorated:
            _own_sheet(book)
        for laid in tables:
            _lay(book, laid, decorated=decorated)
    if any(laid.hidden for laid in tables):
        _set_filters(path, [laid for laid in tables if laid.excel_table])
    return path


def _set_filters(path: Path, tables: Sequence[Laid]) -> None:
    found = parts(path)
    for number, laid in enumerate(tables, 1):
        name = f"xl/tables/table{number}.xml"
        if laid.hidden:
            rule = f'<filterColumn colId="0"><filters><filter val="{laid.hidden}"/></filters></filterColumn>'
            table = re.sub(r"(<autoFilter [^>]*)/>", rf"\1>{rule}</autoFilter>", found[name].decode())
            found[name] = table.encode()
    _pack(path, found)


def _pack(path: Path, found: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)


def parts(path: Path) -> dict[str, bytes]:
    """Return every part of a book by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put_prefixes(path: Path, *names: str) -> None:
    """Give the elements of some parts a namespace prefix, as programs on the Open XML SDK write them."""
    found = parts(path)
    for name in names:
        text = re.sub(r"<(/?)(\w+)(?=[\s/>])", r"<\1x:\2", found[name].decode())
        found[name] = text.replace(" xmlns=", " xmlns:x=", 1).encode()
    _pack(path, found)


def changed_parts(before: Mapping[str, bytes], path: Path) -> set[str]:
    """Return the names of the parts that were changed, added or dropped since `before`."""
    after = parts(path)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _lay(book: Any, laid: Laid, *, decorated: bool) -> None:
    spec = laid.table.spec
    sheet = book.add_worksheet(laid.sheet or spec.sheet)
    look = {"border": 1, "text_wrap": True}
    text, date = book.add_format({**look, "num_format": "@"}), book.add_format({**look, "num_format": "dd.mm.yyyy"})
    order = list(laid.order or spec.fields)
    titles = [spec.column(name).title if name in spec.fields else name for name in order]
    head, rows = laid.top, len(laid.rows) + laid.blank
    for column, title in enumerate(titles, laid.left):
        sheet.write_string(head, column, title)
    for number, row in enumerate([*laid.rows, *[{}] * laid.blank, *laid.typed_under], head + 1):
        for column, name in enumerate(order, laid.left):
            if name in laid.formulas:
                sheet.write_formula(number, column, laid.formulas[name].format(row=number + 1), text, row.get(name, 0))
            else:
                dated = name in spec.fields and spec.column(name).kind is Kind.DATE
                _write(sheet, number, column, row.get(name), date if dated else text)
    if laid.excel_table:
        columns = [{"header": title} for title in titles]
        columns[-1] |= {"total_string": "Итого"} if laid.total else {}
        last, right = head + max(rows, 1), laid.left + len(order) - 1
        options = {"name": spec.name, "columns": columns, "total_row": laid.total}
        sheet.add_table(head, laid.left, last + laid.total, right, options)
        sheet.data_validation(head + 1, laid.left, last, laid.left, {"validate": "list", "source": ["а", "б"]})
    if laid.hidden:
        for number, row in enumerate(laid.rows, head + 1):
            if row.get(order[0]) != laid.hidden:
                sheet.set_row(number, options={"hidden": True})
    if decorated:
        _decorate(book, sheet, laid.left + len(order) + 2, head)


def _write(sheet: Any, row: int, column: int, value: object, look: Any) -> None:
    if hasattr(value, "year"):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write(row, column, value, look)


def _decorate(book: Any, sheet: Any, column: int, head: int) -> None:
    sheet.write_comment(head + 1, 1, "Уточнить у завуча", {"author": "Завуч"})
    sheet.insert_image(0, column, "герб.png", {"image_data": io.BytesIO(PIXEL)})
    sheet.insert_textbox(4, column, "Не забыть!")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{sheet.name}'!$A$5:$A$9"})
    sheet.insert_chart(12, column, chart)
    sheet.add_sparkline(head + 1, column, {"range": f"'{sheet.name}'!A5:A9"})
    sheet.conditional_format(head + 1, 0, head + 3, 0, {"type": "duplicate", "format": book.add_format({"bold": True})})
    sheet.write_string(0, column + 1, "моя пометка", book.add_format({"bg_color": "#FFFF00"}))
    sheet.freeze_panes(head + 1, 1)


def _own_sheet(book: Any) -> None:
    sheet = book.add_worksheet("Мои заметки")
    sheet.write_rich_string(0, 0, book.add_format({"bold": True}), "Важно", " позвонить")
    sheet.write_formula(1, 0, "=SUM(B1:B9)", None, 5)
    sheet.write_comment(2, 0, "личное")
    sheet.insert_image(3, 3, "фото.png", {"image_data": io.BytesIO(PIXEL)})
    sheet.insert_textbox(8, 3, "Фигура")
