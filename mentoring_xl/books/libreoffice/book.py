"""Open spreadsheets as xlwings Books: opening, saving, printing to PDF, closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import WeakSet

from xlwings import base_classes

from .errors import OfficeError
from .finding import uno_module
from .formats import Formats
from .names import Names
from .partial import Partial
from .ranges import Range
from .recent import Recent
from .saving import properties, store
from .sheets import Sheet, Sheets
from .telling import told

# mypy: allow-subclassing-any


class Book(Partial, base_classes.Book):
    """One spreadsheet document; `document` is its model (com.sun.star.sheet.SpreadsheetDocument)."""

    def __init__(self, app: Any, document: Any) -> None:
        self._app = app
        self.document = document
        self.formats = Formats(document)
        self.shifts = 0
        self._name = Recent(self._ask_name)
        self._handed_out: WeakSet[Sheet] = WeakSet()

    @property
    def api(self) -> Any:
        return self.document

    @property
    def app(self) -> Any:
        return self._app

    @property
    def name(self) -> str:
        return self._name.get()

    def _ask_name(self) -> str:
        with told("reading the book's name"):
            url = self.document.getURL()
            return Path(_path(url)).name if url else str(self.document.Title)

    @cached_property
    def spreadsheets(self) -> Any:
        """The collection of the sheets (com.sun.star.sheet.Spreadsheets), asked for once."""
        return self.document.Sheets

    @cached_property
    def page_styles(self) -> Any:
        """The collection of the page styles, asked for once."""
        return self.document.StyleFamilies.getByName("PageStyles")

    @property
    def fullname(self) -> str:
        """The real path; for a book never saved its title, as in Excel."""
        with told("reading the book's path"):
            url = self.document.getURL()
            return _path(url) if url else str(self.document.Title)

    @property
    def read_only(self) -> bool:
        return bool(self.document.isReadonly())

    @property
    def saved(self) -> bool:
        """Whether nothing has changed since the last save."""
        return not self.document.isModified()

    @saved.setter
    def saved(self, value: bool) -> None:
        self.document.setModified(not value)

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def names(self) -> Names:
        return Names(self, self.document.NamedRanges)

    def hand_out(self, sheet: Sheet) -> None:
        """Remembers a Sheet for `shifting` and `renamed`."""
        self._handed_out.add(sheet)

    def renamed(self) -> None:
        """A sheet has got another name."""
        for sheet in self._handed_out:
            sheet.recent_name.forget()

    @contextmanager
    def shifting(self, sheet: Sheet) -> Iterator[None]:
        """Around a change that moves cells: UNO's own ranges, even that of the sheet, move along and point elsewhere.

        So the Sheets that were handed out get a new one, and every Range asks for its cells again.
        """
        index = sheet.index
        same = [other for other in self._handed_out if other.index == index]
        try:
            yield
        finally:
            self.shifts += 1
            fresh = self.document.Sheets.getByIndex(index - 1)
            for other in same:
                other.uno = fresh

    def controller(self) -> Any:
        """The view of the book; OfficeError "no-book" when the book has none."""
        controller = self.document.getCurrentController()
        if controller is None:
            raise OfficeError("no-book", "the book is open without a window")
        return controller

    def selected(self) -> Range | None:
        """The selected cells: the first area of them; None when something else is selected."""
        picked = self.document.getCurrentSelection()
        if picked is None:
            return None
        if picked.supportsService("com.sun.star.sheet.SheetCellRanges"):
            addresses = picked.getRangeAddresses()
        elif picked.supportsService("com.sun.star.sheet.SheetCellRange"):
            addresses = (picked.getRangeAddress(),)
        else:
            return None
        return self.at(addresses[0]) if addresses else None

    def at(self, address: Any) -> Range:
        """The range of a com.sun.star.table.CellRangeAddress."""
        sheet = Sheet(self, self.document.Sheets.getByIndex(address.Sheet))
        return sheet.between(address.StartRow, address.StartColumn, address.EndRow, address.EndColumn)

    def activate(self) -> None:
        with told("bringing the book to the front"):
            frame = self.controller().getFrame()
            frame.activate()
            frame.getContainerWindow().toFront()
            self._app.desktop.setActiveFrame(frame)

    def close(self) -> None:
        """Closes without saving and without a question."""
        with told("closing the book"):
            self.document.setModified(False)
            self._app.forget(self)
            self.document.close(True)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        store(self, path, password)
        self._name.forget()

    def to_pdf(self, path: str, quality: str) -> None:
        with told("printing to PDF", self.document):
            self.document.storeToURL(Path(path).absolute().as_uri(), properties(FilterName="calc_pdf_Export"))


def _path(url: str) -> str:
    return str(uno_module().fileUrlToSystemPath(url)) if url.startswith("file:") else url


class Books(Partial, base_classes.Books):
    """The spreadsheets open in an office."""

    def __init__(self, app: Any) -> None:
        self._app = app

    @property
    def api(self) -> Any:
        return self._app.desktop.getComponents()

    @property
    def app(self) -> Any:
        return self._app

    def documents(self) -> Iterator[Any]:
        """The models of all open spreadsheets, the oldest first."""
        with told("listing the open books"):
            found = []
            components = self._app.desktop.getComponents().createEnumeration()
            while components.hasMoreElements():
                component = components.nextElement()
                if hasattr(component, "supportsService") and component.supportsService(
                    "com.sun.star.sheet.SpreadsheetDocument"
                ):
                    found.append(component)
        return iter(found)

    @property
    def active(self) -> Book:
        return self._book(self._app.active_document())

    def _book(self, document: Any) -> Book:
        book: Book = self._app.book_of(document)
        return book

    def __iter__(self) -> Iterator[Book]:
        return (self._book(document) for document in self.documents())

    def __len__(self) -> int:
        return len(list(self.documents()))

    def __call__(self, name_or_index: int | str) -> Book:
        books = list(self)
        if isinstance(name_or_index, int):
            return books[name_or_index - 1]
        for book in books:
            if book.name == name_or_index:
                return book
        raise KeyError(name_or_index)

    def add(self) -> Book:
        with told("making a new book"):
            document = self._app.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
            self._unpainted(document)
        return self._book(document)

    def open(self, fullname: str, *options: Any, **named: Any) -> Book:
        """Opens a file; of Excel's options only `read_only` (the second) and `password` (the fourth) mean something."""
        given = dict(zip(("update_links", "read_only", "format", "password"), options, strict=False)) | named
        asked: dict[str, Any] = {"ReadOnly": bool(given.get("read_only")), "UpdateDocMode": 0}
        if given.get("password"):
            asked["Password"] = given["password"]
        url = Path(fullname).absolute().as_uri()
        with told("opening a book"):
            document = self._app.desktop.loadComponentFromURL(url, "_blank", 0, properties(**asked))
        if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            raise OfficeError("no-file", "the office does not read this file as a spreadsheet")
        with told("opening a book"):
            self._unpainted(document)
        return self._book(document)

    def _unpainted(self, document: Any) -> None:
        """Hides the window of a book where nobody sees it.

        An office without a screen paints all the same, and breaks down when a call from outside meets it at that.
        """
        if not self._app.visible:
            document.getCurrentController().getFrame().getContainerWindow().setVisible(False)
