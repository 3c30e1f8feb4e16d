"""A book as the edits of a press leave it, before anything is written: its tables and its printed pages in memory."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.edit import Amend, Append, Print, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import as_text
from mentoring_xl.schema.tables import TABLES

from .area import Area
from .cells import New
from .locate import locate
from .restoring import MisfitError, distances, restore
from .room import check_room
from .sheets import Box
from .text_cells import fitted
from .trace import PageTrace, Restored, TableTrace, Trace, differing, traced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.page import Page
    from mentoring_xl.core.table import Row, TableSpec

    from .locate import Spot
    from .sheets import Note, Sheets

_TABLES = {table.spec.name: table for table in TABLES}
_UNDER = 1000
"""How many rows typed under a table are looked for."""


class Draft:
    """The tables that were asked for and the pages that were printed; each table is read once."""

    def __init__(self, sheets: Sheets, *, lenient: bool = False) -> None:
        """lenient: a table may lack columns that are required; only for reading."""
        self._sheets, self._lenient = sheets, lenient
        self._areas: dict[type[Row], Area] = {}
        self._pages: dict[str, Page] = {}
        self._differing: dict[str, int] = {}
        self._counts: Mapping[str, int] = {}
        self.earlier_pages: Mapping[str, bytes | None] = {}
        """Printed sheets that an undo sets back: title → the sheet as an .xlsx of its own, None to take it out."""

    @property
    def areas(self) -> tuple[Area, ...]:
        """The tables that were read."""
        return tuple(self._areas.values())

    def area(self, table: type[Row]) -> Area:
        """Return a table with the edits already carried out; BookError when it is missing."""
        if table not in self._areas:
            spot = locate(self._sheets, table.spec, lenient=self._lenient)
            values, under = self._table_rows(spot)
            whole = Box(spot.head + 1, spot.left, spot.head + len(values), spot.right)
            area = Area(table.spec, spot, values, self._sheets.formulas(spot.sheet, whole))
            area.apart = _apart(under, spot, table.spec, spot.head + len(values) + 1)
            self._areas[table] = area
        return self._areas[table]

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return the rows above the table's head: column letters → text, blank cells left out."""
        spot = self.area(table).spot
        rows = self._sheets.rows(spot.sheet, Box(1, 1, spot.head - 1, spot.right))
        return tuple(
            {letters(at): as_text(value) for at, value in enumerate(row) if value not in (None, "")} for row in rows
        )

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits; return how many cells changed on each sheet that did."""
        for edit in edits:
            self._carry_out(edit)
        before, self._counts = self._counts, self._count()
        changed = {sheet: abs(count - before.get(sheet, 0)) for sheet, count in self._counts.items()}
        return {sheet: count for sheet, count in changed.items() if count}

    def pages(self) -> dict[str, Page]:
        """Return the pages that differ from their sheets, by the title of the sheet."""
        return {sheet: page for sheet, page in self._pages.items() if self._differing[sheet]}

    def trace(self) -> Trace:
        """Return what is about to be written."""
        tables = (self._table_trace(area) for area in self._areas.values() if area.changes())
        pages = (self._page_trace(sheet, page) for sheet, page in self.pages().items())
        return Trace(tuple(tables), tuple(pages))

    def restore(self, trace: Trace) -> Restored:
        """Lay the state before a traced save; see `port.Book.restore`."""
        try:
            return self._restore(trace)
        except MisfitError as misfit:
            told = f"Отменить по частям нельзя: {str(misfit)[:1].lower()}{str(misfit)[1:]}. "
            kept = f"Возьмите прежнее состояние книги: .mentoring/backup/{trace.files.backup}" if trace.files else ""
            raise BookError(told + (f"{kept}." if kept else "Верните их на место и повторите.")) from misfit

    def _restore(self, trace: Trace) -> Restored:
        areas = [(self.area(_TABLES[table.name]), table) for table in trace.tables]
        pages = {page.sheet: self._texts(page.sheet) for page in trace.pages}
        apart = [distances(area, table) for area, table in areas]
        apart += [
            (differing(pages[page.sheet], page.after), differing(pages[page.sheet], page.before))
            for page in trace.pages
        ]
        if sum(before for _, before in apart) < max(sum(after for after, _ in apart), 1):
            return Restored({}, stale=True)
        left = sum(restore(area, table) for area, table in areas)
        for area, _ in areas:
            check_room(area, self._sheets)
        changed = [page for page in trace.pages if pages[page.sheet] != page.after]
        left += sum(differing(pages[page.sheet], page.after) for page in changed)
        back = [page for page in trace.pages if page not in changed]
        self.earlier_pages = {page.sheet: page.earlier for page in back}
        counts = {area.spot.sheet: area.count() for area, _ in areas} | {page.sheet: page.count() for page in back}
        return Restored({sheet: count for sheet, count in counts.items() if count}, left)

    def _table_trace(self, area: Area) -> TableTrace:
        sheet, rows = area.spot.sheet, {change.row for change in area.changes() if change.row <= area.read_to}
        heights = self._sheets.heights(sheet, rows)
        dressed = self._sheets.dressed_to(sheet, Box(area.old_end + 1, area.spot.left, area.end + 1, area.spot.right))
        return traced(area, self._formats(area), heights, dressed, self._notes(area))

    def _notes(self, area: Area) -> Mapping[tuple[int, int], Note]:
        """Return the notes on a table where rows are taken out or moved; on any other no note is lost."""
        return self._sheets.notes(area.spot.sheet, area.box) if area.moved() else {}

    def _formats(self, area: Area) -> Mapping[tuple[int, int], str]:
        """Return the number formats that dates and numbers may change."""
        places = [
            (change.row, change.column)
            for change in area.changes()
            if change.row <= area.read_to and isinstance(change.cell, New) and _is_number(change.cell.value)
            and not _is_number(area.shown(change.row, change.column))
        ]  # fmt: skip
        return self._sheets.number_formats(area.spot.sheet, places) if places else {}

    def _page_trace(self, sheet: str, page: Page) -> PageTrace:
        there = sheet in self._sheets.titles()
        after = {
            (row, piece.column + 1): fitted(piece.text)
            for row, line in enumerate(page.lines, 1)
            for piece in line.pieces
            if piece.text
        }
        return PageTrace(sheet, self._texts(sheet), after, self._sheets.copy(sheet) if there else None)

    def _texts(self, sheet: str) -> dict[tuple[int, int], str]:
        return {
            (row, column): str(value)
            for row, cells in enumerate(self._values(sheet), 1)
            for column, value in enumerate(cells, 1)
            if value not in (None, "")
        }

    def _carry_out(self, edit: Edit) -> None:
        match edit:
            case Put(row, values):
                self.area(type(row)).put(row, values)
            case Amend(row, values):
                self.area(type(row)).amend(row, values)
            case Append(table, rows):
                self.area(table).append(rows)
                check_room(self.area(table), self._sheets)
            case Rewrite(table, rows):
                self.area(table).rewrite(rows)
                check_room(self.area(table), self._sheets)
            case Print(sheet, page):
                from .print_sheet import differences

                title = self._free_for_print(sheet)
                self._pages[title], self._differing[title] = page, differences(page, self._values(title))

    def _count(self) -> dict[str, int]:
        tables = {area.spot.sheet: area.count() for area in self._areas.values()}
        return tables | self._differing

    def _table_rows(self, spot: Spot) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
        """Read the table in one block, with it the rows that were typed directly under it, and what stands further."""
        bottom = self._sheets.used(spot.sheet).bottom
        if spot.last is None:
            rows = self._sheets.rows(spot.sheet, Box(spot.head + 1, spot.left, bottom, spot.right))
            while rows and _is_blank(rows[-1], spot):
                rows.pop()
            return rows, []
        reach = spot.last if spot.totals else max(spot.last, min(spot.last + _UNDER, bottom))
        rows = self._sheets.rows(spot.sheet, Box(spot.head + 1, spot.left, reach, spot.right))
        end = spot.last - spot.head
        end += len(list(takewhile(lambda row: not _is_blank(row, spot), rows[end:])))
        return rows[:end], rows[end:]

    def _free_for_print(self, sheet: str) -> str:
        """Return the title as it stands in the book, if it does; a person's own sheet is never drawn over.

        A page that was drawn here has a print area; a sheet with entries and without one is a person's.
        """
        titles = self._sheets.titles()
        title = next((title for title in titles if title.casefold() == sheet.casefold()), sheet)
        if title not in titles or title in self._pages:
            return title
        is_drawn = self._sheets.has_print_area(title)
        if self._sheets.has_tables(title) or (not is_drawn and any(map(any, self._values(title)))):
            raise BookError(
                f"Лист «{title}» занят вашими записями, печатать на него нельзя: переименуйте его и повторите."
            )
        return title

    def _values(self, sheet: str) -> list[tuple[object, ...]]:
        if sheet not in self._sheets.titles():
            return []
        return self._sheets.rows(sheet, self._sheets.used(sheet))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | dt.date) and not isinstance(value, bool)


def _is_blank(row: tuple[object, ...], spot: Spot) -> bool:
    return all(row[column - spot.left] in (None, "") for column in spot.columns.values())


def _apart(rows: Sequence[tuple[object, ...]], spot: Spot, spec: TableSpec, first: int) -> tuple[int, ...]:
    """Return which rows under a table have all that a row of it must have. first: the row of the sheet of `rows`."""
    required = [
        spot.columns[column.field] for column in spec.columns if column.required and column.field in spot.columns
    ]
    return tuple(
        number
        for number, row in enumerate(rows, first)
        if required and all(row[column - spot.left] not in (None, "") for column in required)
    )
