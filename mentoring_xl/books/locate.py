"""Where a declared table stands in a book that people rearrange: by its Excel table, else by its column titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import fold
from mentoring_xl.schema.tables import TABLES

from .sheets import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.core.table import Column, TableSpec

    from .sheets import ExcelTable, Sheets

_SEARCHED_ROWS = 60


class Spot(NamedTuple):
    """A table found on a sheet; rows and columns are one-based.

    last: the last row of the Excel table without its totals row, or None when the Excel table is gone.
    left, right: the columns that belong to the table, foreign ones included. columns: field → column, those found.
    totals: a totals row stands under `last`. titles: of all columns from `left` to `right`.
    """

    sheet: str
    table: str | None
    head: int
    last: int | None
    left: int
    right: int
    columns: Mapping[str, int]
    totals: bool = False
    titles: tuple[str, ...] = ()


def locate(sheets: Sheets, spec: TableSpec, *, lenient: bool = False) -> Spot:
    """Find the table, its sheet renamed or moved, its columns in any order.

    Raises BookError when there is no such sheet, or, unless lenient, when a column that is required or names the row
    is missing.
    """
    table = sheets.table(spec.name)
    spot = _spot(table, spec) if table else _by_titles(sheets, spec)
    missing = [column for column in spec.columns if column.field not in spot.columns and _needed(column)]
    if missing and not lenient:
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


def _spot(table: ExcelTable, spec: TableSpec) -> Spot:
    box = table.box
    return Spot(
        sheet=table.sheet,
        table=table.name,
        head=box.top if table.heads else box.top - 1,
        last=box.bottom - table.totals,
        left=box.left,
        right=box.right,
        columns={field: box.left + index for field, index in match_columns(spec, table.titles).items()},
        totals=bool(table.totals),
        titles=tuple(str(title or "") for title in table.titles),
    )


def _by_titles(sheets: Sheets, spec: TableSpec) -> Spot:
    sheet = next((title for title in sheets.titles() if fold(title) == fold(spec.sheet)), None)
    if sheet is None:
        raise BookError(_no_sheet(sheets.titles(), spec))
    used = sheets.used(sheet)
    rows = sheets.rows(sheet, Box(1, 1, min(used.bottom, _SEARCHED_ROWS), used.right))
    found = [match_columns(spec, row) for row in rows]
    best = max(range(len(found)), key=lambda index: len(found[index]), default=0)
    columns = {field: index + 1 for field, index in found[best].items()} if found else {}
    if len(columns) * 2 <= len(spec.columns):
        raise BookError(
            f"На листе «{sheet}» нет строки заголовков таблицы: верните её в строку {spec.head} и повторите."
        )
    filled = [index + 1 for index, title in enumerate(rows[best]) if title not in (None, "")]
    titles = tuple(str(title or "") for title in rows[best][filled[0] - 1 : filled[-1]])
    return Spot(sheet, None, best + 1, None, filled[0], filled[-1], columns, titles=titles)


def _no_sheet(titles: Iterable[str], spec: TableSpec) -> str:
    ours = {fold(table.spec.sheet) for table in TABLES}
    if not any(fold(title) in ours for title in titles):
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
