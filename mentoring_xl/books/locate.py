"""Where a declared table stands in a book that people rearrange: by its Excel table, else by its column titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import fold
from mentoring_xl.schema.tables import TABLES

from .cells_in import block
from .text_cells import decoded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring_xl.core.table import Column, TableSpec

_SEARCHED_ROWS = 60


@dataclass(frozen=True)
class Spot:
    """A table found on a sheet; rows and columns are one-based.

    last: the last row of the Excel table without its totals row, or None when the Excel table is gone.
    left, right: the columns that belong to the table, foreign ones included. columns: field → column, those found.
    totals: a totals row stands under `last`.
    """

    sheet: str
    table: str | None
    head: int
    last: int | None
    left: int
    right: int
    columns: Mapping[str, int]
    totals: bool = False


def locate(workbook: Any, spec: TableSpec) -> Spot:
    """Find the table in a wolfxl workbook, its sheet renamed or moved, its columns in any order.

    Raises BookError when there is no such sheet, or when a column that is required or names the row is missing.
    """
    spot = _by_table(workbook, spec) or _by_titles(workbook, spec)
    missing = [column for column in spec.columns if column.field not in spot.columns and _needed(column)]
    if missing:
        raise BookError(
            f"На листе «{spot.sheet}» нет столбца «{missing[0].title}»: "
            f"впишите этот заголовок в строку {spot.head} и повторите."
        )
    return spot


def match_columns(spec: TableSpec, titles: Sequence[object]) -> dict[str, int]:
    """Return field → index in `titles`; spaces, case and ё do not matter, the first of two equals counts."""
    places: dict[str, int] = {}
    for index, title in enumerate(titles):
        if isinstance(title, str) and title.strip():
            places.setdefault(fold(title), index)
    return {column.field: places[fold(column.title)] for column in spec.columns if fold(column.title) in places}


def _by_table(workbook: Any, spec: TableSpec) -> Spot | None:
    for sheet in workbook.worksheets:
        for key in sheet.tables:
            table = sheet.tables[key]
            if spec.name.lower() in {str(table.name).lower(), str(table.displayName).lower()}:
                return _spot(sheet, table, spec)
    return None


def _spot(sheet: Any, table: Any, spec: TableSpec) -> Spot:
    from wolfxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(table.ref)
    titles = [decoded(column.name) for column in table.tableColumns]
    return Spot(
        sheet=sheet.title,
        table=str(table.name),
        head=top if table.headerRowCount != 0 else top - 1,
        last=bottom - (table.totalsRowCount or 0),
        left=left,
        right=right,
        columns={field: left + index for field, index in match_columns(spec, titles).items()},
        totals=bool(table.totalsRowCount),
    )


def _by_titles(workbook: Any, spec: TableSpec) -> Spot:
    sheet = next((found for found in workbook.worksheets if fold(found.title) == fold(spec.sheet)), None)
    if sheet is None:
        raise BookError(_no_sheet(workbook, spec))
    rows = block(sheet, 1, min(sheet.max_row, _SEARCHED_ROWS), 1, sheet.max_column)
    found = [match_columns(spec, row) for row in rows]
    best = max(range(len(found)), key=lambda index: len(found[index]), default=0)
    columns = {field: index + 1 for field, index in found[best].items()} if found else {}
    if len(columns) * 2 <= len(spec.columns):
        raise BookError(
            f"На листе «{sheet.title}» нет строки заголовков таблицы: верните её в строку {spec.head} и повторите."
        )
    filled = [index + 1 for index, title in enumerate(rows[best]) if title not in (None, "")]
    return Spot(sheet.title, None, best + 1, None, filled[0], filled[-1], columns)


def _no_sheet(workbook: Any, spec: TableSpec) -> str:
    ours = {fold(table.spec.sheet) for table in TABLES}
    if not any(fold(sheet.title) in ours for sheet in workbook.worksheets):
        return (
            "Это не книга программы наставничества: в ней нет ни одного её листа. Укажите другую книгу "
            "или создайте новую командой «mentoring-xl new»."
        )
    return (
        f"В книге нет листа «{spec.sheet}»: верните его из прежнего состояния книги "
        "(скрытая папка .mentoring рядом с ней) и повторите."
    )


def _needed(column: Column) -> bool:
    return column.required or column.key
