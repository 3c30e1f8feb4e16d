"""Raw cells become typed rows; what does not fit is a finding at its cell."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_xl.core.grid import Grid, as_date, as_flag, as_number, as_text, typed
from mentoring_xl.schema.tables import Mentee, Step


def grid(**columns: object) -> Grid:
    """Return a grid of one row at row 12, columns from B on."""
    return Grid("Мой план", {name: chr(ord("B") + n) for n, name in enumerate(columns)}, 12, (tuple(columns.values()),))


def test_a_row_knows_the_address_the_person_sees():
    (row,) = typed(Step, grid(title="Опрос", ends=dt.datetime(2026, 4, 20))).rows
    assert str(row.cell("ends")) == "Мой план!C12"
    assert row.ends == dt.date(2026, 4, 20)


@pytest.mark.parametrize(
    ("typed_in", "read"),
    [(" Педагог ", "педагог"), ("ПЕДАГОГ", "педагог"), ("пeдaгoг", "педагог"), ("родитель", "родитель")],
)
def test_a_word_of_a_list_is_read_as_the_list_has_it_and_another_word_as_typed(typed_in: str, read: str):
    (row,) = typed(Mentee, grid(group=typed_in)).rows
    assert row.group == read


def test_a_form_typed_with_another_dash_is_the_form_of_the_list():
    (row,) = typed(Mentee, grid(wished_form="Учитель - учитель")).rows
    assert row.wished_form == "учитель–учитель"


def test_a_number_too_long_to_count_with_is_a_finding():
    reading = typed(Mentee, grid(experience="9" * 400))
    assert [finding.code.code for finding in reading.findings] == ["V102"]


def test_text_stays_as_typed():
    (row,) = typed(Step, grid(title="  =Опрос\n-5 ")).rows
    assert row.title == "  =Опрос\n-5 "


def test_a_number_in_a_text_column_has_no_tail_of_zeros():
    (row,) = typed(Step, grid(number=3.0, title="Опрос")).rows
    assert row.number == "3"


def test_blank_rows_are_left_out_and_numbering_goes_on():
    found = typed(Step, Grid("План", {"title": "A"}, 5, (("один",), ("  ",), (None,), ("два",))))
    assert [row.cell("title").row for row in found.rows] == [5, 8]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("done_on", "31.02.2026", "Мой план!C12  V101  «31.02.2026» не дата → Запишите дату в виде дд.мм.гггг."),
        ("days_left", "скоро", "Мой план!C12  V102  «скоро» не целое число → Оставьте в ячейке только число."),
        ("done", "ага", "Мой план!C12  V103  «ага» – ни «да», ни «нет» → Выберите «да» или «нет»."),
        (
            "done_on",
            "#REF!",
            "Мой план!C12  V104  в ячейке ошибка формулы #REF! → Исправьте формулу или впишите значение.",
        ),
    ],
)
def test_a_cell_that_does_not_fit_reads_as_blank_with_a_finding(field: str, value: str, expected: str):
    found = typed(Step, grid(title="Опрос", **{field: value}))
    assert [str(finding) for finding in found.findings] == [expected]
    assert getattr(found.rows[0], field) == Step.spec.column(field).blank


def test_a_year_with_a_fraction_is_not_a_whole_number():
    found = typed(Mentee, grid(full_name="Ивова Анна", birth_year=2012.5))
    assert found.rows[0].birth_year is None
    assert len(found.findings) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20.04.2026", dt.date(2026, 4, 20)),
        ("1.2.26", dt.date(2026, 2, 1)),
        ("20.04.2026 г.", dt.date(2026, 4, 20)),
        ("2026-04-20", dt.date(2026, 4, 20)),
        (46132, dt.date(2026, 4, 20)),
        (46132.75, dt.date(2026, 4, 20)),
        ("20 апреля", None),
        (float("nan"), None),
        (True, None),
        (10**9, None),
        (0, None),
        (1, dt.date(1899, 12, 31)),
    ],
)
def test_dates(value: object, expected: dt.date | None):
    assert as_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("0,75", 0.75), ("1 200", 1200.0), ("−5", -5.0), ("5 лет", None), (7, 7.0), (True, None)]
)
def test_numbers(value: object, expected: float | None):
    assert as_number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("Да", True), ("x", True), ("✓", True), (0.0, False), ("—", False), ("?", None)]
)
def test_ticks(value: object, expected: bool | None):
    assert as_flag(value) is expected


@given(st.text() | st.floats() | st.integers() | st.none() | st.booleans())
def test_no_cell_whatsoever_raises(value: object):
    for field in ("title", "done", "done_on", "days_left"):
        typed(Step, grid(**{field: value}))
    assert isinstance(as_text(value), str)


def test_a_cell_that_cannot_be_read_still_holds_something():
    (row,) = typed(Mentee, grid(full_name="Ивова Анна", birth_year="давно")).rows
    assert (row.birth_year, row.holds("birth_year")) == (None, True)
    (row,) = typed(Mentee, grid(full_name="Ивова Анна", birth_year=None)).rows
    assert row.holds("birth_year") is False
