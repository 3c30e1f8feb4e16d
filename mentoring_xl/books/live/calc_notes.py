"""Notes on LibreOffice cells. An author cannot be set, and none is read from an .xlsx: LibreOffice names its user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Note

from .calc_cells import cell, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import xlwings as xw

    from .calc_cells import Place

_ANNOTATION = 8


def notes_in(cells: xw.Range) -> dict[Place, Note]:
    """Return the notes on a range."""
    there = {place: cell(cells.sheet, place).getAnnotation() for place in found(cells, _ANNOTATION)}
    return {place: Note(note.getString(), note.getAuthor()) for place, note in there.items()}


@contextmanager
def notes_kept(cells: xw.Range) -> Iterator[None]:
    """Give the cells their notes back: a block that is set takes them away."""
    there = notes_in(cells)
    yield
    renote(cells.sheet, (), there)


def renote(sheet: xw.Sheet, old: Iterable[Place], new: Mapping[Place, Note]) -> None:
    """Take notes off cells, then put notes on cells."""
    for place in old:
        cell(sheet, place).clearContents(_ANNOTATION)
    if new:
        notes = sheet.api.getAnnotations()
        for place, note in new.items():
            notes.insertNew(cell(sheet, place).getCellAddress(), note.text)
