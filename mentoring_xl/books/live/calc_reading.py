"""What a press asks LibreOffice Calc: tables, whole blocks of values and formulas, what is protected or merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlwings as xw

from mentoring_xl.books.libreoffice.dates import moment, null_date
from mentoring_xl.books.libreoffice.formulas import to_excel
from mentoring_xl.books.libreoffice.sheets import Sheet
from mentoring_xl.books.sheets import Box

from .calc_cells import cell, inside
from .suite import Found

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from .calc_cells import Place

_DATES, _FORMULAS, _ERRORS = 2, 16, 4
_ERROR_WORDS = {"Err:502": "#VALUE!", "Err:503": "#NUM!", "Err:508": "#NAME?"}


class _Tables:
    """The database ranges and the sheets of a book, each collection asked for once."""

    def __init__(self, book: xw.Book) -> None:
        self.sheets = book.api.Sheets
        self.titles = self.sheets.getElementNames()
        self._ranges = book.api.DatabaseRanges
        self.names = {name.lower(): name for name in self._ranges.getElementNames()}
        self._found: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """Return a database range, None when there is none of this name, whatever its case."""
        called = self.names.get(name.lower())
        if called and called not in self._found:
            self._found[called] = self._ranges.getByName(called)
        return self._found.get(called or "")


class Reading:
    """The part of `suite.Suite` that only looks."""

    def __init__(self) -> None:
        self._tables: _Tables | None = None
        self._zero: tuple[Any, dt.datetime] | None = None
        self._seen: tuple[Any, Box, Any] = (None, Box(1, 1, 1, 1), None)

    def titles(self, book: xw.Book) -> tuple[str, ...]:
        """Return the titles of the sheets in their order, as they were when the first table was looked for."""
        return tuple(self._tables.titles if self._tables else book.api.Sheets.getElementNames())

    def find(self, book: xw.Book, name: str) -> Found | None:
        """Find a database range by its name, whatever its case."""
        tables = self._tables = self._tables or _Tables(book)
        found = tables.get(name)
        if found is None:
            return None
        area = found.getDataArea()
        box = Box(area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1)
        sheet = xw.Sheet(impl=Sheet(book.impl, tables.sheets.getByIndex(area.Sheet)))
        called, title = tables.names[name.lower()], tables.titles[area.Sheet]
        return Found(sheet, title, called, box, bool(found.ContainsHeader), int(bool(found.TotalsRow)))

    def has_tables(self, sheet: xw.Sheet) -> bool:
        """Tell whether a named database range lies on a sheet."""
        return len(sheet.tables) > 0

    def has_print_area(self, sheet: xw.Sheet) -> bool:
        """Tell whether a print area is set."""
        return bool(sheet.api.getPrintAreas())

    def used(self, sheet: xw.Sheet) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""
        cursor = sheet.api.createCursor()
        cursor.gotoEndOfUsedArea(True)
        edge = cursor.getRangeAddress()
        box = Box(1, 1, edge.EndRow + 1, edge.EndColumn + 1)
        self._seen = sheet.impl, box, cursor
        return box

    def _cells(self, cells: xw.Range) -> Any:
        """Return a range as UNO has it: what was last found to be used is at hand."""
        sheet, box, cursor = self._seen
        is_seen = sheet is cells.sheet.impl and (cells.row, cells.column, *cells.shape) == (1, 1, box.bottom, box.right)
        return cursor if is_seen else cells.api

    def read(self, cells: xw.Range) -> tuple[list[list[object]], dict[tuple[int, int], str]]:
        """Return values and formulas: the office itself tells which numbers are dates and where formulas stand."""
        block = self._cells(cells)
        rows: list[list[object]] = [[None if value == "" else value for value in row] for row in block.getDataArray()]
        zero = self._null_date(cells.sheet.book.api)
        dates, edges = _dates_and_formulas(block, numbers=any(type(value) is float for row in rows for value in row))
        for row, column in dates:
            number = rows[row - cells.row][column - cells.column]
            if isinstance(number, float):
                rows[row - cells.row][column - cells.column] = moment(number, zero)
        formulas = self._formulas(cells.sheet, edges)
        if formulas:
            for edge in block.queryFormulaCells(_ERRORS).getRangeAddresses():
                for row, column in inside(edge):
                    word = cell(cells.sheet, (row, column)).getString()
                    rows[row - cells.row][column - cells.column] = _ERROR_WORDS.get(word, word)
        return rows, formulas

    def _formulas(self, sheet: xw.Sheet, edges: Sequence[Any]) -> dict[tuple[int, int], str]:
        """Return the formulas, a block for each rectangle of them: among many texts they are few."""
        titles = set(self.titles(sheet.book)) if edges else set()
        texts: dict[tuple[int, int], str] = {}
        for edge in edges:
            block = sheet.api.getCellRangeByPosition(edge.StartColumn, edge.StartRow, edge.EndColumn, edge.EndRow)
            lines = block.getFormulaArray()
            texts |= zip(inside(edge), (to_excel(text, titles) for line in lines for text in line), strict=True)
        return texts

    def _null_date(self, document: Any) -> dt.datetime:
        """Ask a document once for its day zero."""
        if not self._zero or self._zero[0] is not document:
            self._zero = document, null_date(document)
        return self._zero[1]

    def is_read_only(self, book: xw.Book) -> bool:
        """Tell whether the book cannot be saved under its name."""
        return bool(book.api.isReadonly())

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether cells of a sheet are protected."""
        return bool(sheet.api.isProtected())

    def is_fixed(self, book: xw.Book) -> bool:
        """Tell whether sheets cannot be added."""
        return bool(book.api.isProtected())

    def merged(self, cells: xw.Range) -> list[Box]:
        """Return the merged cells that begin in a range: by halves, because no call lists them."""
        found: list[Box] = []
        waiting = [cells.api]
        while waiting:
            part = waiting.pop()
            if not part.getIsMerged():
                continue
            edge = part.getRangeAddress()
            rows, columns = edge.EndRow - edge.StartRow, edge.EndColumn - edge.StartColumn
            if rows == columns == 0:
                found.append(_merged_area(part))
            elif rows >= columns:
                half = rows // 2
                waiting += [
                    part.getCellRangeByPosition(0, half + 1, columns, rows),
                    part.getCellRangeByPosition(0, 0, columns, half),
                ]
            else:
                half = columns // 2
                waiting += [
                    part.getCellRangeByPosition(half + 1, 0, columns, rows),
                    part.getCellRangeByPosition(0, 0, half, rows),
                ]
        return found


def _dates_and_formulas(block: Any, *, numbers: bool) -> tuple[list[Place], Sequence[Any]]:
    """Return the cells with dates and the addresses of formulas; most tables have neither. numbers: there are any."""
    both = block.queryContentCells(_DATES | _FORMULAS).getRangeAddresses()
    if not both or not numbers:
        return [], both
    edges = block.queryContentCells(_FORMULAS).getRangeAddresses()
    among = {place for edge in edges for place in inside(edge)}
    return [place for edge in both for place in inside(edge) if place not in among], edges


def _merged_area(cell: Any) -> Box:
    cursor = cell.getSpreadsheet().createCursorByRange(cell)
    cursor.collapseToMergedArea()
    edge = cursor.getRangeAddress()
    return Box(edge.StartRow + 1, edge.StartColumn + 1, edge.EndRow + 1, edge.EndColumn + 1)
