"""Notes on LibreOffice cells. An author cannot be set, and none is read from an .xlsx: LibreOffice names its user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Note

from .calc_cells import cell, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import xlwings as xw

    from .calc_cells import Place
    from .steps import Act

ANNOTATION = 8


def notes_in(cells: xw.Range) -> dict[Place, Note]:
    """Return the notes on a range."""
    there = {place: cell(cells.sheet, place).getAnnotation() for place in found(cells, ANNOTATION)}
    return {place: Note(note.getString(), note.getAuthor()) for place, note in there.items()}


def renote(sheet: xw.Sheet, old: Iterable[Place], new: Mapping[Place, Note], hush: Act) -> None:
    """Take notes off cells, then put notes on cells; hush: carried out after each call that writes."""
    for place in old:
        cell(sheet, place).clearContents(ANNOTATION)
        hush()
    if new:
        notes = sheet.api.getAnnotations()
        for place, note in new.items():
            notes.insertNew(cell(sheet, place).getCellAddress(), note.text)
            hush()
