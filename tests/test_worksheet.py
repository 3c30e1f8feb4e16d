"""The worksheet functions on what a cell can hold, and their declaration against what carries them out."""

from __future__ import annotations

import datetime as dt
import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_xl import worksheet
from mentoring_xl.schema.functions import FUNCTIONS, Function
from mentoring_xl.worksheet import day_number, deadline_days_left, deadline_end, deadline_start

PHRASES = st.sampled_from(["до 20 апреля", "март 2026", "в течение года", "26.11-18.11", "весна", "5 и 19 мая"])
VALUES = st.one_of(PHRASES, st.text(), st.none(), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.dates())
CELLS = st.one_of(VALUES, VALUES.map(lambda value: ((value,),)), st.tuples(VALUES, VALUES).map(lambda row: (row,)))


def test_the_first_and_the_last_day_of_a_phrase():
    assert deadline_start("март 2026") == dt.date(2026, 3, 1)
    assert deadline_end("март 2026") == dt.date(2026, 3, 31)


def test_an_open_end_is_blank():
    assert deadline_start("до 20 апреля 2026 г.") == ""
    assert deadline_end("до 20 апреля 2026 г.") == dt.date(2026, 4, 20)
    assert deadline_end("с 1 мая 2026") == ""


def test_the_year_of_the_plan_is_given_as_a_number_as_text_or_as_a_school_year():
    assert deadline_end("до 20 апреля") == ""
    assert deadline_end("до 20 апреля", 2026.0) == dt.date(2026, 4, 20)
    assert deadline_end("до 20 апреля", " 2026 ") == dt.date(2026, 4, 20)
    assert deadline_end("до 20 апреля", "2026/2027") == dt.date(2027, 4, 20)
    assert deadline_start("сентябрь", "2026-2027") == dt.date(2026, 9, 1)


@pytest.mark.parametrize("phrase", ["", None, "весело", "-", True, ((1, 2),)])
def test_what_gives_no_date_is_blank(phrase: object):
    assert deadline_start(phrase, 2026) == ""
    assert deadline_end(phrase, 2026) == ""
    assert deadline_days_left(phrase, dt.date(2026, 1, 1), 2026) == ""


def test_a_date_a_day_number_and_a_block_of_one_cell_are_read_too():
    assert deadline_end(dt.datetime(2026, 4, 20, 15)) == dt.date(2026, 4, 20)
    assert deadline_end(46132.0) == dt.date(2026, 4, 20)
    assert deadline_end((("до 20 апреля",),), ((2026.0,),)) == dt.date(2026, 4, 20)


def test_the_sheet_of_settings_gives_the_year_its_last_day_and_the_terms():
    wide = [
        ["Код", "Раздел", "Параметр", "Значение"],
        ["period", "План", "Год плана", "2026/2027"],
        ["year_ends", "Учебный год", "Последний день учебного года", "26.05"],
        ["quarter_1", "Учебный год", "1 четверть", "01.09–25.10.2026"],
        [None, None, None, None],
    ]
    narrow = (("period", "2026/2027"), ("quarter_1", "01.09–25.10.2026"))
    assert deadline_end("до 20 апреля", wide) == dt.date(2027, 4, 20)
    assert deadline_end("в течение года", wide) == dt.date(2027, 5, 26)
    assert deadline_end("в течение года", narrow) == dt.date(2027, 5, 31)
    assert deadline_start("1 четверть", wide) == deadline_start("1 четверть", narrow) == dt.date(2026, 9, 1)
    assert deadline_days_left("1 четверть", dt.date(2026, 10, 20), narrow) == 5


def test_a_block_of_other_cells_is_no_plan():
    assert deadline_end("до 20 апреля", ((2026.0, 2027.0), (None, "четверть"))) == ""
    assert deadline_end("до 20 апреля", ("2026", "2027")) == ""


def test_days_are_left_until_the_last_day_and_are_negative_after_it():
    assert deadline_days_left("до 20 апреля", dt.date(2026, 4, 10), 2026) == 10
    assert deadline_days_left("до 20 апреля", dt.date(2026, 4, 20), 2026) == 0
    assert deadline_days_left("до 20 апреля", dt.datetime(2026, 4, 25, 9, 30), 2026) == -5
    assert deadline_days_left("до 20 апреля", 46122.0, 2026) == 10


@pytest.mark.parametrize("today", ["", None, 2026.0, "завтра"])
def test_without_a_day_to_count_from_there_are_no_days_left(today: object):
    assert deadline_days_left("до 20 апреля", today, 2026) == ""


def test_a_day_has_the_number_that_spreadsheets_keep():
    assert day_number(dt.date(2026, 4, 20)) == 46132
    assert day_number(dt.date(1900, 3, 1)) == 61


@given(CELLS, CELLS, CELLS)
def test_no_value_raises(phrase: object, today: object, plan: object):
    for value in (deadline_start(phrase, plan), deadline_end(phrase, plan)):
        assert value == "" or isinstance(value, dt.date)
    left = deadline_days_left(phrase, today, plan)
    assert left == "" or isinstance(left, int)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_each_declared_function_is_there_with_its_arguments(function: Function):
    parameters = inspect.signature(getattr(worksheet, function.name)).parameters
    assert [argument.name for argument in function.arguments] == list(parameters)
    assert [argument.optional for argument in function.arguments] == [
        parameter.default == "" for parameter in parameters.values()
    ]
    assert re.fullmatch(r"[A-Z_]+", function.excel)
    assert re.fullmatch(r"[А-Я_]+", function.calc)
    assert function.example.startswith(f"={function.calc}(")
    assert all(len(text) < 255 for text in (function.text, *(argument.text for argument in function.arguments)))
