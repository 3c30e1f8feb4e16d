"""Deadlines that fall on a day off."""

from __future__ import annotations

import pytest

from mentoring_xl.deadlines import plan_of
from mentoring_xl.roadmap.rules import on_days_off
from mentoring_xl.roadmap.timetable import Timetable, timetable
from mentoring_xl.schema.tables import Step


def dated(deadline: str, **fields: object) -> Timetable:
    plan = plan_of("2026")
    assert plan
    return timetable([Step(code="1", deadline=deadline, **fields)], plan)


@pytest.mark.parametrize(
    ("deadline", "five_days", "six_days"),
    [
        ("20.04.2026", False, False),
        ("18.04.2026", True, False),
        ("до 19 апреля", True, True),
        ("не позднее 9 мая 2026 г.", True, True),
        ("11 мая", True, False),
        ("31 мая", True, True),
        ("до 31 мая", True, True),
        ("май", False, False),
        ("до конца мая", False, False),
        ("апрель – май", False, False),
        ("с 13 по 19 апреля", False, False),
        ("16 и 19 апреля", True, True),
        ("до 18.04.2026 (сб)", False, False),
        ("суббота, 18 апреля", False, False),
        ("ежемесячно до 19 числа", False, False),
        ("в течение года", False, False),
        ("по отдельному плану", False, False),
        ("", False, False),
    ],
)
def test_only_a_day_that_the_phrase_names_can_be_a_day_off(deadline: str, five_days: bool, six_days: bool):
    assert bool(list(on_days_off(dated(deadline)))) == five_days
    assert bool(list(on_days_off(dated(deadline), six_days=True))) == six_days


def test_the_nearest_working_days_are_named():
    assert [str(finding) for finding in on_days_off(dated("до 9 мая"))] == [
        "Дорожная карта!D  R212  срок «до 9 мая» выпадает на нерабочий день: 09.05.2026 – День Победы"
        " → Перенесите срок на ближайший рабочий день: 08.05.2026 или 12.05.2026."
    ]


def test_what_is_done_needs_no_other_day():
    assert list(on_days_off(dated("18.04.2026", done=True))) == []
