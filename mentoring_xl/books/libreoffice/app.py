"""The office program as an xlwings App: its desktop, books, status bar and message boxes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xlwings import base_classes

from .book import Book, Books
from .engine import ENGINE, Engine
from .errors import OfficeError
from .finding import uno_module
from .messages import ask, has_screen
from .partial import Partial
from .ranges import Range
from .telling import told

# mypy: allow-subclassing-any


class App(Partial, base_classes.App):
    """One running office, reached through its component context.

    `pid` tells the apps of this interpreter apart: the process number, or a stand-in for an office that was started by
    somebody else. `said` keeps the texts of message boxes that could not be shown because the office is headless.
    `page_properties` are the names that its page styles know, once somebody has asked.
    """

    def __init__(self, context: Any, pid: int) -> None:
        self.context = context
        self._pid = pid
        self.said: list[str] = []
        self._status: str | None = None
        self._indicator: Any = None
        self._locked: list[Any] = []
        self._updating = True
        self._alerts = True
        self._books: dict[str, Book] = {}
        self.page_properties: tuple[str, ...] = ()
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def service(self, name: str) -> Any:
        with told(f"reaching {name}"):
            return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    @property
    def engine(self) -> Engine:
        return ENGINE

    @property
    def api(self) -> Any:
        """The desktop (com.sun.star.frame.Desktop)."""
        return self.desktop

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def version(self) -> str:
        access = self.service("com.sun.star.configuration.ConfigurationProvider")
        node = uno_module().createUnoStruct(
            "com.sun.star.beans.NamedValue", "nodepath", "/org.openoffice.Setup/Product"
        )
        view = access.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (node,))
        return str(view.getByName("ooSetupVersionAboutBox"))

    @property
    def path(self) -> str:
        expander = self.context.getValueByName("/singletons/com.sun.star.util.theMacroExpander")
        url = expander.expandMacros("$BRAND_BASE_DIR")
        return str(Path(uno_module().fileUrlToSystemPath(url)))

    @property
    def books(self) -> Books:
        return Books(self)

    def book_of(self, document: Any) -> Book:
        """The one Book that stands for this document."""
        key = str(document.RuntimeUID)
        if key not in self._books:
            if self._books:
                still_open = {str(other.RuntimeUID) for other in self.books.documents()}
                self._books = {known: book for known, book in self._books.items() if known in still_open}
            self._books[key] = Book(self, document)
        return self._books[key]

    def forget(self, book: Book) -> None:
        """The book is about to be closed."""
        self._books = {key: other for key, other in self._books.items() if other is not book}

    def active_document(self) -> Any:
        """The spreadsheet in front; OfficeError "no-book" when there is none."""
        with told("finding the open book"):
            document = self.desktop.getCurrentComponent()
            if document is not None and document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                return document
            documents = list(self.books.documents())
        if not documents:
            raise OfficeError("no-book", "no spreadsheet is open in the office")
        return documents[-1]

    def frame(self) -> Any:
        """The window in front, be it a book's or the start page; None when the office has none."""
        with told("finding the window"):
            if (frame := self.desktop.getCurrentFrame()) is not None:
                return frame
            frames = self.desktop.getFrames()
            return frames.getByIndex(frames.getCount() - 1) if frames.getCount() else None

    @property
    def selection(self) -> Range | None:
        return self.book_of(self.active_document()).selected()

    def activate(self, steal_focus: bool = False) -> None:
        """Makes this the first of the apps, and with `steal_focus` brings its window to the front."""
        ENGINE.apps.keep(self)
        if steal_focus and self.frame() is not None:
            self.frame().getContainerWindow().toFront()

    @property
    def visible(self) -> bool:
        return has_screen(self)

    def quit(self) -> None:
        """Closes all books without saving and ends the office."""
        for book in list(self.books):
            book.close()
        ENGINE.apps.forget(self._pid)
        try:
            self.desktop.terminate()
        except uno_module().getClass("com.sun.star.uno.Exception"):
            return  # the bridge breaks while the answer is on its way

    @property
    def screen_updating(self) -> bool:
        return self._updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        if value is self._updating:
            return
        still_open = list(self.books.documents())
        for document in self._locked if value else still_open:
            if document in still_open:
                with told("holding the screen"):
                    document.unlockControllers() if value else document.lockControllers()
        self._locked = [] if value else still_open
        self._updating = value

    @property
    def calculation(self) -> str:
        return "automatic" if self.active_document().isAutomaticCalculationEnabled() else "manual"

    @calculation.setter
    def calculation(self, value: str) -> None:
        if value not in {"automatic", "manual"}:
            raise ValueError(f"the office calculates 'automatic' or 'manual', not {value!r}")
        for document in self.books.documents():
            document.enableAutomaticCalculation(value == "automatic")

    def calculate(self) -> None:
        for document in self.books.documents():
            document.calculate()

    @property
    def display_alerts(self) -> bool:
        return self._alerts

    @display_alerts.setter
    def display_alerts(self, value: bool) -> None:
        """Kept only: calls through UNO ask nothing."""
        self._alerts = value

    @property
    def status_bar(self) -> str | bool:
        """The text put there, or False while the office has its status bar for itself."""
        return False if self._status is None else self._status

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        with told("writing to the status bar"):
            if isinstance(value, bool):
                if self._indicator is not None:
                    self._indicator.end()
                self._indicator, self._status = None, None
            elif self._indicator is not None:
                self._indicator.setText(value)
                self._status = value
            elif (frame := self.frame()) is not None:
                self._indicator, self._status = frame.createStatusIndicator(), value
                self._indicator.start(value, 0)

    def alert(self, prompt: str, title: str | None, buttons: str | None, mode: str | None, callback: Any) -> str:
        """Shows a message box; in a headless office the text is kept in `said` and the default answer returned."""
        return ask(self, prompt or "", title or "", buttons or "ok", mode)
