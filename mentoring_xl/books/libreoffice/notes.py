"""Notes of cells (com.sun.star.sheet.CellAnnotation)."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from .partial import Partial
from .telling import changed

# mypy: allow-subclassing-any


class Note(Partial, base_classes.Note):
    """The note of one cell."""

    def __init__(self, sheet: Any, row: int, column: int) -> None:
        self._sheet = sheet
        self._row = row
        self._column = column

    @property
    def api(self) -> Any:
        return self._sheet.uno.getCellByPosition(self._column - 1, self._row - 1).getAnnotation()

    @property
    def text(self) -> str:
        return str(self.api.getString())

    @text.setter
    def text(self, value: str) -> None:
        with changed("changing a note", self._sheet.book.document, self._sheet.uno):
            self.api.setString(value)

    @property
    def author(self) -> str:
        return str(self.api.getAuthor())

    @property
    def location(self) -> Any:
        return self._sheet.range((self._row, self._column))

    def delete(self) -> None:
        with changed("deleting a note", self._sheet.book.document, self._sheet.uno):
            notes = self._sheet.uno.getAnnotations()
            for index in range(notes.getCount()):
                place = notes.getByIndex(index).getPosition()
                if (place.Row + 1, place.Column + 1) == (self._row, self._column):
                    notes.removeByIndex(index)
                    return


def notes_of(sheet: Any) -> list[Note]:
    """All notes of a sheet, in the office's order."""
    notes = sheet.uno.getAnnotations()
    places = [notes.getByIndex(index).getPosition() for index in range(notes.getCount())]
    return [Note(sheet, place.Row + 1, place.Column + 1) for place in places]


def note_of(cells: Any) -> Note | None:
    """The note of the first cell, or None."""
    note = Note(cells.sheet, cells.row, cells.column)
    return note if note.text else None


def add_note(cells: Any, text: str) -> Note:
    """A new note on the first cell; ValueError when it has one, as Excel refuses too."""
    if note_of(cells) is not None:
        raise ValueError("the cell already has a note")
    cell = cells.sheet.uno.getCellByPosition(cells.column - 1, cells.row - 1)
    with changed("adding a note", cells.sheet.book.document, cells.sheet.uno):
        cells.sheet.uno.getAnnotations().insertNew(cell.getCellAddress(), text)
    return Note(cells.sheet, cells.row, cells.column)
