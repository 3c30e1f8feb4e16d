"""Widths of the columns of a table."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mentoring_xl.documents.faces.letters import wrapped
from mentoring_xl.documents.faces.shares import edges_of
from mentoring_xl.documents.paper import Grid


def widths(grid: Grid, width: float) -> list[float]:
    return [(right - left) * width for left, right in pairwise(edges_of(grid, width))]


def test_columns_are_as_wide_as_the_paper_asks():
    assert widths(Grid(("а", "б", "в"), (), (1, 2, 2)), 500) == pytest.approx([100, 200, 200])


def test_a_column_is_wide_enough_for_its_longest_word():
    narrow, wide = widths(Grid(("Ответственный", "Содержание"), (("наставничество,", "слово"),), (10, 90)), 500)
    assert wrapped("Ответственный", narrow - 7, 12, bold=True) == ("Ответственный",)
    assert 80 < narrow < 110
    assert narrow + wide == pytest.approx(500)


def test_room_is_taken_where_there_is_most():
    _, much, little = widths(Grid(("Ответственный", "а", "б"), (), (5, 75, 20)), 500)
    assert 375 - much > 2 * (100 - little) > 0


def test_where_there_is_not_enough_for_all_nothing_is_left_unused():
    narrow, middle, wide = widths(Grid(("Ответственный", "Наставничество", "а"), (), (1, 1, 4)), 180)
    assert 30 < narrow < middle
    assert wide == pytest.approx(13.5, abs=1)
    assert narrow + middle + wide == pytest.approx(180)


def test_a_title_through_all_columns_widens_none():
    rows = (("Самоудостоверяющееся наставничество",), ("1", "2"))
    assert widths(Grid(("а", "б"), rows, (1, 4)), 500) == pytest.approx([100, 400])
