"""Writes what differs in a table, and only that, through wolfxl; what wolfxl leaves undone is returned as a Dress."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.table import Kind

from .area import Area, Change, Kept, New
from .dress import Dress
from .fresh import links
from .fresh.heights import row_height
from .text_cells import encoded, has_plain_edges, looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DEFAULT_WIDTH = 8.43


def write(workbook: Any, area: Area) -> Dress | None:
    """Write a table's changes; None when there are none. BookError when one falls inside merged cells."""
    changes = list(area.changes())
    if not changes:
        return None
    sheet = workbook[area.spot.sheet]
    spot = area.spot
    _refuse_merged(sheet, changes)
    dress = Dress(
        spot.left, spot.right, area.moved(), {(change.row, change.column) for change in changes}, area.appended
    )
    _place_rows(area, dress)
    for change in changes:
        _write_change(sheet, area, change, dress)
    for row in range(area.read_to + 1, area.last + 1):
        _fill_down(sheet, area, row, dress)
    _grow(sheet, area, dress)
    dress.heights = _heights(sheet, area, changes)
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


def _refuse_merged(sheet: Any, changes: Sequence[Change]) -> None:
    """A merged cell shows only its first one: what is written into another would be lost."""
    first = min(change.row for change in changes)
    merged = [joined for joined in sheet.merged_cells.ranges if joined.max_row >= first]
    for joined in merged:
        rows, columns = range(joined.min_row, joined.max_row + 1), range(joined.min_col, joined.max_col + 1)
        shown = (joined.min_row, joined.min_col)
        if any(
            change.row in rows and change.column in columns and (change.row, change.column) != shown
            for change in changes
        ):
            raise BookError(
                f"На листе «{sheet.title}» в таблице объединены ячейки {joined}: отмените объединение и повторите."
            )


def _place_rows(area: Area, dress: Dress) -> None:
    formatted = min(area.read_to, area.spot.last or area.read_to)
    for row, origin in area.moved().items():
        if origin is not None:
            dress.like[row] = origin
        elif row > area.read_to and formatted >= area.first:
            dress.like[row] = formatted


def _write_change(sheet: Any, area: Area, change: Change, dress: Dress) -> None:
    cell, place = sheet.cell(change.row, change.column), (change.row, change.column)
    if isinstance(change.cell, Kept):
        # only so that the row is there and the list of formula cells is right: the old cell itself is put here later
        if area.has_formula(change.cell.row, change.column):
            cell.value = "=0"
        else:
            write_value(cell, area.shown(change.cell.row, change.column))
        dress.taken.add(place)
        return
    value = change.cell.value
    write_value(cell, value)
    if isinstance(value, str) and looks_like_formula(value):
        dress.quoted.add(place)
    if isinstance(value, dt.date):
        dress.dated.add(place)
    elif isinstance(value, int | float):
        dress.numbered.add(place)
    if area.kind(change.column) is Kind.LINK:
        location = links.target(str(value), sheet.parent.sheetnames) if value else None
        dress.links[place] = (location, str(value)) if location else None


def _fill_down(sheet: Any, area: Area, row: int, dress: Dress) -> None:
    """Continue the formulas of foreign columns, as Excel does when a table grows."""
    model = dress.like.get(row, 0)
    for column in range(area.spot.left, area.spot.right + 1):
        place = (row, column)
        if place not in dress.taken and area.kind(column) is None and area.has_formula(model, column):
            sheet.cell(row, column).value = "=0"
            dress.taken.add(place)
            dress.continued.add(place)
            dress.written.add(place)


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
