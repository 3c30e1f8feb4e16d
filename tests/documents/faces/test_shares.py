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


def test_widths_stay_as_asked_where_no_widths_would_do():
    assert widths(Grid(("Ответственный", "Наставничество"), (), (1, 3)), 120) == pytest.approx([30, 90])
