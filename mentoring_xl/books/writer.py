"""Writes what differs in a table, and only that, through wolfxl; what wolfxl leaves undone is returned as a Dress."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.table import Kind

from .cells import Formula, Kept, New
from .dress import Dress
from .fresh import links
from .fresh.heights import row_height
from .room import refuse_merged
from .sheets import Box
from .text_cells import encoded, has_plain_edges, looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .area import Area
    from .difference import Change

_DEFAULT_WIDTH = 8.43


def write(workbook: Any, area: Area) -> Dress | None:
    """Write a table's changes; None when there are none. BookError when one falls inside merged cells."""
    changes = area.changes()
    if not changes:
        return None
    sheet = workbook[area.spot.sheet]
    spot = area.spot
    refuse_merged(spot.sheet, _merged(sheet), changes)
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
    dress.bare, dress.restored_heights = area.undone.bare, area.undone.heights
    dress.formats, dress.notes = dict(area.undone.formats), area.undone.notes
    return dress


def write_value(cell: Any, value: object) -> None:
    """Put a value into a wolfxl cell without touching its format; text stays text, a date becomes its serial day."""
    if isinstance(value, Formula):
        cell.value = value.text
    elif isinstance(value, str):
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


def _merged(sheet: Any) -> Iterator[Box]:
    for joined in sheet.merged_cells.ranges:
        yield Box(joined.min_row, joined.min_col, joined.max_row, joined.max_col)


def _place_rows(area: Area, dress: Dress) -> None:
    dress.like |= area.undone.like
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
    elif area.is_restored and looks_like_formula(str(area.shown(*place) or "")):
        dress.plain.add(place)
    if isinstance(value, dt.date):
        dress.dated.add(place)
    elif isinstance(value, int | float):
        dress.numbered.add(place)
    if area.kind(change.column) is Kind.LINK:
        location = links.target(str(value), sheet.parent.sheetnames) if value else None
        dress.links[place] = (location, str(value)) if location else None


def _fill_down(sheet: Any, area: Area, row: int, dress: Dress) -> None:
    for column in range(area.spot.left, area.spot.right + 1):
        place = (row, column)
        if place not in dress.taken and area.is_continued(row, column):
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
    if area.end == area.old_end:
        return
    dress.grown = (area.old_end, area.end)
    if spot.table:
        table = sheet.tables[spot.table]
        table.ref = f"{table.ref.partition(':')[0]}:{letters(spot.right - 1)}{area.end}"
