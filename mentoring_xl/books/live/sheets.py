"""The sheets of a live book: each is read once, in one block of values and one of formulas, until it is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box, ExcelTable
from mentoring_xl.core.cell import letters

from .codes import GENERAL, codes
from .typing_in import is_link

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import xlwings as xw

    from mentoring_xl.books.parts import Parts
    from mentoring_xl.books.sheets import Note

    from .patience import Patience
    from .suite import Suite

_UNDER = 1000
_NO_DAY = (dt.date(1899, 12, 30), dt.date(1899, 12, 31), dt.date(1900, 1, 1))


@dataclass
class _Read:
    """What has been read of a sheet: rows from the first one down. formulas, links (also formulas): by address.

    codes: number formats that were asked for, by row and column.
    """

    sheet: xw.Sheet
    used: Box
    rows: list[tuple[object, ...]] = field(default_factory=list)
    formulas: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    codes: dict[tuple[int, int], str] = field(default_factory=dict)


class LiveSheets:
    """See `books.sheets.Sheets`."""

    def __init__(self, book: xw.Book, suite: Suite, patience: Patience) -> None:
        self._book, self._suite, self._patience = book, suite, patience
        self._titles: tuple[str, ...] = ()
        self._read: dict[str, _Read] = {}
        self._tables: dict[str, ExcelTable | None] = {}
        self._saved: Parts | None = None

    def titles(self) -> Sequence[str]:
        """Return the titles of the sheets in their order."""
        self._titles = self._titles or self._patience(lambda: tuple(self._suite.titles(self._book)))
        return self._titles

    def table(self, name: str) -> ExcelTable | None:
        """Return the table of this name on any sheet."""
        if name not in self._tables:
            self._tables[name] = self._patience(lambda: self._find(name))
        return self._tables[name]

    def has_tables(self, sheet: str) -> bool:
        """Tell whether there is any table on a sheet."""
        return self._patience(lambda: self._suite.has_tables(self.sheet(sheet)))

    def has_print_area(self, sheet: str) -> bool:
        """Tell whether somebody said what is printed of a sheet."""
        return self._patience(lambda: self._suite.has_print_area(self.sheet(sheet)))

    def used(self, sheet: str) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""
        return self._of(sheet).used

    def dressed_to(self, sheet: str, below: Box) -> int:
        """Return the last used row, or the last one below the table when formats reach so far."""
        used = self.used(sheet).bottom
        if below.top == below.bottom or used >= below.bottom:
            return used
        last = self.sheet(sheet).range((below.bottom, below.left), (below.bottom, below.right))
        return used if self._patience(lambda: last.number_format) == GENERAL else below.bottom

    def rows(self, sheet: str, box: Box) -> list[tuple[object, ...]]:
        """Return the values of a rectangle by rows; beyond what is used they are blank."""
        read = self._of(sheet)
        if len(read.rows) < min(box.bottom, read.used.bottom):
            self._patience(lambda: self._load(read, read.used.bottom))
        lacking = (None,) * (box.right - max(read.used.right, box.left - 1))
        found = [row[box.left - 1 : box.right] + lacking for row in read.rows[box.top - 1 : box.bottom]]
        blank = (None,) * (box.right - box.left + 1)
        return found + [blank] * (box.bottom - box.top + 1 - len(found))

    def formulas(self, sheet: str, box: Box) -> Mapping[str, str]:
        """Return the formulas by address; a link to a cell of the book counts as its text."""
        self.rows(sheet, box)
        return self._of(sheet).formulas

    def links(self, sheet: str) -> Mapping[str, str]:
        """Return the formulas of such links by address, as far as the sheet was read."""
        return self._of(sheet).links

    def number_formats(self, sheet: str, places: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return the number formats of cells by row and column, as Excel's codes."""
        known = self._of(sheet).codes
        known |= self._patience(lambda: codes(self.sheet(sheet), [place for place in places if place not in known]))
        return {place: known[place] for place in places}

    def heights(self, sheet: str, rows: Collection[int]) -> Mapping[int, float | None]:
        """Return nothing: both suites fit the rows themselves."""
        return {}

    def notes(self, sheet: str, box: Box) -> Mapping[tuple[int, int], Note]:
        """Return the notes on the cells of a rectangle by row and column."""
        return self._patience(
            lambda: self._suite.notes(self.sheet(sheet).range((box.top, box.left), (box.bottom, box.right)))
        )

    def copy(self, sheet: str) -> bytes:
        """Return a sheet as an .xlsx of its own: its cells, formats and print settings."""
        from mentoring_xl.books import sheet_copy

        from .one_sheet import saved

        self._saved = self._saved or self._patience(lambda: saved(self._suite, self._book))
        return sheet_copy.taken(self._saved, self.sheet(sheet).name)

    def sheet(self, title: str) -> xw.Sheet:
        """Return the sheet itself."""
        return self._of(title).sheet

    def _of(self, title: str) -> _Read:
        if title not in self._read:
            self._read[title] = self._patience(lambda: self._seen(self._book.sheets[title]))
        return self._read[title]

    def _seen(self, sheet: xw.Sheet) -> _Read:
        return _Read(sheet, self._suite.used(sheet))

    def _find(self, name: str) -> ExcelTable | None:
        found = self._suite.find(self._book, name)
        if found is None:
            return None
        box = found.box
        read = self._read.setdefault(found.title, self._seen(found.sheet))
        self._load(read, min(read.used.bottom, box.bottom + _UNDER))
        titles = self.rows(found.title, Box(box.top, box.left, box.top, box.right))[0]
        return ExcelTable(found.name, found.title, box, titles, found.heads, found.totals)

    def _load(self, read: _Read, bottom: int) -> None:
        cells = read.sheet.range((1, 1), (bottom, read.used.right))
        values, formulas = self._suite.read(cells)
        found = {f"{letters(column - 1)}{row}": formula for (row, column), formula in formulas.items()}
        read.links = {place: formula for place, formula in found.items() if is_link(formula)}
        read.formulas = {place: formula for place, formula in found.items() if place not in read.links}
        read.rows = [
            tuple(value if value is None or type(value) is float else _plain(value) for value in line)
            for line in values
        ]


def _plain(value: object) -> object:
    if isinstance(value, str):
        return (value.replace("\r\n", "\n") if "\r" in value else value) or None
    if isinstance(value, dt.datetime) and value.date() in _NO_DAY and value.time() != dt.time():
        return f"{value:%H:%M}"
    return value
