"""Wished ages and hours a week as mentors write them."""

from __future__ import annotations

import math

import pytest

from mentoring_xl.matching.phrases import Wish, weekly_hours, wished_ages, years_off


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12–14", (Wish(12, 14),)),
        ("12-14 лет", (Wish(12, 14),)),
        ("от 10 до 12 лет", (Wish(10, 12),)),
        ("от 10 лет", (Wish(10, math.inf),)),
        ("14+", (Wish(14, math.inf),)),
        ("до 35 лет", (Wish(-math.inf, 35),)),
        ("классы 5–7", (Wish(5, 7, is_class=True),)),
        ("с 5 по 7 класс", (Wish(5, 7, is_class=True),)),
        ("5-7", (Wish(5, 7, is_class=True),)),
        ("9", (Wish(9, 9, is_class=True),)),
        ("10", (Wish(10, 10),)),
        ("5, 6 кл.", (Wish(5, 5, is_class=True), Wish(6, 6, is_class=True))),
        ("10–11 классы или 12-14 лет", (Wish(10, 11, is_class=True), Wish(12, 14))),
        ("Любой", (Wish(-math.inf, math.inf),)),
        ("не важно", (Wish(-math.inf, math.inf),)),
        ("молодые специалисты", None),
        ("9" * 400, (Wish(math.inf, math.inf),)),
    ],
)
def test_a_wished_age_is_read(text, expected):
    assert wished_ages(text) == expected


@pytest.mark.parametrize(
    ("text", "ages", "school_class", "expected"),
    [
        ("12–14", (13, 14), None, 0),
        ("12–14", (14, 15), None, 0),
        ("12–14", (15, 16), None, 1),
        ("классы 5–7", (13, 14), 9, 2),
        ("классы 5–7", (13, 14), None, None),
        ("любой", None, None, 0),
        ("12–14", None, 7, None),
    ],
)
def test_the_distance_from_the_wish_is_counted_in_years_or_classes(text, ages, school_class, expected):
    wishes = wished_ages(text)
    assert wishes is not None
    assert years_off(wishes, ages, school_class) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2 часа в неделю", 2),
        ("1,5 ч", 1.5),
        ("2-3 часа в неделю", 2),
        ("30 минут", 0.5),
        ("1 раз в месяц", 0.25),
        ("1 час ежедневно", 5),
        ("по договорённости", None),
    ],
)
def test_time_is_read_as_hours_a_week(text, hours):
    assert weekly_hours(text) == hours
