"""A mentoring workbook that stands open in Excel or LibreOffice."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.books import snapshots
from mentoring_xl.books.draft import Draft
from mentoring_xl.books.room import refuse_merged
from mentoring_xl.books.sheets import Box
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.selection import Selection

from .patience import Patience
from .sheets import LiveSheets
from .steps import Steps
from .suite import suite_of
from .table import TableWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import xlwings as xw

    from mentoring_xl.books.area import Area
    from mentoring_xl.books.snapshots import Shelf
    from mentoring_xl.books.trace import Files, Restored, Trace
    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.table import Row

_TITLE = "Наставничество"


class LiveBook:
    """See `port.Book` for what the methods promise; `save` writes into the open book, the person saves the file."""

    def __init__(self, book: xw.Book, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """sleep: takes seconds, between the tries to reach a suite that is busy."""
        self._book = book
        self._sleep = sleep
        self.written = False
        """Whether a save has written into the open book."""
        self._forget()

    @property
    def name(self) -> str:
        """The name of the book, also of one that was never saved."""
        return self._patience(lambda: str(self._book.name))

    def grid(self, table: type[Row]) -> Grid:
        """Return the raw cells of a table, with the edits already carried out; BookError when it is missing."""
        return self._draft.area(table).grid()

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return the rows above the table's head: column letters → text, blank cells left out."""
        return self._draft.above(table)

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits in memory; return how many cells changed on each sheet that did."""
        return self._draft.apply(edits)

    @property
    def selection(self) -> Selection | None:
        """What is selected, None when that is no cell of this book."""
        from .selecting import selected

        found = self._patience(lambda: selected(self._book))
        if found is None:
            return None
        sheet, row, column = found
        last = min(row + 1, self._sheets.used(sheet).bottom)
        return Selection(sheet, row, column, tuple(self._sheets.rows(sheet, Box(1, 1, last, column))))

    @property
    def file(self) -> Path | None:
        """Where the book lies, None for one that was never saved."""
        path = Path(self._patience(lambda: str(self._book.fullname)))
        return path if path.is_absolute() else None

    @property
    def shelf(self) -> Shelf:
        """The snapshots of the book: beside its file, or at home while it was never saved."""
        file = self.file
        return snapshots.beside(file) if file else snapshots.at_home(self.name)

    def trace(self) -> Trace:
        """Return what `save` is about to change, so that it can be taken back."""
        return self._draft.trace()

    def restore(self, trace: Trace) -> Restored:
        """Lay the state before a traced save in memory; what a person has changed since stays."""
        return self._draft.restore(trace)

    def save(self) -> Files | None:
        """Write all tables, then the pages, or nothing of them; BookError when that fails. There is no file to name."""
        pages = self._pages()
        areas = [area for area in self._draft.areas if area.is_restored or area.changes()]
        if not areas and not pages:
            return None
        self._patience(lambda: self._refuse(areas, adds_sheets=bool(pages)))
        steps = Steps(self._patience)
        titles = {*self._sheets.titles(), *(title for changed, _ in pages for title in changed)}
        try:
            with self._suite.calm(self._book, _TITLE, steps, sheets=bool(pages)):
                for area in areas:
                    TableWriter(area, self._sheets, self._suite, steps, titles).write()
                if pages:
                    self._lay(pages, steps)
        except self._suite.faults as fault:
            raise self._patience.refusal(fault) from fault
        self.written = True
        self._forget()
        return None

    def _pages(self) -> tuple[tuple[tuple[str, ...], bytes | None], ...]:
        """Return titles of printed sheets that change, with the .xlsx that holds them, or None for those that go."""
        pages: list[tuple[tuple[str, ...], bytes | None]] = []
        if drawn := self._draft.pages():
            from mentoring_xl.books.print_sheet import draw

            pages.append((tuple(drawn), draw(drawn)))
        return (*pages, *(((title,), data) for title, data in self._draft.earlier_pages.items()))

    def _lay(self, pages: Iterable[tuple[tuple[str, ...], bytes | None]], steps: Steps) -> None:
        from .pages import PageWriter

        printer = PageWriter(self._book, self._suite, steps, self._sheets.titles())
        for titles, data in pages:
            if data is None:
                printer.take_out(titles[0])
            else:
                printer.lay(data, titles)
        self._patience(printer.finish)

    def _forget(self) -> None:
        self._suite = suite_of(self._book.app)
        self._patience = Patience(self._suite, self._sleep)
        self._sheets = LiveSheets(self._book, self._suite, self._patience)
        self._draft = Draft(self._sheets)

    def _refuse(self, areas: Iterable[Area], *, adds_sheets: bool) -> None:
        """Say what stands in the way before anything is written."""
        if self._suite.is_read_only(self._book):
            raise BookError(
                f"Книга «{self._book.name}» открыта только для чтения. "
                "Сохраните её под другим именем («Сохранить как») и повторите."
            )
        if adds_sheets and self._suite.is_fixed(self._book):
            raise BookError(
                "Структура книги защищена, лист добавить нельзя. Снимите защиту (Рецензирование → Защитить книгу) "
                "и повторите."
            )
        for area in areas:
            sheet = self._sheets.sheet(area.spot.sheet)
            if self._suite.is_protected(sheet):
                raise BookError(f"Лист «{area.spot.sheet}» защищён. Снимите защиту листа и повторите.")
            box = area.box
            merged = self._suite.merged(sheet.range((box.top, box.left), (area.last, box.right)))
            if changes := area.changes():
                refuse_merged(area.spot.sheet, merged, changes)
