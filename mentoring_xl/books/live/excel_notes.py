"""Notes on Excel cells. A note is put on a cell without an author: Excel names its user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Note

from .excel_cells import box_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import xlwings as xw

    from .excel_cells import Place


def notes_in(cells: xw.Range) -> dict[Place, Note]:
    """Return the notes on a range; Excel lists those of a whole sheet only."""
    box = box_of(cells)
    found = ((note.Parent, note) for note in cells.sheet.api.Comments)
    return {
        (cell.Row, cell.Column): Note(note.Text(), note.Author)
        for cell, note in found
        if box.holds(cell.Row, cell.Column)
    }


def renote(sheet: xw.Sheet, old: Iterable[Place], new: Mapping[Place, Note]) -> None:
    """Take notes off cells, then put notes on cells."""
    for place in old:
        sheet.range(place).api.ClearComments()
    for place, note in new.items():
        sheet.range(place).api.AddComment(note.text)
