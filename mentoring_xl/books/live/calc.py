"""LibreOffice Calc through UNO: where xlwings has no word for what a press needs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import xlwings as xw

from mentoring_xl.books.libreoffice import OfficeError, uno_module
from mentoring_xl.books.libreoffice.book import Book
from mentoring_xl.books.libreoffice.copying import copy
from mentoring_xl.books.libreoffice.sheets import Sheet

from .calc_writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
            yield xw.Book(impl=Book(self._app.impl, document))
        finally:
            document.close(True)

    def copy_in(self, drawing: xw.Book, number: int, book: xw.Book, before: xw.Sheet | None) -> xw.Sheet:
        """Copy a sheet of another book in."""
        place = before.index - 1 if before else None
        page = Sheet(drawing.impl, drawing.api.Sheets.getByIndex(number))
        return xw.Sheet(impl=Sheet(book.impl, copy(page, book.impl, place)))
