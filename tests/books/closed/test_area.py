"""The bookkeeping of a table's cells, without any file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_xl.books.area import Area
from mentoring_xl.books.cells import Kept, same
from mentoring_xl.books.locate import Spot
from mentoring_xl.core.cell import Place
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.table import Kind
from mentoring_xl.schema.tables import Pair, Unpaired

FIELDS = ("mentee_code", "reason", "support")
CODES = ("Н-1", "Н-2", "Н-3", "Н-4")


def area() -> Area:
    """Four rows under the heads of row 4: code, reason, foreign column, support."""
    spot = Spot("Без пары", "Unpaired", 4, 8, 1, 4, {"mentee_code": 1, "reason": 2, "support": 4})
    return Area(Unpaired.spec, spot, [(code, "мало общего", f"чужое {code}", f"психолог {code}") for code in CODES])


@given(st.lists(st.sampled_from(range(4)), unique=True), st.sets(st.integers(0, 4), max_size=3))
def test_what_a_person_filled_goes_with_its_row_in_any_order(order, new):
    table = area()
    rows = typed(Unpaired, table.grid()).rows
    laid = [rows[index].but(reason="новая причина") for index in order]
    for place in sorted(new):
        laid.insert(place, Unpaired(mentee_code="новый"))
    table.rewrite(laid)
    seen = [row for row in table.grid().values if row != (None, None, None)]
    assert len(seen) == len(laid)
    for row, values in zip(laid, seen, strict=True):
        expected = (None, None) if row.mentee_code == "новый" else ("новая причина", f"психолог {row.mentee_code}")
        assert values == (row.mentee_code, *expected)


def test_a_foreign_cell_goes_with_its_row_too():
    table = area()
    rows = typed(Unpaired, table.grid()).rows
    table.rewrite(reversed(rows))
    moved = {(change.row, change.cell.row) for change in table.changes() if isinstance(change.cell, Kept)}
    assert moved == {(5, 8), (6, 7), (7, 6), (8, 5)}
    assert table.moved() == {5: 8, 6: 7, 7: 6, 8: 5}


def test_laying_the_same_rows_again_changes_nothing():
    table = area()
    table.rewrite(typed(Unpaired, table.grid()).rows)
    assert list(table.changes()) == []
    assert table.count() == 0


def test_a_change_that_is_taken_back_is_no_change():
    table = area()
    row = typed(Unpaired, table.grid()).rows[0]
    table.put(row, {"reason": "другая"})
    table.put(row, {"reason": "мало общего"})
    assert list(table.changes()) == []


def test_a_put_after_a_rewrite_finds_the_row_where_it_stands_now():
    table = area()
    rows = typed(Unpaired, table.grid()).rows
    table.rewrite(reversed(rows))
    table.put(rows[0], {"reason": "другая"})
    assert [row[:2] for row in table.grid().values] == [
        ("Н-4", "мало общего"),
        ("Н-3", "мало общего"),
        ("Н-2", "мало общего"),
        ("Н-1", "другая"),
    ]


def test_a_row_taken_out_by_one_rewrite_comes_back_whole_with_the_next():
    table = area()
    rows = typed(Unpaired, table.grid()).rows
    table.rewrite(rows[:1])
    table.rewrite(rows)
    assert list(table.changes()) == []


def test_a_row_that_was_read_elsewhere_is_refused():
    stranger = Unpaired(at=Place("Другой лист", 5))
    with pytest.raises(ValueError, match="the row was not read from Без пары"):
        area().put(stranger, {"reason": "другая"})


def test_zero_is_a_value_and_a_missing_column_for_it_is_said():
    table = area()
    row = typed(Unpaired, table.grid()).rows[0]
    with pytest.raises(BookError, match=r"^На листе «Без пары» нет столбца «№»"):
        table.put(row, {"number": 0})


def test_what_a_person_typed_wrongly_is_not_wiped_when_rows_are_laid_anew():
    spot = Spot("Пары", "Pairs", 4, 6, 1, 2, {"mentee_code": 1, "starts": 2})
    table = Area(Pair.spec, spot, [("Н-1", "когда-нибудь"), ("Н-2", "после каникул")])
    table.rewrite(reversed(typed(Pair, table.grid()).rows))
    assert table.grid().values == (("Н-2", "после каникул"), ("Н-1", "когда-нибудь"))


def test_a_row_with_nothing_but_a_foreign_cell_keeps_it():
    spot = Spot("Без пары", "Unpaired", 4, 7, 1, 4, {"mentee_code": 1, "reason": 2, "support": 4})
    table = Area(Unpaired.spec, spot, [("Н-1", "занят", None, None), (None, None, "моя пометка", None)])
    table.rewrite(typed(Unpaired, table.grid()).rows)
    assert list(table.changes()) == []


def test_numbers_are_the_same_only_when_they_show_the_same():
    assert same(Kind.NUMBER, 0.1 + 0.2, 0.3)
    assert not same(Kind.NUMBER, 72.5, 72.51)
