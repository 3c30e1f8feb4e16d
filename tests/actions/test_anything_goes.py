"""Whatever people type into the cells: no button falls, their cells stay, a second press changes nothing."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.table import PERSON, Column, Row
from mentoring_xl.schema.buttons import ALWAYS_READ, BUTTONS, Button
from mentoring_xl.schema.tables import Notice

NOW = dt.datetime(2026, 11, 20, 14, 5)
SCHOOL = {table: rows[:7] for table, rows in example_book(NOW.date()).rows.items()} | {
    table: example_book(NOW.date()).rows[table] for table in ALWAYS_READ
}
CODES = (
    "Н-01",
    "Н-02",
    "h-01",
    " Н 01 ",
    "М-01",
    "М-02",
    "m-01",
    "Н-01/М-01",
    "Н-01, М-01",
    "Н/1",
    "С-01",
    "ПР-1",
    "3.5.1",
)
TEXTS = (
    *("", " ", "\n", "\x00", "\x0b", "\ud800", "\u202eсправа налево", "👨‍👩‍👧", "ф" * 40_000, "а." * 20_000, "9" * 400),
    *(
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+7 900",
        "-5",
        "@я",
        "{x}",
        "{0}",
        "%s",
        "[bold]",
        "#REF!",
        "#Н/Д",
        "NaN",
        "1e400",
    ),
    *(
        "два",
        "−5",
        "1 000 000",
        "1,5",
        "½",
        "²",
        "١٢",
        "сильно",
        "вчера",
        "0",
        "31.02.2026",
        "01.01.1900",
        "31.12.9999",
    ),
    *("до 20 апреля", "2026–2027", "в течение 99999999 дней", "каждый понедельник", "14-а", "12–14", "классы 5–7"),
    *("СОГЛАСОВАНА", "Подписан ", "закреплена приказом", "расторгнута", "Ivanov John", "О'Нил", "И.И.", "Обязательно"),
)
NUMBERS = (0, -1, 1000, 10**30, 1e300, math.nan, math.inf, -math.inf, -0.0, 0.5, 2_958_466, True, False)
DAYS = (dt.date.min, dt.date(1900, 1, 1), dt.date(2026, 11, 21), dt.date.max, dt.datetime(9999, 12, 31, 23, 59))
ANYTHING = st.one_of(
    st.none(),
    st.sampled_from(CODES),
    st.sampled_from(TEXTS),
    st.sampled_from(NUMBERS),
    st.sampled_from(DAYS),
    st.text(max_size=30),
    st.floats(),
    st.dates(),
)
# the first book that fails is shown as it is: making it smaller takes minutes
SOME = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def read_by(button: Button) -> list[type[Row]]:
    return sorted({*button.reads, *ALWAYS_READ, Notice}, key=lambda table: table.spec.name)


def typed_into(column: Column) -> st.SearchStrategy[object]:
    return st.one_of(st.sampled_from(column.choices.values), ANYTHING) if column.choices else ANYTHING


@st.composite
def spoilt(draw: st.DrawFn, button: Button) -> MemoryBook:
    """Draw a book: the invented school with cells typed over, rows doubled, rows lost and rows of garbage."""
    rows = {table: list(SCHOOL[table]) for table in read_by(button)}
    for table in draw(st.lists(st.sampled_from(read_by(button)), max_size=14)):
        columns = draw(st.lists(st.sampled_from(table.spec.columns), max_size=6))
        cells = {column.field: draw(typed_into(column)) for column in columns}
        at = draw(st.integers(0, len(rows[table])))
        standing = rows[table][at : at + 1]
        match draw(st.sampled_from(("over", "over", "over", "double", "lose", "add", "empty"))):
            case "over" if standing:
                rows[table][at] = standing[0].but(**cells)
            case "double" if standing:
                rows[table].append(standing[0])
            case "lose" if standing:
                del rows[table][at]
            case "empty":
                rows[table].clear()
            case _:
                rows[table].insert(at, table(**cells))
    return MemoryBook(rows)


def typed_by_people(book: MemoryBook) -> list[str]:
    """Return the cells that people filled, row by row, in an order that does not depend on where a row stands."""
    rows = [
        {one.field: getattr(row, one.field) for one in table.spec.columns if one.filled_by is PERSON}
        for table, rows in book.rows.items()
        for row in rows
    ]
    return sorted(repr(cells) for cells in rows if any(str(value or "").strip() for value in cells.values()))


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
@given(data=st.data())
@SOME
def test_no_cell_makes_a_button_fall_or_lose_what_people_typed_and_a_second_press_changes_nothing(
    button: Button, data: st.DataObject
):
    book = data.draw(spoilt(button))
    before = typed_by_people(book)
    session.press(button, book, NOW)
    assert typed_by_people(book) == before
    assert session.press(button, book, NOW + dt.timedelta(minutes=1)).changes == {}


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_an_empty_book_is_no_reason_to_fall(button: Button):
    book = MemoryBook()
    session.press(button, book, NOW)
    assert session.press(button, book, NOW).changes == {}


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_rows_with_one_value_in_every_cell_are_no_reason_to_fall(button: Button):
    values = (*CODES, *(text[:300] for text in TEXTS), *NUMBERS, *DAYS)
    book = MemoryBook(
        {table: [table(**dict.fromkeys(table.spec.fields, value)) for value in values] for table in read_by(button)}
    )
    session.press(button, book, NOW)
    assert session.press(button, book, NOW).changes == {}
