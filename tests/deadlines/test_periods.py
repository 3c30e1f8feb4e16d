"""The period of a plan: how it is read and which year it gives."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.deadlines import Plan, parse, plan_of


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (2023, dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("на 2023 год", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("2023/2024", dt.date(2023, 9, 1), dt.date(2024, 5, 31)),
        ("2023-2024 учебный год", dt.date(2023, 9, 1), dt.date(2024, 5, 31)),
        ("2021-2024", dt.date(2021, 1, 1), dt.date(2024, 12, 31)),
        ("План мероприятий (дорожная карта) на 2023 год", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("План работы кружка на 2025/2026 учебный год, Пинск", dt.date(2025, 9, 1), dt.date(2026, 5, 31)),
        ("апрель 2010", dt.date(2010, 4, 1), dt.date(2010, 4, 30)),
        ("(сентябрь 2022 г. - май 2024 г.)", dt.date(2022, 9, 1), dt.date(2024, 5, 31)),
    ],
)
def test_a_title_gives_the_period_of_its_plan(title: str | int, start: dt.date, end: dt.date) -> None:
    assert plan_of(title) == Plan(start, end)


@pytest.mark.parametrize("title", ["", "план", "до 2024 года", None, "26.12.2023-18.12.2023"])
def test_a_title_without_two_ends_gives_no_period(title: str | None) -> None:
    assert plan_of(title) is None


def test_a_school_that_ends_its_year_in_august_says_so_in_its_plan() -> None:
    plan = Plan(dt.date(2023, 9, 1), dt.date(2024, 8, 31))
    assert parse("в течение года", plan).end == dt.date(2024, 8, 31)
    assert parse("2023-2024 уч. г.", plan).end == dt.date(2024, 8, 31)
    assert parse("2 полугодие", plan).end == dt.date(2024, 8, 31)
    assert parse("август", plan).start == dt.date(2023, 8, 1)


def test_a_plan_across_new_year_gives_each_month_its_own_year() -> None:
    plan = Plan(dt.date(2023, 11, 15), dt.date(2024, 3, 15))
    assert parse("декабрь", plan).start == dt.date(2023, 12, 1)
    assert parse("февраль", plan).start == dt.date(2024, 2, 1)


def test_an_unnamed_week_is_dated_by_a_plan_for_one_month() -> None:
    assert parse("первая неделя", "апрель 2010").end == dt.date(2010, 4, 7)
    assert parse("первая неделя", "2010").kind == "relative"


@pytest.mark.parametrize(
    "plan",
    [
        "план",
        Plan(dt.date(2024, 1, 1), dt.date(2023, 1, 1)),
        Plan(dt.date.min, dt.date.max),
    ],
)
def test_a_plan_that_is_no_period_counts_as_none(plan: Plan | str) -> None:
    assert [problem.kind for problem in parse("май", plan).problems] == ["no_year"]
