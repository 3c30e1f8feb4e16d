"""A sheet with one table: heads with notes, rows, spare rows, the Excel table over them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.table import Kind
from mentoring_xl.schema.tables import Indicator, MatchRule, Setting, StatusLine, Step

from .cells import write, write_link
from .entry import REACH, add_checks
from .heights import row_height
from .highlights import add_highlights
from .paper import freeze, head_room, named, set_paper, width
from .styles import INPUT, LINKED, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Column, Row, TableSpec

    from .styles import Styles

_SPARE, _AIR = 30, 6
_SECTION = Step.spec.column("section")
_INPUTS = {Setting.spec.column("value"), MatchRule.spec.column("value")}
_LAST_ROW = 1_048_575
"""Of whole columns: a print area that ends with the table would not grow with it."""
_NOTE_FONT, _NOTE_CHARS, _NOTE_PIXELS, _NOTE_LINE = 9, 36, 250, 17


def draw_table(
    sheet: Worksheet, table: type[Row], rows: Sequence[Row], styles: Styles, *, noticed: bool = True
) -> None:
    """Draw a table from its head downwards, and everything that belongs to its columns; no rows give one spare row.

    noticed: the book has «Замечания», whose cells are coloured.
    """
    spec = table.spec
    depth = max(len(rows), 1)
    widths = [width(column) for column in spec.columns]
    for index, column in enumerate(spec.columns):
        sheet.set_column(index, index, widths[index], styles.value(column))
        sheet.write_comment(spec.head - 1, index, *_note(column))
    _add_table(sheet, spec, depth, styles)
    for number, (before, row) in enumerate(zip((None, *rows), rows, strict=False), spec.head):
        _draw_row(sheet, number, row, before, styles)
    for number in range(spec.head + len(rows), spec.head + depth + _SPARE):
        for index, column in enumerate(spec.columns):
            write(sheet, (number, index), None, styles.value(column))
    last = spec.head + depth + REACH
    add_checks(sheet, spec, last)
    add_highlights(sheet, spec, last, styles, noticed=noticed)
    sheet.ignore_errors({"number_stored_as_text": f"A{spec.head + 1}:XFD{last}"})
    leading = 0 if table is StatusLine else named(spec, freeze(sheet, spec))
    set_paper(sheet, widths[: len(spec.printed)], None if table is Indicator else spec.head, leading)
    if len(spec.printed) < len(spec.columns):
        sheet.print_area(0, 0, _LAST_ROW, len(spec.printed) - 1)


def _draw_row(sheet: Worksheet, number: int, row: Row, before: Row | None, styles: Styles) -> None:
    texts = []
    for index, column in enumerate(row.spec.columns):
        value, look = getattr(row, column.field), _look(column, row, before)
        if column.kind is Kind.LINK and value:
            write_link(sheet, (number, index), value, styles.filled(column, **LINKED), styles.filled(column))
        else:
            write(sheet, (number, index), value, styles.filled(column, **look))
        if look.get("text_wrap", True):
            texts.append((as_text(value) if value else "", width(column)))
    sheet.set_row(number, row_height(texts))


def _look(column: Column, row: Row, before: Row | None) -> dict[str, object]:
    """A section is read in full where it begins; below it is one grey line, or each row would be as high as it."""
    if column in _INPUTS:
        return {"bg_color": INPUT}
    if column == _SECTION and before and row.values()["section"] == before.values()["section"]:
        return {"text_wrap": False, "font_color": QUIET}
    return {}


def _add_table(sheet: Worksheet, spec: TableSpec, rows: int, styles: Styles) -> None:
    """The style is none: LibreOffice draws no table styles, so that the cells carry the whole look."""
    heads = [{"header": column.title, "header_format": styles.head(column)} for column in spec.columns]
    area = (spec.head - 1, 0, spec.head - 1 + rows, len(spec.columns) - 1)
    sheet.add_table(*area, {"name": spec.name, "columns": heads, "style": None})
    height = row_height((column.title, head_room(column)) for column in spec.columns)
    sheet.set_row(spec.head - 1, height + _AIR)


def _note(column: Column) -> tuple[str, dict[str, object]]:
    """Return the note of a head and its options; the box is as high as the text at nine points."""
    filler = column.filled_by.value
    lines = [column.note, "Обязательно." if column.required else "", f"{filler[0].upper()}{filler[1:]}."]
    shown = [line for line in lines if line]
    height = _NOTE_LINE * (1 + sum(math.ceil(len(line) / _NOTE_CHARS) for line in shown))
    return "\n".join(shown), {
        "width": _NOTE_PIXELS,
        "height": height,
        "font_name": "Calibri",
        "font_size": _NOTE_FONT,
        "color": "#FFFBEA",
    }
