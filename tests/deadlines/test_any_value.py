"""Whatever stands in a cell is read without an error."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.deadlines import Plan, parse

WORDS = (
    "до с по к в не позднее чем от после за через течение года год г. т.г. уч. неделя месяца каждого раз квартал "
    "полугодие первая последняя 2-я I IV мая марта зима начало конец 0 1 12 29 31 45 99 1900 2023 2100 2101 10.00 "
    "29.02 31.12.2023 . , - – / : ( ) № ⁰⁰ пт плану периода следующего числа"
)
PIECES = WORDS.split()
PLANS = st.sampled_from(
    [None, "2023", "2023/2024", "2021-2024", Plan(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), "2100", "1900"]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), st.text("0123456789.-–/ гмайпос", max_size=40)), PLANS)
def test_no_text_raises(text: str, plan: Plan | str | None) -> None:
    parse(text, plan)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*PIECES, "\x00", "\ud800", "\udfff", "9" * 400, "½", "①", "²", "٣", "\u202e"]), max_size=8
    ),
    PLANS,
)
def test_no_broken_sign_or_huge_number_raises(pieces: list[str], plan: Plan | str | None) -> None:
    parse(" ".join(pieces), plan)
    parse("".join(pieces), plan)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10), st.sampled_from(["", " "]), PLANS)
def test_no_heap_of_deadline_words_raises_or_ends_before_it_begins(
    pieces: list[str], space: str, plan: Plan | str | None
) -> None:
    text = space.join(pieces)
    read = parse(text, plan)
    assert not (read.start and read.end) or read.start <= read.end
    assert all(text[problem.begin : problem.end] == problem.text for problem in read.problems)


@pytest.mark.parametrize("text", ["1" * 10_000, "1, " * 4_000 + "мая", "(" * 10_000, "до " * 3_000, "а" * 10_000])
def test_only_the_beginning_of_an_endless_text_is_read(text: str) -> None:
    assert (parse(text).start, parse(text).end) == (None, None)
    assert parse("Май 2023 " + text).kind in ("month", "relative")


@pytest.mark.parametrize(
    ("value", "kind", "start", "end"),
    [
        (None, "empty", None, None),
        (math.nan, "empty", None, None),
        (dt.date(2023, 5, 1), "date", dt.date(2023, 5, 1), dt.date(2023, 5, 1)),
        (dt.datetime(2023, 5, 1, 10, 30), "date", dt.date(2023, 5, 1), dt.date(2023, 5, 1)),
        (45000, "date", dt.date(2023, 3, 15), dt.date(2023, 3, 15)),
        (45000.5, "date", dt.date(2023, 3, 15), dt.date(2023, 3, 15)),
        (2023, "interval", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (17.5, "unknown", None, None),
        (True, "unknown", None, None),
        (math.inf, "unknown", None, None),
        (10**400, "unknown", None, None),
        ([], "unknown", None, None),
    ],
)
def test_a_value_that_is_no_text_is_read_by_its_type(
    value: object, kind: str, start: dt.date | None, end: dt.date | None
) -> None:
    read = parse(value)
    assert (read.kind, read.start, read.end) == (kind, start, end)
