"""Terms and holidays: dated where the school has filled them in, tied to its calendar where it has not."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.deadlines import Plan, Term, TermKind, parse


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d.%m.%Y").date()


def _term(kind: TermKind, number: int, start: str, end: str) -> Term:
    return Term(kind, number, _day(start), _day(end))


PLAN = Plan(
    dt.date(2023, 9, 1),
    dt.date(2024, 5, 31),
    (
        _term(TermKind.QUARTER, 1, "01.09.2023", "27.10.2023"),
        _term(TermKind.QUARTER, 2, "06.11.2023", "29.12.2023"),
        _term(TermKind.QUARTER, 3, "09.01.2024", "22.03.2024"),
        _term(TermKind.QUARTER, 4, "01.04.2024", "24.05.2024"),
        _term(TermKind.HALF_YEAR, 1, "01.09.2023", "29.12.2023"),
        _term(TermKind.HALF_YEAR, 2, "09.01.2024", "24.05.2024"),
        _term(TermKind.HOLIDAYS, 1, "28.10.2023", "05.11.2023"),
        _term(TermKind.HOLIDAYS, 2, "30.12.2023", "08.01.2024"),
        _term(TermKind.HOLIDAYS, 3, "23.03.2024", "31.03.2024"),
        _term(TermKind.HOLIDAYS, 5, "12.02.2024", "18.02.2024"),
    ),
)

# phrase, start, end; «.» for an open end
DATED = """
1 четверть | 01.09.2023 | 27.10.2023
Ш четверть | 09.01.2024 | 22.03.2024
вторая четверть | 06.11.2023 | 29.12.2023
2 четв. | 06.11.2023 | 29.12.2023
2-3 четверть | 06.11.2023 | 22.03.2024
I, III четверть | 01.09.2023 | 22.03.2024
с 1 по 3 четверть | 01.09.2023 | 22.03.2024
в течение первой четверти | 01.09.2023 | 27.10.2023
1 четверть 2023-2024 учебного года | 01.09.2023 | 27.10.2023
со 2 четверти | 06.11.2023 | .
до конца 2 четверти | . | 29.12.2023
до окончания II четверти | . | 29.12.2023
не позднее 1 четверти | . | 27.10.2023
до 2 четверти | . | 05.11.2023
к началу 2 четверти | . | 05.11.2023
до середины 1 четверти | . | 29.09.2023
до осенних каникул | . | 27.10.2023
после осенних каникул | 06.11.2023 | .
осенние каникулы | 28.10.2023 | 05.11.2023
во время зимних каникул | 30.12.2023 | 08.01.2024
новогодние каникулы | 30.12.2023 | 08.01.2024
дополнительные каникулы | 12.02.2024 | 18.02.2024
осенние и весенние каникулы | 28.10.2023 | 31.03.2024
каникулы (осенние, весенние) | 28.10.2023 | 31.03.2024
в каникулы | 28.10.2023 | 31.03.2024
в каникулярное время | 28.10.2023 | 31.03.2024
начало 3 четверти | 09.01.2024 | 18.01.2024
середина 3 четверти | 10.02.2024 | 19.02.2024
конец 4 четверти | 15.05.2024 | 24.05.2024
2 неделя 2 четверти | 13.11.2023 | 19.11.2023
последняя неделя 1 четверти | 21.10.2023 | 27.10.2023
1 семестр | 01.09.2023 | 29.12.2023
I полугодие | 01.09.2023 | 29.12.2023
осенние каникулы (30.10-03.11) | 30.10.2023 | 03.11.2023
октябрь, каникулы | 01.10.2023 | 31.10.2023
1 раз в четверть | 01.09.2023 | 24.05.2024
в конце каждой четверти | 01.09.2023 | 24.05.2024
по полугодиям | 01.09.2023 | 24.05.2024
еженедельно во 2 четверти | 06.11.2023 | 29.12.2023
"""
CASES = [line.split(" | ") for line in DATED.strip().splitlines()]

UNDATED = """
четверть
конец четверти
до каникул
после каникул
по итогам 1 четверти
перед осенними каникулами
за неделю до осенних каникул
в первые дни каникул
1 триместр
летние каникулы
5 четверть
1 четверть 2024/2025 уч.г.
1 раз в триместр
1 смена
"""


@pytest.mark.parametrize(("text", "start", "end"), CASES, ids=[case[0] for case in CASES])
def test_a_term_that_the_school_filled_in_is_dated(text: str, start: str, end: str) -> None:
    read = parse(text, PLAN)
    assert (read.start, read.end) == tuple(None if day == "." else _day(day) for day in (start, end))


@pytest.mark.parametrize("text", UNDATED.strip().splitlines())
def test_what_the_filled_terms_do_not_tell_stays_without_dates(text: str) -> None:
    read = parse(text, PLAN)
    assert (read.start, read.end) == (None, None)
    assert read.kind in ("relative", "recurring")


@pytest.mark.parametrize("text", [case[0] for case in CASES[:31]])
def test_without_terms_there_are_no_dates(text: str) -> None:
    read = parse(text, "2023/2024")
    assert (read.kind, read.start, read.end) == ("relative", None, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1 четверть", "interval"), ("до конца 2 четверти", "until"), ("1 раз в четверть", "recurring")],
)
def test_a_dated_term_keeps_the_kind_of_its_phrase(text: str, kind: str) -> None:
    assert parse(text, PLAN).kind == kind


def test_terms_named_one_by_one_are_members_of_a_list() -> None:
    assert parse("осенние, весенние каникулы", PLAN).members == (
        (dt.date(2023, 10, 28), dt.date(2023, 11, 5)),
        (dt.date(2024, 3, 23), dt.date(2024, 3, 31)),
    )


def test_only_a_part_of_a_term_is_approximate() -> None:
    assert parse("начало 3 четверти", PLAN).approximate
    assert not parse("3 четверть", PLAN).approximate
