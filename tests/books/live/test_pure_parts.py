"""The parts of a live book that need no suite: blocks, and what is typed into a cell."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.books.live.blocks import blocks
from mentoring_xl.books.live.codes import shows_date
from mentoring_xl.books.live.excel import Excel
from mentoring_xl.books.live.excel_filters import lifted
from mentoring_xl.books.live.typing_in import is_formula, link, moved, typed_in
from mentoring_xl.books.sheets import Box


def test_neighbouring_columns_become_one_block_over_cells_that_are_free():
    cells = {(5, 2), (7, 2), (5, 3), (6, 3)}
    assert blocks(cells, lambda row, column: True) == [Box(5, 2, 7, 3)]


def test_a_block_never_covers_a_cell_that_is_not_free():
    cells = {(5, 2), (7, 2), (5, 4)}
    assert blocks(cells, lambda row, column: False) == [Box(5, 2, 5, 2), Box(7, 2, 7, 2), Box(5, 4, 5, 4)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 900", "-5", "@a", "'x", "007", "01.09.2026", "50%", "TRUE", "истина", "#N/A"]
)
def test_a_text_that_a_suite_would_change_is_marked_as_text(text):
    assert typed_in(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("Петрова Анна", "Петрова Анна"),
        ("", None),
        (None, None),
        (5, 5),
        (dt.date(2026, 9, 1), dt.datetime(2026, 9, 1)),
    ],
)
def test_other_values_are_typed_as_they_are(value, typed):
    assert typed_in(value) == typed


def test_a_link_is_a_formula_that_shows_its_text():
    assert link("Пары!C12", {"Пары"}) == '=HYPERLINK("#\'Пары\'!C12","Пары!C12")'
    assert link("Нет листа!C12", {"Пары"}) is None


def test_a_formula_that_moves_refers_to_what_lies_beside_it():
    assert moved("=L7*2", "M7", "M9") == "=L9*2"
    assert not is_formula("=1+1", "=1+1")
    assert is_formula("=1+1", 2.0)


def test_date_formats_are_told_from_others():
    assert [shows_date(code) for code in ("dd.mm.yyyy", "General", '0" дней"', "[$-419]d mmm", "@")] == [
        True,
        False,
        False,
        True,
        False,
    ]


class FaultError(Exception):
    """As pywin32 raises it: the number first."""


@pytest.mark.parametrize("number", [-2147418111, -2146777998])
def test_excel_that_rejects_a_call_is_busy(number):
    assert Excel(app=None).is_busy(FaultError(number, "занято", None, None))
    assert Excel(app=None).is_busy(FaultError(-2147352567, "ошибка", (0, None, None, None, 0, number), None))
    assert not Excel(app=None).is_busy(FaultError(-2147352567, "ошибка", None, None))


class Cells:
    """Cells of Excel that note how they are filtered."""

    def __init__(self, said: list[object]) -> None:
        self._said = said

    def AutoFilter(self, *given: object) -> None:
        self._said.append(given)


class Column:
    """One column of a filter."""

    def __init__(self, number: int) -> None:
        self.On, self.Operator, self.Criteria1 = number == 1, 7, ("=1", "=2")


class Filters:
    """Two columns; calling it gives one of them."""

    Count = 2

    def __call__(self, number: int) -> Column:
        return Column(number)


class AutoFilter:
    """A filter that hides rows."""

    FilterMode = True
    Filters = Filters()

    def __init__(self, said: list[object]) -> None:
        self._said = said

    def ShowAllData(self) -> None:
        self._said.append("lifted")


class ListObject:
    """An Excel table with such a filter."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.AutoFilter, self.Range = AutoFilter(self.said), Cells(self.said)


def test_the_filter_of_an_excel_table_is_lifted_and_set_again_with_the_same_criteria():
    table = ListObject()
    with lifted(table):
        table.said.append("written")
    assert table.said == ["lifted", "written", (1, ("=1", "=2"), 7)]


def test_excel_that_was_closed_is_gone():
    assert Excel(app=None).is_gone(FaultError(-2147417848, "нет связи", None, None))
    assert Excel(app=None).is_gone(FaultError(-2147352567, "ошибка", (0, None, None, None, 0, -2146827864), None))
    assert not Excel(app=None).is_gone(FaultError(-2147418111, "занято", None, None))
