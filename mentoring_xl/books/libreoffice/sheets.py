"""Sheets of a book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .addresses import Box, box, spanning
from .copying import copy
from .errors import OfficeError
from .names import Names
from .notes import notes_of
from .partial import MissingError, Partial
from .ranges import Range
from .recent import Recent
from .tables import Tables
from .telling import changed, told
from .views import FreezePanes, PageSetup

# mypy: allow-subclassing-any


class Sheets(Partial, base_classes.Sheets):
    def __init__(self, book: Any) -> None:
        self._book = book

    @property
    def api(self) -> Any:
        return self._book.document.Sheets

    @property
    def active(self) -> Sheet:
        return Sheet(self._book, self._book.controller().getActiveSheet())

    def __call__(self, name_or_index: int | str) -> Sheet:
        """By name, letter case aside, or by number from one; KeyError when there is none."""
        with told("finding a sheet", self._book.document):
            sheets = self.api
            if isinstance(name_or_index, int):
                if not 1 <= name_or_index <= sheets.getCount():
                    raise KeyError(name_or_index)
                return Sheet(self._book, sheets.getByIndex(name_or_index - 1))
            for name in sheets.getElementNames():
                if name.lower() == name_or_index.lower():
                    return Sheet(self._book, sheets.getByName(name))
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return int(self.api.getCount())

    def __iter__(self) -> Iterator[Sheet]:
        sheets = self.api
        return (Sheet(self._book, sheets.getByIndex(index)) for index in range(sheets.getCount()))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.lower() in {name.lower() for name in self.api.getElementNames()}

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """A new empty sheet, before the active one unless a place is given; it becomes the active one."""
        anchor = before or after or self.active
        index = anchor.index - 1 + (1 if after and not before else 0)
        with changed("adding a sheet", self._book.document):
            sheets = self.api
            taken = {taken.lower() for taken in sheets.getElementNames()}
            free = (f"Sheet{number}" for number in range(1, len(taken) + 2) if f"sheet{number}" not in taken)
            made = name or next(free)
            sheets.insertNewByName(made, index)
            sheet = Sheet(self._book, sheets.getByName(made))
        sheet.activate()
        return sheet


class Sheet(Partial, base_classes.Sheet):
    """One sheet; `uno` is its com.sun.star.sheet.Spreadsheet."""

    def __init__(self, book: Any, uno: Any) -> None:
        self._book = book
        self.uno = uno
        self.recent_name = Recent(self._ask_name)
        book.hand_out(self)

    @property
    def api(self) -> Any:
        return self.uno

    @property
    def book(self) -> Any:
        return self._book

    @property
    def name(self) -> str:
        return self.recent_name.get()

    @name.setter
    def name(self, value: str) -> None:
        with changed("renaming a sheet", self._book.document):
            self.uno.setName(value)
        self._book.renamed()

    def _ask_name(self) -> str:
        with told("reading a sheet's name", self._book.document):
            return str(self.uno.getName())

    @property
    def names(self) -> Names:
        return Names(self._book, self.uno.NamedRanges)

    @property
    def index(self) -> int:
        return int(self.uno.getRangeAddress().Sheet) + 1

    @property
    def notes(self) -> list[Any]:
        return notes_of(self)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def whole(self) -> Box:
        """All cells of the sheet."""
        edge = self.uno.getRangeAddress()
        return Box(1, 1, edge.EndRow + 1, edge.EndColumn + 1)

    def between(self, top: int, left: int, bottom: int, right: int) -> Range:
        """The range between two corners counted from zero, as UNO counts."""
        return Range(self, Box(top + 1, left + 1, bottom - top + 1, right - left + 1))

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """As xlwings asks: ranges, (row, column) from one, A1 addresses, names; two corners or one of them."""
        if isinstance(arg1, int) and isinstance(arg2, int):
            arg1, arg2 = (arg1, arg2), None
        if isinstance(arg1, tuple) and len(arg1) == 4:
            return Range(self, Box(*arg1))
        first = self._box(arg1)
        if arg2 is None:
            return Range(self, first)
        second = self._box(arg2)
        top, left = min(first.row, second.row), min(first.column, second.column)
        return Range(self, spanning(top, left, max(first.bottom, second.bottom), max(first.right, second.right)))

    def _box(self, place: Any) -> Box:
        if isinstance(place, Range):
            return place.box
        if isinstance(place, tuple):
            if 0 in place:
                raise IndexError("Attempted to access 0-based Range. xlwings/Excel Ranges are 1-based.")
            return Box(place[0], place[1], 1, 1)
        return box(place, self.whole) or self._named(place)

    def _named(self, name: str) -> Box:
        with told("finding a range", self._book.document):
            for holder in (self.uno.NamedRanges, self._book.document.NamedRanges):
                if holder.hasByName(name):
                    cells = holder.getByName(name).getReferredCells()
                    if cells is not None:
                        at: Box = self._book.at(cells.getRangeAddress()).box
                        return at
        raise OfficeError("refused", f"{name!r} is neither an address nor a name")

    @property
    def cells(self) -> Range:
        return Range(self, self.whole())

    @property
    def used_range(self) -> Range:
        with told("finding the used cells", self._book.document):
            cursor = self.uno.createCursor()
            cursor.gotoStartOfUsedArea(False)
            cursor.gotoEndOfUsedArea(True)
            edge = cursor.getRangeAddress()
        return self.between(edge.StartRow, edge.StartColumn, edge.EndRow, edge.EndColumn)

    def activate(self) -> None:
        with told("showing a sheet", self._book.document):
            self._book.controller().setActiveSheet(self.uno)

    def select(self) -> None:
        self.activate()

    @property
    def visible(self) -> bool:
        return bool(self.uno.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        self.uno.IsVisible = bool(value)

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        """Into the book of the sheet it is put beside, with merges, sizes, print ranges and page setup."""
        beside = before or after or self.book.sheets(len(self.book.sheets))
        copy(self, beside.book, beside.index - (1 if before else 0))

    def move(self, before: Sheet | None, after: Sheet | None) -> None:
        """Within its own book."""
        beside = before or after
        if beside is None or beside.book is not self._book:
            raise MissingError("Sheet.move() to another book is not implemented by the libreoffice engine")
        with changed("moving a sheet", self._book.document):
            self._book.document.Sheets.moveByName(self.uno.getName(), beside.index - (1 if before else 0))

    @property
    def freeze_panes(self) -> FreezePanes:
        return FreezePanes(self)

    @property
    def page_setup(self) -> PageSetup:
        return PageSetup(self)

    def delete(self) -> None:
        """From the very front: elsewhere LibreOffice 7.4 drops the database ranges of the sheet before it too."""
        with changed("deleting a sheet", self._book.document):
            sheets, name = self._book.document.Sheets, self.uno.getName()
            if self.index > 1:
                sheets.moveByName(name, 0)
            sheets.removeByName(name)

    def clear(self) -> None:
        self.cells.clear()

    def clear_contents(self) -> None:
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        self.cells.clear_formats()

    def autofit(self, axis: str | None = None) -> None:
        self.cells.autofit(axis)
