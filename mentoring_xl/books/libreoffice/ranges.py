"""Rectangles of cells: where they are, and their values and formulas in whole blocks."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from .addresses import Box, address, lines, quoted
from .editing import Editing
from .links import add_hyperlink, hyperlink
from .looks import Look
from .notes import Note, add_note, note_of
from .partial import Partial
from .reading import read, read_formulas
from .sizes import Sizes
from .telling import told
from .travel import end, region
from .writing import write

# mypy: allow-subclassing-any

# no office has a sheet with fewer rows or columns
_MANY = 1024


class Range(Look, Sizes, Editing, Partial, base_classes.Range):
    """A rectangle of a sheet; its UNO object is asked for only when it is needed."""

    # a block goes over in one call whatever its size
    max_cells_per_write: int | None = None

    def __init__(self, sheet: Any, box: Box) -> None:
        self._sheet = sheet
        self.box = box
        self.options: dict[str, Any] = {}
        self._uno: Any = None
        self._shifts = -1

    @property
    def uno(self) -> Any:
        """The com.sun.star.sheet.SheetCellRange."""
        if self._shifts != self._sheet.book.shifts:
            self._shifts = self._sheet.book.shifts
            row, column = self.box.row - 1, self.box.column - 1
            with told("reaching cells", self._sheet.book.document):
                self._uno = self._sheet.uno.getCellRangeByPosition(column, row, self.box.right - 1, self.box.bottom - 1)
        return self._uno

    @property
    def api(self) -> Any:
        return self.uno

    @property
    def sheet(self) -> Any:
        return self._sheet

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        return (self._sheet, *self.box)

    @property
    def row(self) -> int:
        return self.box.row

    @property
    def column(self) -> int:
        return self.box.column

    @property
    def shape(self) -> tuple[int, int]:
        return self.box.rows, self.box.columns

    def __len__(self) -> int:
        return self.box.rows * self.box.columns

    def __call__(self, row: int, column: int | None = None) -> Range:
        """The cell at this row and column of the range, or the nth cell row by row, from one; also outside of it."""
        if column is None:
            row, column = divmod(row - 1, self.box.columns)
            row, column = row + 1, column + 1
        return Range(self._sheet, Box(self.box.row + row - 1, self.box.column + column - 1, 1, 1))

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        text = address(self.box, row_absolute, col_absolute)
        if max(self.shape) >= _MANY:
            text = lines(self.box, self._sheet.whole(), row_absolute, col_absolute) or text
        if not external:
            return text
        name = f"[{self._sheet.book.name}]{self._sheet.name}"
        return f"{name if quoted(self._sheet.name) == self._sheet.name else quoted(name)}!{text}"

    @property
    def raw_value(self) -> Any:
        """Rows of values: numbers, datetimes, bools, text, "" for empty cells, None for errors."""
        return read(self)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        write(self, data)

    @property
    def formula(self) -> Any:
        """Excel's grammar; text for one cell, rows of texts for more."""
        rows = read_formulas(self)
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, data: Any) -> None:
        write(self, data)

    @property
    def has_array(self) -> bool:
        return bool(self.uno.getArrayFormula())

    def end(self, direction: str) -> Range:
        found: Range = end(self, direction)
        return found

    @property
    def current_region(self) -> Range:
        found: Range = region(self)
        return found

    @property
    def note(self) -> Note | None:
        return note_of(self)

    def add_note(self, text: str) -> Note:
        return add_note(self, text)

    @property
    def hyperlink(self) -> str:
        return hyperlink(self)

    def add_hyperlink(self, address: str, text_to_display: str, screen_tip: str) -> None:
        add_hyperlink(self, address, text_to_display, screen_tip)

    @property
    def table(self) -> Any:
        """The table that holds the first cell, or None."""
        for table in self._sheet.tables:
            area = table.range.box
            if area.row <= self.row <= area.bottom and area.column <= self.column <= area.right:
                return table
        return None

    @property
    def name(self) -> Any:
        """The defined name of exactly these cells, or None."""
        for _, name in self._sheet.book.names.snapshot():
            place = name.place
            if place is not None and place.box == self.box and place.sheet.name == self._sheet.name:
                return name
        return None

    @name.setter
    def name(self, value: str) -> None:
        self._sheet.book.names.add(value, f"={quoted(self._sheet.name)}!{self.address}")

    def select(self) -> None:
        with told("selecting cells", self._sheet.book.document):
            self._sheet.book.controller().select(self.uno)
