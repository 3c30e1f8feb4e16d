"""Which cell of an open book is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw


def selected(book: xw.Book) -> tuple[str, int, int] | None:
    """Return sheet, row and column of the first selected cell; None when a picture or another book is selected."""
    chosen = book.app.selection
    if chosen is None or chosen.sheet.book.name != book.name:
        return None
    return chosen.sheet.name, chosen.row, chosen.column
