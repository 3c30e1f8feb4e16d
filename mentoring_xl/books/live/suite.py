"""What xlwings has no word for and each suite does in its own way: one small adapter per suite gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import xlwings as xw

    from mentoring_xl.books.sheets import Box, Note

    from .steps import Steps


class Found(NamedTuple):
    """A table. title: of its sheet. heads: whether there is a row of heads. totals: how many rows of totals."""

    sheet: xw.Sheet
    title: str
    name: str
    box: Box
    heads: bool
    totals: int


class Suite(Protocol):
    """A spreadsheet program; sheets, ranges and books are those of xlwings, rows and columns one-based."""

    title: str
    """As a person calls it."""

    faults: tuple[type[BaseException], ...]
    """What its calls raise."""

    def is_busy(self, fault: BaseException) -> bool:
        """Tell whether the same call may succeed a little later."""

    def is_gone(self, fault: BaseException) -> bool:
        """Tell whether the book or the whole program is closed."""

    def titles(self, book: xw.Book) -> Sequence[str]:
        """Return the titles of the sheets in their order."""

    def find(self, book: xw.Book, name: str) -> Found | None:
        """Find a table by its name, whatever its case."""

    def has_tables(self, sheet: xw.Sheet) -> bool:
        """Tell whether there is any table on a sheet."""

    def has_print_area(self, sheet: xw.Sheet) -> bool:
        """Tell whether a print area is set."""

    def used(self, sheet: xw.Sheet) -> Box:
        """Return the rectangle from A1 to the last cell with anything in it."""

    def read(self, cells: xw.Range) -> tuple[Sequence[Sequence[object]], Mapping[tuple[int, int], str]]:
        """Return the values by rows, and (row, column) → formula as Excel writes it.

        Errors are their words, dates datetime, blanks None.
        """

    def is_read_only(self, book: xw.Book) -> bool:
        """Tell whether the book cannot be saved under its name."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether cells of a sheet are protected."""

    def is_fixed(self, book: xw.Book) -> bool:
        """Tell whether sheets cannot be added."""

    def merged(self, cells: xw.Range) -> list[Box]:
        """Return the merged cells that touch a range."""

    def calm(self, book: xw.Book, title: str, steps: Steps, *, sheets: bool) -> AbstractContextManager[None]:
        """Pause drawing and counting; afterwards give back view and selection. sheets: whole sheets come and go.

        The steps are taken back when the block fails; when it does not, they are offered to be undone at once.
        """

    def unfiltered(self, sheet: xw.Sheet, table: str | None) -> AbstractContextManager[None]:
        """Lift the filter of a table and set it again."""

    def type_in(self, cells: xw.Range, rows: Sequence[Sequence[object]], fit: Collection[int] = ()) -> None:
        """Type values and formulas into a block; a formula becomes one also where the format is that of text.

        fit: the rows that must be as high as their texts, but for those that a person has sized.
        """

    def resize(self, sheet: xw.Sheet, table: str, box: Box) -> None:
        """Move the edges of a table; the cells stay as they are."""

    def unlink(self, cells: xw.Range) -> None:
        """Take link objects off cells; texts and formats stay."""

    def show(self, sheet: xw.Sheet, rows: Sequence[int]) -> None:
        """Show hidden rows."""

    def carried(
        self, steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> AbstractContextManager[None]:
        """Take formats and notes along with rows of a box whose values the block types.

        origins: row → the row where it was, None for a new or emptied one. like: other row → the row whose formats it
        takes. A row below the box also takes the drop-downs.
        """

    def notes(self, cells: xw.Range) -> Mapping[tuple[int, int], Note]:
        """Return the notes on a range by row and column."""

    def annotate(self, steps: Steps, sheet: xw.Sheet, notes: Mapping[tuple[int, int], Note]) -> None:
        """Put notes on cells by row and column; the suite names their author itself."""

    def delete(self, sheet: xw.Sheet) -> None:
        """Delete a sheet, and nothing else."""

    def save_copy(self, book: xw.Book, path: Path) -> None:
        """Write the book as it stands to another .xlsx; the open one stays what it is."""

    def opened(self, path: Path) -> AbstractContextManager[xw.Book]:
        """Open another file out of sight, and close it at the end."""

    def copy_in(self, drawing: xw.Book, number: int, book: xw.Book, before: xw.Sheet | None) -> xw.Sheet:
        """Copy a sheet of another book in, before a sheet or behind the last one, and return it. number: from zero."""


def suite_of(app: Any) -> Suite:
    """Return the adapter of an xlwings App."""
    if app.engine.name == "libreoffice":
        from .calc import Calc

        return Calc(app)
    from .excel import Excel

    return Excel(app)
