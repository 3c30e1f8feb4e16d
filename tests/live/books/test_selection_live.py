"""What is selected in an open book reaches the button that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books.live import LiveBook
from mentoring_xl.schema.tables import Pair

if TYPE_CHECKING:
    import xlwings as xw


@pytest.fixture
def small(book: xw.Book) -> xw.Book:
    """A book with texts and numbers on one sheet and nothing on another."""
    book.sheets[0].range("A1").value = [
        ["Код", "ФИО", "М-1"],
        ["Н-1", "Белова А. Ю.", 70],
        ["Н-2", "Громов И. О.", None],
    ]
    book.sheets.add("Вторая", after=book.sheets[0])
    return book


def chosen(book: xw.Book, sheet: int, address: str) -> object:
    book.sheets[sheet].activate()
    book.sheets[sheet].range(address).select()
    return LiveBook(book).selection


def test_a_cell_is_told_with_everything_above_and_beside_it(small: xw.Book):
    found = chosen(small, 0, "C2")
    assert (found.sheet, found.row, found.column) == (small.sheets[0].name, 2, 3)
    assert found.values == (("Код", "ФИО", "М-1"), ("Н-1", "Белова А. Ю.", 70), ("Н-2", "Громов И. О.", None))


def test_of_a_range_a_row_and_a_column_the_first_cell_counts(small: xw.Book):
    assert (chosen(small, 0, "B2:C3").row, chosen(small, 0, "B2:C3").column) == (2, 2)
    assert (chosen(small, 0, "3:3").row, chosen(small, 0, "3:3").column) == (3, 1)
    assert (chosen(small, 0, "C:C").row, chosen(small, 0, "C:C").column) == (1, 3)


def test_a_cell_far_below_everything_asks_for_no_more_than_there_is(small: xw.Book):
    found = chosen(small, 0, "A1000000")
    assert (found.row, len(found.values)) == (1000000, 3)
    assert chosen(small, 1, "D40").values == ((None, None, None, None),)


def test_the_selected_row_of_a_table_is_that_of_the_grid(opened, school):
    live = opened(school)
    live.sheets["Пары 2026"].activate()
    live.sheets["Пары 2026"].range("D8").select()
    book = LiveBook(live)
    grid = book.grid(Pair)
    assert (book.selection.sheet, book.selection.row - grid.first_row) == (grid.sheet, 8 - grid.first_row)
