"""Writes what differs in a table, and only that, through wolfxl; what wolfxl leaves undone is returned as a Dress."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.table import Kind

from .area import Area, Change, Kept, New
from .fresh import links
from .fresh.heights import row_height
from .sheet_part import Dress
from .text_cells import decoded, encoded, has_plain_edges, looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_DEFAULT_WIDTH = 8.43


def write(workbook: Any, area: Area, formulas: Callable[[], Any]) -> Dress | None:
    """Write a table's changes; None when there are none.

    formulas: gives the book as it was, with formulas instead of their values; asked only when rows moved or were added.
    """
    changes = list(area.changes())
    if not changes:
        return None
    sheet = workbook[area.spot.sheet]
    dress = Dress(area.spot.left, area.spot.right, written={change.row for change in changes})
    _place_rows(area, dress)
    for row, origin in area.moved().items():
        if origin or row <= area.read_to:
            _move_notes(sheet, formulas()[sheet.title], area, row, origin)
    for change in changes:
        _write_change(sheet, area, change, dress, formulas)
    for row in range(area.read_to + 1, area.last + 1):
        _fill_down(sheet, formulas()[sheet.title], area, row, dress.like.get(row))
    _grow(sheet, area, dress)
    dress.heights = _heights(sheet, area, changes)
    dress.anew = {row for row, origin in area.moved().items() if origin is None}
    return dress


def write_value(cell: Any, value: object) -> None:
    """Put a value into a wolfxl cell without touching its format; text stays text, a date becomes its serial day."""
    if isinstance(value, str):
        raw = encoded(value)
        if raw != value or not has_plain_edges(value):
            from wolfxl.cell.rich_text import CellRichText

            # as a formula result (t="str") such text loses its edges or its escapes in LibreOffice
            cell.value = CellRichText([raw])
        else:
            cell.value = raw
            cell.data_type = "s"
    elif isinstance(value, dt.date | dt.time | dt.timedelta):
        from wolfxl.utils.datetime import to_excel

        cell.value = to_excel(value, cell.parent.parent.epoch)
    else:
        cell.value = value


def _place_rows(area: Area, dress: Dress) -> None:
    formatted = min(area.read_to, area.spot.last or area.read_to)
    for row, origin in area.moved().items():
        if origin is not None:
            dress.like[row] = origin
        elif row > area.read_to and formatted >= area.first:
            dress.like[row] = formatted


def _write_change(sheet: Any, area: Area, change: Change, dress: Dress, formulas: Callable[[], Any]) -> None:
    cell = sheet.cell(change.row, change.column)
    if isinstance(change.cell, Kept):
        before = formulas()[sheet.title]
        source, there = before.cell(change.cell.row, change.column), before.cell(change.row, change.column)
        if source.data_type == "f":
            cell.value = _translated(source.value, source.coordinate, cell.coordinate)
            dress.results[change.row, change.column] = area.shown(change.cell.row, change.column)
        elif source.value != there.value or there.data_type == "f":
            write_value(cell, decoded(source.value) if isinstance(source.value, str) else source.value)
        return
    value = change.cell.value
    write_value(cell, value)
    if isinstance(value, str) and looks_like_formula(value):
        dress.quoted.add((change.row, change.column))
    if isinstance(value, dt.date):
        dress.dated.add((change.row, change.column))
    if area.kind(change.column) is Kind.LINK:
        _link(sheet.parent.sheetnames, cell, value)


def _translated(formula: object, origin: str, place: str) -> object:
    from openpyxl.formula.translate import Translator

    return Translator(str(formula), origin=origin).translate_formula(place) if isinstance(formula, str) else formula


def _link(sheets: Sequence[str], cell: Any, value: object) -> None:
    from wolfxl.worksheet.hyperlink import Hyperlink

    location = links.target(str(value), sheets) if value else None
    if location:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, display=str(value))
    elif cell.hyperlink is not None:
        cell.hyperlink = None


def _move_notes(sheet: Any, before: Any, area: Area, row: int, origin: int | None) -> None:
    """Take notes and links along with their row, and off a row that was emptied."""
    from wolfxl.comments import Comment
    from wolfxl.worksheet.hyperlink import Hyperlink

    for column in range(area.spot.left, area.spot.right + 1):
        cell, source = sheet.cell(row, column), before.cell(origin, column) if origin else None
        note, link = (source.comment, source.hyperlink) if source else (None, None)
        if note or cell.comment:
            cell.comment = note and Comment(note.text, note.author, width=note.width, height=note.height)
        if link or cell.hyperlink:
            cell.hyperlink = link and Hyperlink(cell.coordinate, link.target, link.location, link.tooltip, link.display)


def _fill_down(sheet: Any, before: Any, area: Area, row: int, model: int | None) -> None:
    """Continue the formulas of foreign columns, as Excel does when a table grows."""
    for column in range(area.spot.left, area.spot.right + 1) if model else ():
        source = before.cell(model, column)
        if area.kind(column) is None and source.data_type == "f":
            cell = sheet.cell(row, column)
            cell.value = _translated(source.value, source.coordinate, cell.coordinate)


def _heights(sheet: Any, area: Area, changes: Iterable[Change]) -> dict[int, float]:
    """Return row → the points that its written texts need; a link never wraps."""
    texts: dict[int, list[tuple[str, float]]] = {}
    for change in changes:
        if isinstance(change.cell, New) and isinstance(change.cell.value, str):
            wraps = area.kind(change.column) is not Kind.LINK
            width = sheet.column_dimensions[letters(change.column - 1)].width or _DEFAULT_WIDTH
            texts.setdefault(change.row, []).append((change.cell.value if wraps else "", width))
    return {row: row_height(found) for row, found in texts.items()}


def _grow(sheet: Any, area: Area, dress: Dress) -> None:
    spot = area.spot
    old = spot.last or area.read_to
    if area.last <= old:
        return
    dress.grown = (old, area.last)
    if spot.table:
        table = sheet.tables[spot.table]
        table.ref = f"{table.ref.partition(':')[0]}:{letters(spot.right - 1)}{area.last}"
