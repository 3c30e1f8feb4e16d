"""Books as data for tests of the merge: tables of rows, and the book that the result is laid into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.side import Said, Side
from mentoring_xl.exchange.merging import MERGED, Merged, merge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.core.table import Row


def side(*rows: Row, said: Iterable[Said] = ()) -> Side:
    """A whole book that holds these rows; it has the sheets of all tables."""
    book = book_of(rows)
    grids = {table: book.grid(table) for table in MERGED}
    return Side(grids, tuple(said), tuple(table.spec.sheet for table in MERGED))


def book_of(rows: Iterable[Row]) -> MemoryBook:
    """A book in memory that holds these rows."""
    found: dict[type[Row], list[Row]] = {table: [] for table in MERGED}
    for row in rows:
        found[type(row)].append(row)
    return MemoryBook(found)


def tables_of(book: MemoryBook) -> Tables:
    """The tables as an action is handed them."""
    return Tables({table: typed(table, book.grid(table)).rows for table in book.rows})


def merged(base: Side, ours: Iterable[Row], theirs: Side) -> tuple[MemoryBook, Merged]:
    """Merge into a book of these rows; the book afterwards, and what the merge says."""
    book = book_of(ours)
    found = merge(base, tables_of(book), theirs)
    book.apply(found.edits)
    return book, found
