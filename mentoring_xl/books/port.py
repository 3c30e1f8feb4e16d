"""What a session needs of a workbook, whether it is a closed file or stands open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.books.snapshots import Shelf
    from mentoring_xl.books.trace import Files, Restored, Trace
    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.table import Row


class Book(Protocol):
    """A mentoring workbook; every method raises BookError when the place is at fault."""

    @property
    def name(self) -> str:
        """The file name as the person knows it."""

    def grid(self, table: type[Row]) -> Grid:
        """Return the raw cells of a table in one read."""

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return the rows above the table's head: column letters → text, blank cells left out."""

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits in memory; return how many cells changed on each sheet (by its present title)."""

    def trace(self) -> Trace:
        """Return what `save` is about to change, so that it can be taken back."""

    def save(self) -> Files | None:
        """Write the book; when nothing changed, the file is not touched. Return by which files a closed save is known.

        What was traced before and is handed to `restore` is only complete with these files.
        """

    def restore(self, trace: Trace) -> Restored:
        """Lay the state before a traced save in memory; `save` writes it. What a person has changed since stays.

        Raises BookError when rows or columns no longer stand where that save left them.
        """

    @property
    def shelf(self) -> Shelf:
        """The snapshots of the book."""
