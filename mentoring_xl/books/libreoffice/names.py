"""Defined names of a book or of one sheet."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from .errors import OfficeError
from .finding import uno_module
from .formulas import to_excel, to_office
from .partial import Partial
from .telling import changed, told

# mypy: allow-subclassing-any


class Names(Partial, base_classes.Names):
    """`uno` is the com.sun.star.sheet.NamedRanges of the book or of the sheet."""

    def __init__(self, book: Any, uno: Any) -> None:
        self._book = book
        self.uno = uno

    @property
    def api(self) -> Any:
        return self.uno

    def __call__(self, name_or_index: int | str) -> Name:
        if isinstance(name_or_index, int):
            return Name(self._book, self.uno, self.uno.getElementNames()[name_or_index - 1])
        if not self.uno.hasByName(name_or_index):
            raise KeyError(name_or_index)
        return Name(self._book, self.uno, name_or_index)

    def snapshot(self) -> list[tuple[str, Name]]:
        return [(name, Name(self._book, self.uno, name)) for name in self.uno.getElementNames()]

    def contains(self, name_or_index: str) -> bool:
        return bool(self.uno.hasByName(name_or_index))

    def __len__(self) -> int:
        return int(self.uno.getCount())

    def add(self, name: str, refers_to: str) -> Name:
        origin = uno_module().createUnoStruct("com.sun.star.table.CellAddress")
        with changed("adding a name", self._book.document):
            if self.uno.hasByName(name):
                self.uno.removeByName(name)
            self.uno.addNewByName(name, to_office(refers_to).removeprefix("="), origin, 0)
        return Name(self._book, self.uno, name)


class Name(Partial, base_classes.Name):
    def __init__(self, book: Any, holder: Any, name: str) -> None:
        self._book = book
        self._holder = holder
        self._name = name

    @property
    def api(self) -> Any:
        return self._holder.getByName(self._name)

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        with changed("renaming a name", self._book.document):
            self.api.setName(value)
        self._name = value

    @property
    def refers_to(self) -> str:
        return to_excel("=" + self.api.getContent(), set(self._book.document.Sheets.getElementNames()))

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        with changed("changing a name", self._book.document):
            self.api.setContent(to_office(value).removeprefix("="))

    @property
    def place(self) -> Any:
        """The range of the name, None when it is a constant or a formula."""
        with told("reading a name"):
            cells = self.api.getReferredCells()
            return None if cells is None else self._book.at(cells.getRangeAddress())

    @property
    def refers_to_range(self) -> Any:
        """OfficeError "refused" when the name does not stand for cells."""
        if (place := self.place) is None:
            raise OfficeError("refused", f"the name {self._name!r} does not stand for cells")
        return place

    def delete(self) -> None:
        with changed("deleting a name", self._book.document):
            self._holder.removeByName(self._name)
