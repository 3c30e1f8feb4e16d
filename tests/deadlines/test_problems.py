"""What is wrong with a phrase is reported at its place, and what can be read is still read."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.deadlines import Problem, parse


def test_a_reversed_range_has_no_dates_and_shows_both_ends() -> None:
    read = parse("Сбор: 26.12-18.12", "2018")
    assert (read.kind, read.start, read.end) == ("interval", None, None)
    ends = dt.date(2018, 12, 26), dt.date(2018, 12, 18)
    assert read.problems == (Problem("reversed", 6, 17, "26.12-18.12", "26.12.2018 позже 18.12.2018", ends),)


def test_days_ten_months_apart_are_reversed_rather_than_across_new_year() -> None:
    assert parse("15.10 – 01.09", "2023").problems[0].kind == "reversed"


def test_the_29th_of_a_short_february_becomes_the_28th() -> None:
    read = parse("29 февраля 2022")
    assert (read.start, read.end) == (dt.date(2022, 2, 28), dt.date(2022, 2, 28))
    assert [(problem.kind, problem.hint) for problem in read.problems] == [
        ("no_such_day", "месяц кончается 28.02.2022")
    ]


@pytest.mark.parametrize("text", ["12.13.2023", "45 мая 2023", "00.05.2023"])
def test_a_day_no_month_has_is_a_date_without_dates(text: str) -> None:
    read = parse(text)
    assert (read.kind, read.start, read.end) == ("date", None, None)
    assert [problem.kind for problem in read.problems] == ["no_such_day"]


def test_a_wrong_weekday_keeps_the_date_and_names_the_right_weekday() -> None:
    read = parse("22.04. (пт)", "2019")
    assert read.start == dt.date(2019, 4, 22)
    assert [(problem.kind, problem.hint) for problem in read.problems] == [
        ("weekday_contradicts", "22.04.2019 – понедельник")
    ]


def test_a_right_weekday_is_no_problem() -> None:
    assert parse("21.03.2023\nВт.").problems == ()


def test_until_a_month_ends_before_it_and_says_so() -> None:
    read = parse("до апреля", "2023/2024")
    assert read.end == dt.date(2024, 3, 31)
    assert read.problems[0].hint == "31.03.2024 или 30.04.2024"


def test_until_a_year_includes_it_and_says_so() -> None:
    read = parse("до 2027 года")
    assert read.end == dt.date(2027, 12, 31)
    assert read.problems[0].hint == "31.12.2027 или 31.12.2026"


def test_a_month_that_a_long_plan_holds_twice_takes_the_first_and_says_so() -> None:
    read = parse("сентябрь", "2021-2024")
    assert read.start == dt.date(2021, 9, 1)
    assert read.problems[0].hint == "01.09.2021 или 01.09.2022"


def test_the_beginning_of_a_school_year_in_a_plan_over_two_autumns_may_be_either() -> None:
    read = parse("до начала учебного года", "2023/2024")
    assert read.end == dt.date(2023, 8, 31)
    assert read.problems[0].hint == "31.08.2023 или 31.08.2024"


@pytest.mark.parametrize("text", ["май", "15 мая", "в течение года", "до 15.05", "II квартал"])
def test_without_a_year_and_a_plan_there_are_no_dates(text: str) -> None:
    read = parse(text)
    assert (read.start, read.end) == (None, None)
    assert [problem.kind for problem in read.problems] == ["no_year"]


def test_a_problem_points_at_the_letters_of_the_phrase_as_given() -> None:
    text = "Отчёт:  31\n апре\u00adля  2023 г., далее"
    problem = parse(text).problems[0]
    assert text[problem.begin : problem.end] == problem.text
    assert problem.text.startswith("31\n апре")


def test_each_end_of_a_list_with_a_fault_has_its_own_place() -> None:
    text = "15 мая (чт), 31 июня и 1 июля"
    assert [(problem.kind, problem.begin, problem.text) for problem in parse(text, "2023/2024").problems] == [
        ("weekday_contradicts", 0, "15 мая (чт"),
        ("no_such_day", 13, "31 июня"),
    ]


def test_a_problem_of_a_phrase_with_soft_hyphens_points_past_them() -> None:
    text = "се\u00adминар до апре\u00adля"
    problem = parse(text, "2023/2024").problems[0]
    assert (problem.kind, text[problem.begin : problem.end]) == ("two_readings", "до апре\u00adля")
