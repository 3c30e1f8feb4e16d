"""Calendar files read back by two readers: the one that wrote them, and one that knows nothing of it."""

from __future__ import annotations

import datetime as dt
import email
import email.policy

import icalendar
import vobject

from mentoring_xl.exchange import Occasion, calendar_file, note

STAMP = dt.datetime(2026, 11, 21, 7, 5, tzinfo=dt.timezone.utc)
MARCH = Occasion(
    "1.1", "Издание приказа", dt.date(2026, 3, 1), dt.date(2026, 3, 31), "Срок: март; отв.: Директор", remind=14
)
ONE_DAY = Occasion("1.2", "Отчёт", dt.date(2026, 12, 25), dt.date(2026, 12, 25), remind=3)
MONTHLY = Occasion(
    "1.3",
    "Встреча",
    dt.date(2026, 9, 30),
    dt.date(2026, 9, 30),
    rule={"freq": "MONTHLY", "bymonthday": [-1]},
    until=dt.date(2026, 12, 31),
)

ALL = (MARCH, ONE_DAY, MONTHLY)


def events(*occasions: Occasion):
    return icalendar.Calendar.from_ical(calendar_file(occasions, "План", STAMP)).walk("VEVENT")


def test_both_readers_see_the_days_of_every_event_the_end_excluded():
    expected = [
        ("Издание приказа", dt.date(2026, 3, 1), dt.date(2026, 4, 1)),
        ("Отчёт", dt.date(2026, 12, 25), dt.date(2026, 12, 26)),
        ("Встреча", dt.date(2026, 9, 30), dt.date(2026, 10, 1)),
    ]
    ours = [(str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend")) for event in events(*ALL)]
    foreign = vobject.readOne(calendar_file(ALL, "План", STAMP).decode())
    theirs = [(event.summary.value, event.dtstart.value, event.dtend.value) for event in foreign.vevent_list]
    assert (ours, theirs) == (expected, expected)


def test_a_rule_falls_on_its_days_until_its_last():
    foreign = vobject.readOne(calendar_file([MONTHLY], "План", STAMP).decode())
    days = [day.date() for day in foreign.vevent.getrruleset(addRDate=True)]
    assert days == [dt.date(2026, 9, 30), dt.date(2026, 10, 31), dt.date(2026, 11, 30), dt.date(2026, 12, 31)]


def test_a_reminder_comes_in_the_morning_so_many_days_before_the_last_day():
    month, day = (event.walk("VALARM")[0]["trigger"] for event in events(MARCH, ONE_DAY))
    # the end of an all-day event is midnight after its last day
    assert (month.dt, month.params["RELATED"]) == (dt.timedelta(days=-15, hours=9), "END")
    assert (day.dt, day.params.get("RELATED")) == (dt.timedelta(days=-3, hours=9), None)
    assert events(MONTHLY)[0].walk("VALARM") == []


def test_an_event_keeps_its_identity_and_shows_no_key():
    again = Occasion("1.1", "Издание приказа (перенесено)", dt.date(2026, 4, 1), dt.date(2026, 4, 30))
    (before,), (after,), (other,) = events(MARCH), events(again), events(ONE_DAY)
    assert before["uid"] == after["uid"] != other["uid"]
    assert str(before["uid"]) == "ba12cf16-8c0b-50ab-86fa-46715a39e3b7@mentoring-xl"


def test_equal_events_at_the_same_moment_give_the_same_bytes():
    assert calendar_file(ALL, "План", STAMP) == calendar_file(ALL, "План", STAMP)


def test_lines_are_folded_and_signs_escaped_so_that_every_program_reads_them():
    text = "Список: «а; б», в\\г\nвторая строка " + "очень " * 40
    data = calendar_file([Occasion("1", text, dt.date(2026, 1, 1), dt.date(2026, 1, 1), text)], "План", STAMP)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert vobject.readOne(data.decode()).vevent.description.value == text


def test_nobody_is_shown_as_busy_and_the_moment_is_the_one_handed_in():
    (event,) = events(MARCH)
    assert (str(event["transp"]), event.decoded("dtstamp")) == ("TRANSPARENT", STAMP)


def test_signs_that_no_text_may_hold_are_left_out():
    odd = Occasion(
        "\ud800", "При\x00каз\ud800", dt.date(2026, 1, 1), dt.date(2026, 1, 1), "\x0bстрока\r\nещё", remind=1
    )
    event = vobject.readOne(calendar_file([odd], "\x00План", STAMP).decode()).vevent
    assert (event.summary.value, event.description.value) == ("Приказ", "строка\nещё")
    letter = email.message_from_bytes(note("", "Тема", "\ud800строка"), policy=email.policy.default)
    assert letter.get_content().splitlines() == ["строка"]
