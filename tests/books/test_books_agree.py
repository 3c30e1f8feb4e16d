"""A closed file and a book in memory come to the same tables: an edit means the same wherever it is carried out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.books.new import create
from mentoring_xl.books.port import Book
from mentoring_xl.core.grid import typed
from mentoring_xl.core.table import Row
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import TABLES

NOW = dt.datetime(2026, 11, 20, 14, 5)


def rows(book: Book, table: type[Row]) -> tuple[Row, ...]:
    return typed(table, book.grid(table)).rows


@pytest.fixture(scope="module")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MemoryBook]:
    """Press every button on both books."""
    content = example_book(NOW.date())
    path, memory = create(tmp_path_factory.mktemp("agree") / "school.xlsx", content), MemoryBook(content.rows)
    for button in BUTTONS:
        session.press(button, memory, NOW)
        with ClosedBook.open(path) as closed:
            session.press(button, closed, NOW)
    return path, memory


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.spec.name)
def test_all_buttons_leave_the_same_tables(table: type[Row], pressed: tuple[Path, MemoryBook]):
    path, memory = pressed
    with ClosedBook.open(path) as closed:
        assert rows(closed, table) == rows(memory, table)
