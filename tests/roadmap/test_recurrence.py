"""Which days a repeated deadline names, and which phrases name none."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.roadmap.recurrence import Rule, rule_of

LAST_DAY = Rule("MONTHLY", month_days=(-1,))
FRIDAYS = Rule("WEEKLY", weekdays=(4,))


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [
        ("ежемесячно", LAST_DAY),
        ("1 раз в месяц", LAST_DAY),
        ("Раз в месяц", LAST_DAY),
        ("каждый месяц", LAST_DAY),
        ("не реже одного раза в месяц", LAST_DAY),
        ("до 25 числа каждого месяца", Rule("MONTHLY", month_days=(25,))),
        ("ежемесячно, до 5-го числа", Rule("MONTHLY", month_days=(5,))),
        ("еженедельно", FRIDAYS),
        ("1 раз в неделю", FRIDAYS),
        ("каждый понедельник", Rule("WEEKLY", weekdays=(0,))),
        ("по понедельникам и средам", Rule("WEEKLY", weekdays=(0, 2))),
        ("1 раз в две недели", Rule("WEEKLY", 2, weekdays=(4,))),
        ("ежеквартально", Rule("MONTHLY", month_days=(-1,), months=(3, 6, 9, 12))),
        ("ежедневно", Rule("DAILY")),
    ],
)
def test_a_phrase_that_names_its_days_is_a_rule(phrase, rule):
    assert rule_of(phrase) == rule


@pytest.mark.parametrize(
    "phrase",
    [
        "постоянно",
        "2 раза в месяц",
        "2-3 раза в неделю",
        "1 раз в четверть",
        "каждую вторую пятницу месяца",
        "по мере необходимости",
        "",
    ],
)
def test_a_phrase_that_names_no_days_is_no_rule(phrase):
    assert rule_of(phrase) is None


def test_the_first_day_of_a_rule_is_found_within_its_bounds():
    start, end = dt.date(2026, 11, 21), dt.date(2027, 5, 31)
    assert LAST_DAY.first(start, end) == dt.date(2026, 11, 30)
    assert FRIDAYS.first(start, end) == dt.date(2026, 11, 27)
    assert Rule("MONTHLY", month_days=(-1,), months=(6,)).first(start, end) is None
