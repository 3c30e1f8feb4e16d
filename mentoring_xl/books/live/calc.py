"""LibreOffice Calc through UNO: where xlwings has no word for what a press needs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import xlwings as xw

from mentoring_xl.books.libreoffice import OfficeError, uno_module
from mentoring_xl.books.libreoffice.book import Book
from mentoring_xl.books.libreoffice.copying import copy
from mentoring_xl.books.libreoffice.saving import properties
from mentoring_xl.books.libreoffice.sheets import Sheet

from .calc_writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_XLSX = "Calc MS Excel 2007 XML"


class Calc(Writing):
    """See `suite.Suite`."""

    title = "LibreOffice"

    def __init__(self, app: xw.App) -> None:
        super().__init__()
        self._app = app
        self.faults: tuple[type[BaseException], ...] = (
            OfficeError,
            uno_module().getClass("com.sun.star.uno.Exception"),
        )

    def is_busy(self, fault: BaseException) -> bool:
        """Tell whether the same call may succeed a little later."""
        return getattr(fault, "reason", "") == "busy"

    def is_gone(self, fault: BaseException) -> bool:
        """Tell whether the book or LibreOffice is closed."""
        return getattr(fault, "reason", "") == "gone" or type(fault).__name__.endswith("DisposedException")

    def save_copy(self, book: xw.Book, path: Path) -> None:
        """Write the book as it stands to another .xlsx."""
        book.api.storeToURL(path.as_uri(), properties(FilterName=_XLSX))

    @contextmanager
    def opened(self, path: Path) -> Iterator[xw.Book]:
        """Load a file into a document without a window, which takes a third less than opening it in a hidden one."""
        document = self._app.impl.service("com.sun.star.sheet.SpreadsheetDocument")
        document.load(properties(URL=path.as_uri(), FilterName=_XLSX, Hidden=True))
        try:
            yield xw.Book(impl=Book(self._app.impl, document))
        finally:
            document.close(True)

    def copy_in(self, drawing: xw.Book, number: int, book: xw.Book, before: xw.Sheet | None) -> xw.Sheet:
        """Copy a sheet of another book in."""
        place = before.index - 1 if before else None
        page = Sheet(drawing.impl, drawing.impl.spreadsheets.getByIndex(number))
        return xw.Sheet(impl=Sheet(book.impl, copy(page, book.impl, place)))
