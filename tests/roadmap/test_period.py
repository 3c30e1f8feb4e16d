"""The period of the plan, named in «Настройки» or guessed with a finding."""

import datetime as dt

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.deadlines import Plan
from mentoring_xl.roadmap.period import period_of
from mentoring_xl.roadmap.plan_years import period_name
from mentoring_xl.schema.tables import Setting, Step

TODAY = dt.date(2026, 4, 10)
DATED = (Step(deadline="март 2025"), Step(deadline="в течение года"))


def period(value, year_ends="31.05", steps=DATED, title=""):
    settings = [
        Setting(code="period", value=value, at=Place("Настройки", 11)),
        Setting(code="year_ends", value=year_ends, at=Place("Настройки", 13)),
    ]
    return period_of(settings, steps, TODAY, title)


def found(period):
    return [f"{finding.cell} {finding.code.code}" for finding in period.findings]


def test_a_calendar_year_is_the_whole_year():
    assert period("2026").plan == Plan(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert (period("2026").given, found(period("2026"))) == (True, [])


@pytest.mark.parametrize(
    ("year_ends", "last"),
    [
        ("31.05", dt.date(2027, 5, 31)),
        ("26 мая", dt.date(2027, 5, 26)),
        ("до 31.05.2027", dt.date(2027, 5, 31)),
        ("31.08", dt.date(2027, 8, 31)),
        ("", dt.date(2027, 5, 31)),
    ],
)
def test_a_school_year_ends_on_the_day_of_the_settings(year_ends, last):
    assert period("2026/2027", year_ends).plan == Plan(dt.date(2026, 9, 1), last)


@pytest.mark.parametrize("year_ends", ["май", "31.04", "31.12"])
def test_a_last_day_that_is_none_is_named(year_ends):
    assert found(period("2026/2027", year_ends)) == ["Настройки!D13 R210"]
    assert period("2026/2027", year_ends).plan.end == dt.date(2027, 5, 31)


def test_without_a_year_in_the_settings_the_deadlines_give_it():
    assert period_name(period("").plan) == "2025"
    assert period("").given is False
    assert [str(finding) for finding in period("").findings] == [
        "Настройки!D11  R208  год плана не указан; сроки без года прочитаны по году 2025 (так написано в сроках)"
        " → Впишите год плана: календарный «2025» или учебный «2025/2026»."
    ]


def test_deadlines_of_two_years_running_are_a_school_year():
    steps = (Step(deadline="сентябрь 2025"), Step(deadline="до 20.05.2026"))
    assert period_name(period("", steps=steps).plan) == "2025/2026"


def test_deadlines_without_years_are_read_in_the_year_of_today():
    guess = period("", steps=(Step(deadline="март"),))
    assert (period_name(guess.plan), found(guess)) == ("2026", ["Настройки!D11 R208"])
    assert "(текущий год)" in guess.findings[0].message


def test_a_plan_without_deadlines_needs_no_year():
    assert found(period("", steps=(Step(),))) == []


def test_a_year_that_cannot_be_read_is_named_and_not_used():
    guess = period("этот год")
    assert (period_name(guess.plan), guess.given, found(guess)) == ("2025", False, ["Настройки!D11 R209"])


def test_settings_without_the_row_of_the_year_are_named_as_a_whole():
    assert [str(finding.cell) for finding in period_of([], DATED, TODAY).findings] == ["Настройки!D"]


@pytest.mark.parametrize(
    ("value", "title", "agree"),
    [
        ("2026", "План мероприятий на 2026 год", True),
        ("2026", "План мероприятий", True),
        ("2026", "План мероприятий на 2023 год", False),
        ("2026/2027", "Дорожная карта на 2026-2027 учебный год", True),
        ("2026/2027", "Дорожная карта на 2026 год", True),
        ("2026/2027", "Дорожная карта на 2025/2026 учебный год", False),
        ("2026", "Программа на 2024–2028 годы", True),
        ("2026", "План по приказу от 25.12.2019 № 145 на 2026 год", True),
        ("2026", "План по распоряжению от 25 декабря 2019 г.", True),
    ],
)
def test_the_year_of_the_title_agrees_with_the_settings_or_is_named(value, title, agree):
    assert found(period(value, title=title)) == ([] if agree else ["Настройки!D11 R214"])


def test_the_disagreement_names_both_years():
    assert [str(finding) for finding in period("2026", title="План на 2023 год").findings] == [
        "Настройки!D11  R214  в названии плана указан год 2023, а в «Настройках» – 2026"
        " → Исправьте год в названии над таблицей или «Год плана» в «Настройках»."
    ]


def test_without_a_year_in_the_settings_the_title_gives_it():
    guess = period("", title="Дорожная карта на 2026-2027 учебный год")
    assert period_name(guess.plan) == "2026/2027"
    assert "(так написано в названии плана)" in guess.findings[0].message
