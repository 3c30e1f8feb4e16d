"""Microsoft Excel through COM: where xlwings has no word for what a press needs."""

from __future__ import annotations

import importlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import xlwings as xw

from mentoring_xl.books.sheets import Box, Note

from .codes import GENERAL, TEXT, codes
from .excel_filters import lifted
from .formula_cells import formula_boxes
from .suite import Found
from .typing_in import is_formula

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from .steps import Steps

_BUSY = frozenset({-2147418111, -2146777998})
"""RPC_E_CALL_REJECTED and VBA_E_IGNORE: a cell is being edited or a dialog is open."""

_GONE = frozenset({-2147417848, -2147023174, -2146827864})
"""RPC_E_DISCONNECTED, RPC_S_SERVER_UNAVAILABLE and «Object required»: the book or Excel is closed."""

_PASTE_FORMATS, _PASTE_COMMENTS = -4122, -4144


class Excel:
    """See `suite.Suite`."""

    title = "Excel"

    def __init__(self, app: xw.App) -> None:
        self._app = app
        with suppress(ImportError):
            # xlwings would try a call that Excel rejects for ever
            windows: Any = importlib.import_module("xlwings._xlwindows")
            windows.N_COM_ATTEMPTS = 1
        self.faults: tuple[type[BaseException], ...] = (xw.XlwingsError, *_com_errors())

    def is_busy(self, fault: BaseException) -> bool:
        """Tell whether the same call may succeed a little later."""
        return bool(_BUSY & _numbers(fault))

    def is_gone(self, fault: BaseException) -> bool:
        """Tell whether the book or Excel is closed."""
        return bool(_GONE & _numbers(fault))

    def titles(self, book: xw.Book) -> list[str]:
        """Return the titles of the sheets in their order."""
        return list(book.sheet_names)

    def find(self, book: xw.Book, name: str) -> Found | None:
        """Find a ListObject by its name, whatever its case."""
        for sheet in book.sheets:
            for table in sheet.tables:
                if table.name.lower() == name.lower():
                    heads, totals = bool(table.show_headers), int(bool(table.show_totals))
                    return Found(sheet, sheet.name, table.name, _box(table.range), heads, totals)
        return None

    def has_tables(self, sheet: xw.Sheet) -> bool:
        """Tell whether there is any ListObject on a sheet."""
        return len(sheet.tables) > 0

    def has_print_area(self, sheet: xw.Sheet) -> bool:
        """Tell whether a print area is set."""
        return bool(sheet.api.PageSetup.PrintArea)

    def used(self, sheet: xw.Sheet) -> Box:
        """Return the rectangle from A1 to the last cell of the used range."""
        last = sheet.used_range.last_cell
        return Box(1, 1, last.row, last.column)

    def read(self, cells: xw.Range) -> tuple[list[list[object]], dict[tuple[int, int], str]]:
        """Return values and formulas in a block each; Excel gives formulas among texts and numbers as typed."""
        values: list[list[object]] = cells.options(ndim=2, err_to_str=True).value
        block: object = cells.formula
        rows = block if isinstance(block, tuple | list) else [[block]]
        return values, {
            (row, column): text
            for row, (texts, line) in enumerate(zip(rows, values, strict=True), cells.row)
            for column, (text, value) in enumerate(zip(texts, line, strict=True), cells.column)
            if is_formula(text, value)
        }

    def is_read_only(self, book: xw.Book) -> bool:
        """Tell whether the book cannot be saved under its name."""
        return bool(book.api.ReadOnly)

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether cells of a sheet are protected."""
        return bool(sheet.api.ProtectContents)

    def is_fixed(self, book: xw.Book) -> bool:
        """Tell whether sheets cannot be added."""
        return bool(book.api.ProtectStructure)

    def merged(self, cells: xw.Range) -> list[Box]:
        """Return the merged cells that touch a range."""
        if cells.merge_cells is False:
            return []
        found: dict[Box, None] = {}
        for cell in cells:
            if cell.merge_cells:
                found[_box(cell.merge_area)] = None
        return list(found)

    @contextmanager
    def calm(self, book: xw.Book, title: str, steps: Steps, *, sheets: bool) -> Iterator[None]:
        """Pause drawing, counting, events and questions; give back sheet, selection and scroll.

        Excel forgets its own undo list at the first call; the add-in offers ours in its place.
        """
        app, api, window = self._app, self._app.api, book.api.Windows(1)
        before = app.screen_updating, app.calculation, api.EnableEvents, app.display_alerts
        seen = book.sheets.active, window.Selection if hasattr(window, "Selection") else None
        scroll = window.ScrollRow, window.ScrollColumn
        app.screen_updating, app.calculation, api.EnableEvents, app.display_alerts = False, "manual", False, False
        try:
            yield
        except BaseException:
            steps.back()
            raise
        finally:
            api.CutCopyMode = False
            seen[0].activate()
            if seen[1] is not None:
                seen[1].Select()
            window.ScrollRow, window.ScrollColumn = scroll
            app.display_alerts, api.EnableEvents = before[3], before[2]
            app.calculation, app.screen_updating = before[1], before[0]

    @contextmanager
    def unfiltered(self, sheet: xw.Sheet, table: str | None) -> Iterator[None]:
        """Lift the filter of a table and set it again: Excel writes past hidden rows (xlwings issue 679)."""
        holder = sheet.api.ListObjects(table) if table else sheet.api
        with lifted(holder):
            yield

    def type_in(self, cells: xw.Range, rows: Sequence[Sequence[object]], fit: Collection[int] = ()) -> None:
        """Type a block; for its formulas the format of text makes way for a moment, or they would stay text.

        Excel fits rows itself, whatever is to `fit`.
        """
        parts = []
        for box in formula_boxes(rows):
            part = cells.sheet.range(
                (cells.row + box.top - 1, cells.column + box.left - 1),
                (cells.row + box.bottom - 1, cells.column + box.right - 1),
            )
            places = [(row, column) for row, column in _places(_box(part))]
            texts = [place for place, code in codes(cells.sheet, places).items() if code == TEXT]
            parts += [part] if len(texts) == len(places) else [cells.sheet.range(place) for place in texts]
        for part in parts:
            part.number_format = GENERAL
        try:
            cells.value = rows
        finally:
            for part in parts:
                part.number_format = TEXT

    def resize(self, sheet: xw.Sheet, table: str, box: Box) -> None:
        """Move the edges of a ListObject."""
        sheet.tables[table].resize(sheet.range((box.top, box.left), (box.bottom, box.right)))

    def unlink(self, cells: xw.Range) -> None:
        """Take link objects off cells; Hyperlinks.Delete would take the formats too."""
        cells.api.ClearHyperlinks()

    def show(self, sheet: xw.Sheet, rows: Sequence[int]) -> None:
        """Show hidden rows."""
        sheet.api.Range(f"{min(rows)}:{max(rows)}").EntireRow.Hidden = False

    @contextmanager
    def carried(
        self, steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> Iterator[None]:
        """Take formats and notes along through a sheet that is there only meanwhile."""
        if origins or like:
            self._carry(sheet, box, origins, like)
        yield

    def _carry(self, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]) -> None:
        last = max(box.bottom, *origins, *like)
        spare = sheet.book.sheets.add(after=sheet.book.sheets[len(sheet.book.sheets) - 1])
        try:
            whole = sheet.range((box.top, box.left), (last, box.right))
            whole.api.Copy(spare.range((box.top, box.left)).api)
            spare_whole = spare.range((box.top, box.left), (last, box.right))
            for row, origin in {**origins, **like}.items():
                target = sheet.range((row, box.left), (row, box.right))
                if row in origins:
                    target.api.ClearComments()
                if origin:
                    spare.range((origin, box.left), (origin, box.right)).api.Copy()
                    target.api.PasteSpecial(_PASTE_FORMATS)
                    if row not in like:
                        target.api.PasteSpecial(_PASTE_COMMENTS)
        except BaseException:
            spare_whole.api.Copy()
            whole.api.PasteSpecial(_PASTE_FORMATS)
            whole.api.PasteSpecial(_PASTE_COMMENTS)
            raise
        finally:
            spare.delete()

    def notes(self, cells: xw.Range) -> Mapping[tuple[int, int], Note]:
        """Return the notes on a range by row and column."""
        box = _box(cells)
        found = ((note.Parent, note) for note in cells.sheet.api.Comments)
        return {
            (cell.Row, cell.Column): Note(note.Text(), note.Author)
            for cell, note in found
            if box.holds(cell.Row, cell.Column)
        }

    def annotate(self, steps: Steps, sheet: xw.Sheet, notes: Mapping[tuple[int, int], Note]) -> None:
        """Put notes on cells."""

        def act() -> None:
            for place, note in notes.items():
                sheet.range(place).api.AddComment(note.text)

        def back() -> None:
            for place in notes:
                sheet.range(place).api.ClearComments()

        steps.do(act, back)

    def delete(self, sheet: xw.Sheet) -> None:
        """Delete a sheet."""
        sheet.delete()

    def save_copy(self, book: xw.Book, path: Path) -> None:
        """Write the book as it stands to another .xlsx."""
        book.api.SaveCopyAs(str(path))

    @contextmanager
    def opened(self, path: Path) -> Iterator[xw.Book]:
        """Open a file; drawing is paused, so that nobody sees it."""
        book = self._app.books.open(path, update_links=False)
        try:
            yield book
        finally:
            book.close()

    def copy_in(self, drawing: xw.Book, number: int, book: xw.Book, before: xw.Sheet | None) -> xw.Sheet:
        """Copy a sheet of another book in."""
        page = drawing.sheets[number]
        return page.copy(before=before) if before else page.copy(after=book.sheets[-1])


def _com_errors() -> tuple[type[BaseException], ...]:
    with suppress(ImportError):
        found: Any = importlib.import_module("pywintypes")
        return (found.com_error,)
    return ()


def _box(cells: xw.Range) -> Box:
    last = cells.last_cell
    return Box(cells.row, cells.column, last.row, last.column)


def _places(box: Box) -> Iterator[tuple[int, int]]:
    for row in range(box.top, box.bottom + 1):
        for column in range(box.left, box.right + 1):
            yield row, column


def _numbers(fault: BaseException) -> set[int]:
    """Return the error numbers that a COM error carries."""
    inner = next((arg for arg in fault.args if isinstance(arg, tuple)), ())
    given = (getattr(fault, "hresult", None), *fault.args, *inner)
    return {number for number in given if isinstance(number, int)}
