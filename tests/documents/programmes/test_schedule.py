"""On which days a pair meets."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.deadlines import Term, TermKind
from mentoring_xl.documents.programmes.schedule import closed, schedule, school_days

KINDS = ("организационная", "пробная рабочая", "планирование", "регулярная", "заключительная")
AUTUMN = Term(TermKind.HOLIDAYS, 1, dt.date(2026, 10, 26), dt.date(2026, 11, 1))


def told(days: tuple[dt.date, ...], missing: tuple[str, ...] = KINDS, every: int = 14) -> list[tuple[str, str]]:
    return [(kind, f"{day:%d.%m}") for kind, day in schedule(days, missing, every)]


def test_two_months_of_a_pair_that_meets_every_two_weeks():
    days = school_days(dt.date(2026, 9, 1), dt.date(2026, 10, 31), (AUTUMN,))
    assert told(days) == [
        ("организационная", "01.09"),
        ("пробная рабочая", "08.09"),
        ("планирование", "15.09"),
        ("регулярная", "28.09"),
        ("регулярная", "12.10"),
        ("заключительная", "23.10"),
    ]


def test_nobody_meets_on_days_off_or_in_the_holidays_of_the_school():
    assert closed(dt.date(2026, 11, 4), ()) == "День народного единства"
    assert closed(dt.date(2026, 10, 24), ()) == "суббота"
    assert closed(dt.date(2026, 10, 24), (), six_days=True) is None
    assert closed(dt.date(2026, 10, 27), (AUTUMN,)) == "каникулы"
    assert closed(dt.date(2026, 10, 23), (AUTUMN,)) is None


def test_only_what_is_missing_is_planned():
    days = school_days(dt.date(2026, 9, 1), dt.date(2026, 9, 30))
    assert told(days, ("заключительная",)) == [("заключительная", "30.09")]
    assert told(days, ("регулярная", "заключительная")) == [("регулярная", "15.09"), ("заключительная", "30.09")]


@pytest.mark.parametrize("count", range(5, 40))
def test_each_meeting_has_a_day_of_its_own_and_the_kinds_keep_their_order(count: int):
    days = school_days(dt.date(2026, 9, 1), dt.date(2027, 5, 31))[:count]
    planned = schedule(days, KINDS, 7)
    found = [day for _, day in planned]
    assert found == sorted(set(found))
    assert [kind for kind, _ in planned if kind != "регулярная"] == ["организационная", "пробная рабочая",
                                                                       "планирование", "заключительная"]  # fmt: skip
    assert found[-1] == days[-1]


def test_too_few_days_plan_nothing():
    assert schedule(school_days(dt.date(2026, 9, 1), dt.date(2026, 9, 4)), KINDS, 14) == ()
    assert schedule((), KINDS, 14) == ()
    assert school_days(dt.date(2026, 9, 4), dt.date(2026, 9, 1)) == ()


def test_without_a_rhythm_there_is_one_regular_meeting():
    days = school_days(dt.date(2026, 9, 1), dt.date(2026, 12, 31))
    assert [kind for kind, _ in told(days, KINDS, 0)].count("регулярная") == 1
