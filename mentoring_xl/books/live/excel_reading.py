"""What a press asks Excel: tables, whole blocks of values and formulas, what is protected or merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box

from .excel_cells import box_of
from .suite import Found
from .typing_in import is_formula

if TYPE_CHECKING:
    import xlwings as xw

    from .excel_cells import Place


class Reading:
    """The part of `suite.Suite` that only looks."""

    def titles(self, book: xw.Book) -> list[str]:
        """Return the titles of the sheets in their order."""
        return list(book.sheet_names)

    def find(self, book: xw.Book, name: str) -> Found | None:
        """Find a ListObject by its name, whatever its case."""
        for sheet in book.sheets:
            for table in sheet.tables:
                if table.name.lower() == name.lower():
                    heads, totals = bool(table.show_headers), int(bool(table.show_totals))
                    return Found(sheet, sheet.name, table.name, box_of(table.range), heads, totals)
        return None

    def has_tables(self, sheet: xw.Sheet) -> bool:
        """Tell whether there is any ListObject on a sheet."""
        return len(sheet.tables) > 0

    def has_print_area(self, sheet: xw.Sheet) -> bool:
        """Tell whether a print area is set."""
        return bool(sheet.api.PageSetup.PrintArea)

    def used(self, sheet: xw.Sheet) -> Box:
        """Return the rectangle from A1 to the last cell of the used range."""
        last = sheet.used_range.last_cell
        return Box(1, 1, last.row, last.column)

    def read(self, cells: xw.Range) -> tuple[list[list[object]], dict[Place, str]]:
        """Return values and formulas in a block each; Excel gives formulas among texts and numbers as typed."""
        values: list[list[object]] = cells.options(ndim=2, err_to_str=True).value
        block: object = cells.formula
        rows = block if isinstance(block, tuple | list) else [[block]]
        return values, {
            (row, column): text
            for row, (texts, line) in enumerate(zip(rows, values, strict=True), cells.row)
            for column, (text, value) in enumerate(zip(texts, line, strict=True), cells.column)
            if is_formula(text, value)
        }

    def is_read_only(self, book: xw.Book) -> bool:
        """Tell whether the book cannot be saved under its name."""
        return bool(book.api.ReadOnly)

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether cells of a sheet are protected."""
        return bool(sheet.api.ProtectContents)

    def is_fixed(self, book: xw.Book) -> bool:
        """Tell whether sheets cannot be added."""
        return bool(book.api.ProtectStructure)

    def merged(self, cells: xw.Range) -> list[Box]:
        """Return the merged cells that touch a range."""
        if cells.merge_cells is False:
            return []
        found: dict[Box, None] = {}
        for cell in cells:
            if cell.merge_cells:
                found[box_of(cell.merge_area)] = None
        return list(found)
