"""LibreOffice Calc through UNO: where xlwings has no word for what a press needs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import xlwings as xw

from mentoring_xl.books.libreoffice import OfficeError, uno_module
from mentoring_xl.books.libreoffice.dates import moment, null_date
from mentoring_xl.books.libreoffice.formulas import to_excel, to_office
from mentoring_xl.books.libreoffice.values import Kind as CellKind
from mentoring_xl.books.libreoffice.values import block
from mentoring_xl.books.sheets import Box

from .blocks import blocks
from .calc_carry import carried
from .calc_cells import cell, inside
from .calc_cells import found as cells_with
from .calc_notes import notes_in, notes_kept, renote
from .calc_undo import offer_undo, quietly
from .formula_cells import formula_boxes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from mentoring_xl.books.sheets import Note

    from .steps import Steps

_DATES, _FORMULAS, _ERRORS, _TEXT = 2, 16, 4, 256
_ERROR_WORDS = {"Err:502": "#VALUE!", "Err:503": "#NUM!", "Err:508": "#NAME?"}


class Calc:
    """See `suite.Suite`."""

    title = "LibreOffice"

    def __init__(self, app: xw.App) -> None:
        self._app = app
        self._tables: tuple[Any, dict[str, str]] | None = None
        self._texts: dict[int, bool] = {}
        self._zero: tuple[Any, dt.datetime] | None = None
        self._hush: Callable[[], None] = lambda: None
        self.faults: tuple[type[BaseException], ...] = (
            OfficeError,
            uno_module().getClass("com.sun.star.uno.Exception"),
        )

    def is_busy(self, fault: BaseException) -> bool:
        """Tell whether the same call may succeed a little later."""
        return getattr(fault, "reason", "") == "busy"

    def titles(self, book: xw.Book) -> tuple[str, ...]:
        """Return the titles of the sheets in their order."""
        return tuple(book.api.Sheets.getElementNames())

    def find(self, book: xw.Book, name: str) -> tuple[xw.Sheet, str, Box, bool, int] | None:
        """Find a database range by its name, whatever its case."""
        if not self._tables:
            ranges = book.api.DatabaseRanges
            self._tables = ranges, {found.lower(): found for found in ranges.getElementNames()}
        ranges, names = self._tables
        called = names.get(name.lower())
        if called is None:
            return None
        found = ranges.getByName(called)
        area = found.getDataArea()
        box = Box(area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1)
        return book.sheets(area.Sheet + 1), called, box, bool(found.ContainsHeader), int(bool(found.TotalsRow))

    def has_tables(self, sheet: xw.Sheet) -> bool:
        """Tell whether a named database range lies on a sheet."""
        return len(sheet.tables) > 0

    def has_print_area(self, sheet: xw.Sheet) -> bool:
        """Tell whether a print area is set."""
        return bool(sheet.api.getPrintAreas())

    def used(self, sheet: xw.Sheet) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""
        cursor = sheet.api.createCursor()
        cursor.gotoEndOfUsedArea(False)
        edge = cursor.getRangeAddress()
        return Box(1, 1, edge.EndRow + 1, edge.EndColumn + 1)

    def read(self, cells: xw.Range) -> tuple[list[list[object]], dict[tuple[int, int], str]]:
        """Return values and formulas: the office itself tells which numbers are dates and where formulas stand."""
        rows: list[list[object]] = [
            [None if value == "" else value for value in row] for row in cells.api.getDataArray()
        ]
        zero = self._null_date(cells.sheet.book.api)
        for row, column in cells_with(cells, _DATES):
            number = rows[row - cells.row][column - cells.column]
            if isinstance(number, float):
                rows[row - cells.row][column - cells.column] = moment(number, zero)
        formulas = self._formulas(cells)
        if formulas:
            for edge in cells.api.queryFormulaCells(_ERRORS).getRangeAddresses():
                for row, column in inside(edge):
                    word = cell(cells.sheet, (row, column)).getString()
                    rows[row - cells.row][column - cells.column] = _ERROR_WORDS.get(word, word)
        return rows, formulas

    def _formulas(self, cells: xw.Range) -> dict[tuple[int, int], str]:
        """Return the formulas, a block for each rectangle of them: among many texts they are few."""
        edges = cells.api.queryContentCells(_FORMULAS).getRangeAddresses()
        titles = set(self.titles(cells.sheet.book)) if edges else set()
        texts: dict[tuple[int, int], str] = {}
        for edge in edges:
            block_ = cells.sheet.api.getCellRangeByPosition(
                edge.StartColumn, edge.StartRow, edge.EndColumn, edge.EndRow
            ).getFormulaArray()
            texts |= zip(inside(edge), (to_excel(text, titles) for line in block_ for text in line), strict=True)
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

    @contextmanager
    def calm(self, book: xw.Book, title: str, steps: Steps) -> Iterator[None]:
        """Pause drawing and counting, and the office's own undo: it cannot empty a cell that a block has filled."""
        document = book.api
        controller = document.getCurrentController()
        seen = (controller.getActiveSheet(), document.getCurrentSelection()) if controller else None
        automatic = document.isAutomaticCalculationEnabled()
        document.lockControllers()
        document.enableAutomaticCalculation(False)
        fits = document.IsAdjustHeightEnabled
        document.IsAdjustHeightEnabled = False
        try:
            with self._one_undo(document, title, steps):
                yield
        finally:
            if seen and controller.getActiveSheet() != seen[0]:
                controller.setActiveSheet(seen[0])
                controller.select(seen[1])
            document.IsAdjustHeightEnabled = fits
            document.enableAutomaticCalculation(automatic)
            document.unlockControllers()

    @contextmanager
    def _one_undo(self, document: Any, title: str, steps: Steps) -> Iterator[None]:
        """Offer to undo the steps at once; what the office notes all the same hides behind that."""
        manager = document.getUndoManager()
        offer_undo(self._app, document, title, steps)
        manager.enterHiddenUndoContext()
        manager.lock()
        self._hush = steps.between = lambda: _hush(manager)
        failed: Steps | None = None
        try:
            yield
        except BaseException:
            failed = steps.taken()
            raise
        finally:
            manager.unlock()
            manager.leaveUndoContext()
            if not steps:
                # first what the office has noted after our steps, then the steps
                manager.undo()
                manager.clearRedo()
            if failed:
                quietly(document, failed.back)

    @contextmanager
    def unfiltered(self, sheet: xw.Sheet, table: str | None) -> Iterator[None]:
        """Filter a filtered table anew afterwards: blocks reach hidden rows here, so that it need not be lifted."""
        found = sheet.book.api.DatabaseRanges.getByName(table) if table else None
        filtered = bool(found and found.getFilterDescriptor().getFilterFields3())
        yield
        if found and filtered:
            found.refresh()

    def type_in(
        self, cells: xw.Range, rows: Sequence[Sequence[object]], wrapped: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Type a block at once; the engine cares for formats that a value could change, and costs more calls.

        To fit the rows takes LibreOffice ten times longer than to fill them: only those with wrapped text are fitted.
        """
        document = cells.sheet.book.api
        fits = document.IsAdjustHeightEnabled
        try:
            with notes_kept(cells):
                document.IsAdjustHeightEnabled = False
                self._type_in(cells, rows)
                # typing the values once more would turn a formula that is given back into its result
                self._fit(
                    cells, [at for at in wrapped if not _is_formula(rows[at[0] - cells.row][at[1] - cells.column])]
                )
        finally:
            document.IsAdjustHeightEnabled = fits

    def _fit(self, cells: xw.Range, wrapped: Sequence[tuple[int, int]]) -> None:
        """Let rows that fit themselves grow to the texts in these cells."""
        cells.sheet.book.api.IsAdjustHeightEnabled = True
        for box in blocks(wrapped, lambda row, column: False):
            part = cells.sheet.range((box.top, box.left), (box.bottom, box.right)).api
            part.setDataArray(part.getDataArray())
            self._hush()

    def _type_in(self, cells: xw.Range, rows: Sequence[Sequence[object]]) -> None:
        document = cells.sheet.book.api
        made = block(rows, self._null_date(document))
        columns = {column for _, column in made.numberlike}
        if made.kinds.keys() - {CellKind.DATE} or not all(self._holds_text(cells, column) for column in columns):
            cells.value = rows
        else:
            cells.api.setDataArray(tuple(map(tuple, made.data)))
        self._hush()
        for box in formula_boxes(rows):
            part = cells.api.getCellRangeByPosition(box.left - 1, box.top - 1, box.right - 1, box.bottom - 1)
            lines = [row[box.left - 1 : box.right] for row in rows[box.top - 1 : box.bottom]]
            part.setFormulaArray(tuple(tuple(to_office(str(formula)) for formula in line) for line in lines))

    def _holds_text(self, cells: xw.Range, column: int) -> bool:
        """Tell whether all cells of a column of a block have the format of text."""
        part = cells.api.getCellRangeByPosition(column, 0, column, cells.shape[0] - 1)
        if part.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE":
            return False
        key = part.NumberFormat
        if key not in self._texts:
            self._texts[key] = bool(cells.sheet.book.api.getNumberFormats().getByKey(key).Type & _TEXT)
        return self._texts[key]

    def unlink(self, cells: xw.Range) -> None:
        """Do nothing: a link here is part of the text, and goes with it."""

    def show(self, sheet: xw.Sheet, rows: Sequence[int]) -> None:
        """Show hidden rows."""
        sheet.range((min(rows), 1), (max(rows), 1)).api.getRows().IsVisible = True

    def carried(
        self, steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> AbstractContextManager[None]:
        """Take formats, notes and what is inside texts along."""
        return carried(steps, sheet, box, origins, like)

    def notes(self, cells: xw.Range) -> Mapping[tuple[int, int], Note]:
        """Return the notes on a range by row and column."""
        return notes_in(cells)

    def annotate(self, steps: Steps, sheet: xw.Sheet, notes: Mapping[tuple[int, int], Note]) -> None:
        """Put notes on cells."""
        steps.do(lambda: renote(sheet, (), notes), lambda: renote(sheet, notes, {}))

    def delete(self, sheet: xw.Sheet) -> None:
        """Delete a sheet from the front, as the engine has to; the office's own undo is hushed in between."""
        sheet.book.api.Sheets.moveByName(sheet.name, 0)
        self._hush()
        sheet.delete()

    def save_copy(self, book: xw.Book, path: Path) -> None:
        """Write the book as it stands to another .xlsx."""
        kind = uno_module().createUnoStruct("com.sun.star.beans.PropertyValue")
        kind.Name, kind.Value = "FilterName", "Calc MS Excel 2007 XML"
        book.api.storeToURL(path.as_uri(), (kind,))

    @contextmanager
    def opened(self, path: Path) -> Iterator[xw.Book]:
        """Open a file without a window."""
        uno = uno_module()
        hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        hidden.Name, hidden.Value = "Hidden", True
        document = self._app.api.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
        try:
            yield xw.Book(impl=self._app.impl.book_of(document))
        finally:
            document.close(True)


def _hush(manager: Any) -> None:
    """Lock the office's own undo again: most calls that write unlock it behind our back."""
    manager.unlock()
    manager.lock()


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _merged_area(cell: Any) -> Box:
    cursor = cell.getSpreadsheet().createCursorByRange(cell)
    cursor.collapseToMergedArea()
    edge = cursor.getRangeAddress()
    return Box(edge.StartRow + 1, edge.StartColumn + 1, edge.EndRow + 1, edge.EndColumn + 1)
