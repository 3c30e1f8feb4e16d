"""Pairs that do not meet, and pairs that have parted."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.cell import Place
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.monitoring.health import health, health_findings
from mentoring_xl.schema.tables import TABLES, Meeting, Pair, Setting

TODAY = dt.date(2026, 11, 20)
PLACE = Place("Пары", 5, {"starts": "P", "state": "G", "end_reason": "R"})


def pair(code: str, state: str = "закреплена приказом", starts: dt.date | None = dt.date(2026, 9, 1), **cells) -> Pair:
    mentee, _, mentor = code.partition("/")
    return Pair(at=PLACE, mentee_code=mentee, mentor_code=mentor, code=code, state=state, starts=starts, **cells)


def met(code: str, held: dt.date | None) -> Meeting:
    return Meeting(pair_code=code, held=held)


def book(*pairs: Pair, meetings: tuple[Meeting, ...] = (), **settings: str) -> Tables:
    rows: dict[type[Row], tuple[Row, ...]] = dict.fromkeys(TABLES, ())
    chosen = tuple(Setting(code=code, value=value) for code, value in settings.items())
    return Tables({**rows, Pair: pairs, Meeting: meetings, Setting: chosen})


def found(*pairs: Pair, meetings: tuple[Meeting, ...] = (), **settings: str) -> list[str]:
    return [str(one) for one in health_findings(book(*pairs, meetings=meetings, **settings), TODAY)]


def test_a_pair_that_never_met_is_named_at_its_beginning():
    assert found(pair("Н-1/М-1", starts=dt.date(2026, 11, 9)), pair("Н-2/М-1", starts=dt.date(2026, 11, 10))) == [
        "Пары!P5  I101  пара Н-1/М-1 начала работу 09.11.2026, а первой встречи нет уже 11 дней → "
        "Проведите встречу и впишите «Дату проведения» на листе «Встречи»."
    ]


def test_a_pair_that_stopped_meeting_is_named_with_its_last_day():
    last = (met("Н-1/М-1", dt.date(2026, 10, 1)), met("Н-1/М-1", dt.date(2026, 10, 29)), met("Н-1/М-1", None))
    assert found(pair("Н-1/М-1"), meetings=last) == [
        "Пары!G5  I102  пара Н-1/М-1 не встречалась 22 дня: последняя встреча – 29.10.2026 → "
        "Узнайте, что мешает, и проведите встречу или завершите пару."
    ]
    assert found(pair("Н-1/М-1"), meetings=(met("Н-1/М-1", dt.date(2026, 10, 30)),)) == []


def test_the_school_says_how_long_a_pause_and_a_beginning_may_be():
    meetings = (met("Н-1/М-1", dt.date(2026, 10, 1)),)
    assert found(pair("Н-1/М-1"), meetings=meetings, idle_days="60") == []
    assert found(pair("Н-1/М-1", starts=dt.date(2026, 10, 30)), first_meeting_days="30") == []


def test_a_meeting_of_a_group_is_a_meeting_of_each_of_its_pairs_however_codes_are_typed():
    group = (met("н-1/м-1; h-2 / m-1", dt.date(2026, 11, 15)),)
    assert found(pair("Н-1/М-1"), pair("Н-2/М-1"), meetings=group) == []


def test_a_day_to_come_is_no_meeting_yet():
    (line,) = found(pair("Н-1/М-1"), meetings=(met("Н-1/М-1", dt.date(2026, 11, 21)),))
    assert "I101" in line


def test_a_pair_that_parted_without_a_reason_is_named():
    assert found(pair("Н-1/М-1", "расторгнута"), pair("Н-2/М-1", "расторгнута", end_reason="переезд")) == [
        "Пары!R5  I103  пара Н-1/М-1 расторгнута, а причина не записана → Впишите «Причину окончания»."
    ]


def test_a_fixed_pair_without_a_beginning_is_named_and_an_agreed_one_is_not():
    assert found(pair("Н-1/М-1", starts=None), pair("Н-2/М-1", "согласована", None)) == [
        "Пары!P5  I104  у пары Н-1/М-1 нет даты начала → Впишите «Дату начала»: от неё считаются сроки встреч."
    ]


def test_pairs_that_do_not_work_are_not_expected_to_meet():
    states = ("предложена", "завершена", "предложение снято")
    assert found(*(pair("Н-1/М-1", state) for state in states), pair("Н-2/М-1", forbidden=True)) == []


def test_what_is_counted_of_pairs():
    pairs = (
        pair("Н-1/М-1"),
        pair("Н-2/М-1"),
        pair("Н-3/М-1", starts=dt.date(2026, 11, 19)),
        pair("Н-4/М-1", starts=dt.date(2026, 12, 1)),
        pair("Н-5/М-1", "завершена"),
        pair("Н-6/М-1", "расторгнута"),
    )
    seen = health(book(*pairs, meetings=(met("Н-1/М-1", dt.date(2026, 9, 9)),)), TODAY)
    assert [len(group) for group in (seen.begun, seen.dated, seen.expected, seen.silent, seen.idle, seen.parted)] == [
        6,
        3,
        2,
        1,
        1,
        1,
    ]
