"""Hyperlinks of cells: text fields of the kind URL."""

from __future__ import annotations

from typing import Any

from .guard import changing
from .telling import told


def hyperlink(cells: Any) -> str:
    """The address behind the first cell; an Exception when it has none, as in xlwings' other engines."""
    with told("reading a hyperlink"):
        fields = cells.uno.getCellByPosition(0, 0).getTextFields()
        if fields.getCount() == 0:
            raise Exception("The cell doesn't seem to contain a hyperlink!")
        return str(fields.getByIndex(0).URL)


def add_hyperlink(cells: Any, address: str, text: str, tip: str) -> None:
    """Replaces the contents of the first cell by a link; the office shows the address itself as the tip."""
    with changing(cells, "adding a hyperlink"):
        cell = cells.uno.getCellByPosition(0, 0)
        field = cells.sheet.book.document.createInstance("com.sun.star.text.TextField.URL")
        field.URL, field.Representation = address, text
        cell.setString("")
        cell.insertTextContent(cell.createTextCursor(), field, False)
