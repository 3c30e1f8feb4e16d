"""The sheets of a closed book as wolfxl reads them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import guard
from .cells_in import block, formula_cells
from .notes import notes_of
from .parts import Parts
from .sheet_copy import taken
from .sheet_part import heights_in
from .sheets import Box, ExcelTable
from .text_cells import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from .sheets import Note


class ClosedSheets:
    """See `sheets.Sheets`. load: gives the wolfxl workbook. path: the file, named when it cannot be read."""

    def __init__(self, load: Callable[[], Any], path: Path) -> None:
        self._load, self._path = load, path

    def titles(self) -> Sequence[str]:
        """Return the titles of the sheets in their order."""
        titles: list[str] = self._load().sheetnames
        return titles

    def table(self, name: str) -> ExcelTable | None:
        """Return the Excel table of this name, whatever its case, on any sheet."""
        with guard.reading(self._path):
            for sheet in self._load().worksheets:
                for key in sheet.tables:
                    table = sheet.tables[key]
                    if name.lower() in {str(table.name).lower(), str(table.displayName).lower()}:
                        return _excel_table(sheet, table)
        return None

    def has_tables(self, sheet: str) -> bool:
        """Tell whether there is any Excel table on a sheet."""
        return bool(list(self._load()[sheet].tables))

    def has_print_area(self, sheet: str) -> bool:
        """Tell whether somebody said what is printed of a sheet."""
        return bool(self._load()[sheet].print_area)

    def used(self, sheet: str) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""
        with guard.reading(self._path):
            found = self._load()[sheet]
            return Box(1, 1, found.max_row, found.max_column)

    def dressed_to(self, sheet: str, below: Box) -> int:
        """Return the last row of the sheet: a file says how far its formats reach."""
        return self.used(sheet).bottom

    def rows(self, sheet: str, box: Box) -> list[tuple[object, ...]]:
        """Return the values of a rectangle by rows, none when it has no rows."""
        with guard.reading(self._path):
            return block(self._load()[sheet], box.top, box.bottom, box.left, box.right)

    def formulas(self, sheet: str, box: Box) -> Mapping[str, str]:
        """Return the formulas of a sheet by address, each with its «=»."""
        with guard.reading(self._path):
            return formula_cells(self._load()[sheet])

    def number_formats(self, sheet: str, places: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return the number formats of cells by row and column, as Excel's codes."""
        found = self._load()[sheet]
        return {place: found.cell(*place).number_format for place in places}

    def heights(self, sheet: str, rows: Collection[int]) -> Mapping[int, float | None]:
        """Return the points of rows, None where nobody said."""
        # wolfxl tells only of heights that were set by hand
        found = heights_in(self._parts[self._part_names[sheet]].decode())
        return {row: found.get(row) for row in rows}

    def notes(self, sheet: str, box: Box) -> Mapping[tuple[int, int], Note]:
        """Return the notes on the cells of a rectangle by row and column."""
        found = notes_of(self._parts, self._part_names[sheet])
        return {place: note for place, note in found.items() if box.holds(*place)}

    def copy(self, sheet: str) -> bytes:
        """Return a sheet as an .xlsx of its own: its cells, formats and print settings."""
        return taken(self._parts, sheet)

    def part(self, name: str) -> str:
        """Return a part of the file as text, "" when it is not there."""
        return self._parts[name].decode(errors="replace") if name in self._parts.names() else ""

    @cached_property
    def _part_names(self) -> Mapping[str, str]:
        return self._parts.sheets()

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self._path.read_bytes())


def _excel_table(sheet: Any, table: Any) -> ExcelTable:
    from wolfxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(table.ref)
    return ExcelTable(
        name=str(table.name),
        sheet=sheet.title,
        box=Box(top, left, bottom, right),
        titles=tuple(decoded(column.name) for column in table.tableColumns),
        heads=table.headerRowCount != 0,
        totals=table.totalsRowCount or 0,
    )
