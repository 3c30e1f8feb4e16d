"""Clearing, moving and merging cells."""

from __future__ import annotations

from typing import Any

from .addresses import Box
from .finding import uno_module
from .guard import changing
from .partial import MissingError
from .telling import told

# com.sun.star.sheet.CellFlags: numbers, dates, text, formulas, rich text
_CONTENTS = 1 | 2 | 4 | 16 | 256
# formats of cells and cell styles
_FORMATS = 32 | 64
_NOTES = 8


class Editing:
    """The part of a Range that changes what lies where."""

    uno: Any
    box: Box
    _sheet: Any

    def _clear(self, flags: int) -> None:
        with changing(self, "clearing cells"):
            self.uno.clearContents(flags)

    def clear_contents(self) -> None:
        with changing(self, "clearing cells", contents_only=True):
            self.uno.clearContents(_CONTENTS)

    def clear_formats(self) -> None:
        self._clear(_FORMATS)

    def clear(self) -> None:
        self._clear(_CONTENTS | _FORMATS | _NOTES)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Empty cells with the formats of those above or to the left; whole rows and columns push whole ones."""
        if copy_origin == "format_from_right_or_below":
            raise MissingError(
                f"Range.insert(copy_origin={copy_origin!r}) is not implemented by the libreoffice engine"
            )
        mode = self._whole_lines() or {"down": "DOWN", "right": "RIGHT"}.get(
            shift or self._natural("right", "down"), "NONE"
        )
        with changing(self, "inserting cells"), self._sheet.book.shifting(self._sheet):
            self._sheet.uno.insertCells(self.uno.getRangeAddress(), self._mode("CellInsertMode", mode))

    def delete(self, shift: str | None = None) -> None:
        mode = self._whole_lines() or {"up": "UP", "left": "LEFT"}.get(shift or self._natural("left", "up"), "NONE")
        with changing(self, "deleting cells"), self._sheet.book.shifting(self._sheet):
            self._sheet.uno.removeRange(self.uno.getRangeAddress(), self._mode("CellDeleteMode", mode))

    def _whole_lines(self) -> str | None:
        whole = self._sheet.whole()
        if self.box.columns == whole.columns:
            return "ROWS"
        return "COLUMNS" if self.box.rows == whole.rows else None

    def _natural(self, tall: str, wide: str) -> str:
        return tall if self.box.rows > self.box.columns else wide

    @staticmethod
    def _mode(kind: str, name: str) -> Any:
        return uno_module().Enum(f"com.sun.star.sheet.{kind}", name)

    def copy(self, destination: Any = None) -> None:
        """Contents, formats and notes to the top left cell of `destination`, in the same book."""
        if destination is None:
            raise MissingError("Range.copy() to the clipboard is not implemented by the libreoffice engine")
        self._carry(destination.impl, "copyRange")

    def move(self, destination: Any) -> None:
        """As cut and paste; formulas that point here follow."""
        self._carry(destination.impl, "moveRange")

    def _carry(self, destination: Any, how: str) -> None:
        if destination.sheet.book is not self._sheet.book:
            raise MissingError("Range.copy() to another book is not implemented by the libreoffice engine")
        corner = destination(1, 1)
        with changing(corner, "copying cells"), self._sheet.book.shifting(self._sheet):
            getattr(self._sheet.uno, how)(
                corner.uno.getCellByPosition(0, 0).getCellAddress(), self.uno.getRangeAddress()
            )

    def merge(self, across: bool = False) -> None:
        with changing(self, "merging cells"):
            last = self.box.columns - 1
            parts = (
                [self.uno.getCellRangeByPosition(0, row, last, row) for row in range(self.box.rows)]
                if across
                else [self.uno]
            )
            for part in parts:
                part.merge(True)

    def unmerge(self) -> None:
        with changing(self, "dividing merged cells"):
            self.uno.merge(False)

    @property
    def merge_area(self) -> Any:
        """The merged cells around the first cell, or that cell."""
        with told("finding merged cells"):
            cursor = self._sheet.uno.createCursorByRange(self.uno.getCellByPosition(0, 0))
            cursor.collapseToMergedArea()
            edge = cursor.getRangeAddress()
        return self._sheet.between(edge.StartRow, edge.StartColumn, edge.EndRow, edge.EndColumn)

    @property
    def merge_cells(self) -> bool | None:
        """True when all the cells are one merged area or in one, False when none is merged, None for some."""
        area = self.merge_area.box
        if area.rows * area.columns > 1 and self.box.bottom <= area.bottom and self.box.right <= area.right:
            return True
        return None if self.uno.getIsMerged() else False
