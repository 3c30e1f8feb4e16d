"""What finding and reading tables needs of a book's sheets, whether it is a closed file or open in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mentoring_xl.core.cell import letters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Box(NamedTuple):
    """A rectangle of cells; one-based, all four edges inside."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{letters(self.left - 1)}{self.top}:{letters(self.right - 1)}{self.bottom}"

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class ExcelTable(NamedTuple):
    """An Excel table (in LibreOffice: a database range) where it stands.

    box: with its heads, when it has them, and its totals. titles: of its columns from the left.
    totals: how many totals rows it ends with.
    """

    name: str
    sheet: str
    box: Box
    titles: tuple[object, ...]
    heads: bool = True
    totals: int = 0


@dataclass(frozen=True)
class Note:
    """A note on a cell; author: "" where nobody said."""

    text: str
    author: str = ""


class Sheets(Protocol):
    """The sheets of one book as they stand, before any edit; rows and columns are one-based.

    Values are str, int, float, bool, date, datetime or None. Every method raises BookError when the place is at fault.
    """

    def titles(self) -> Sequence[str]:
        """Return the titles of the sheets in their order."""

    def table(self, name: str) -> ExcelTable | None:
        """Return the Excel table of this name, whatever its case, on any sheet."""

    def has_tables(self, sheet: str) -> bool:
        """Tell whether there is any Excel table on a sheet."""

    def has_print_area(self, sheet: str) -> bool:
        """Tell whether somebody said what is printed of a sheet."""

    def used(self, sheet: str) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""

    def dressed_to(self, sheet: str, below: Box) -> int:
        """Return the last row with anything in it, formats included.

        below: the rows that a table is about to take and one more.
        """

    def rows(self, sheet: str, box: Box) -> list[tuple[object, ...]]:
        """Return the values of a rectangle by rows, none when it has no rows."""

    def formulas(self, sheet: str, box: Box) -> Mapping[str, str]:
        """Return the formulas by address, each with its «=», at least those of a rectangle."""

    def number_formats(self, sheet: str, places: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return the number formats of cells by row and column, as Excel's codes."""

    def heights(self, sheet: str, rows: Collection[int]) -> Mapping[int, float | None]:
        """Return the points of rows, None where nobody said; rows whose suite fits them itself are left out."""

    def notes(self, sheet: str, box: Box) -> Mapping[tuple[int, int], Note]:
        """Return the notes on the cells of a rectangle by row and column."""

    def copy(self, sheet: str) -> bytes:
        """Return a sheet as an .xlsx of its own: its cells, formats and print settings."""
