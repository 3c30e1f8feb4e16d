"""A plan as an iCalendar file (RFC 5545) that Outlook, Thunderbird and phones open: all-day events with reminders."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icalendar import Alarm, Event

_NAMESPACE = uuid.UUID("5b0c7b0e-6d0f-5d0a-9a51-3f6f0a7f6c11")
_MORNING = dt.timedelta(hours=9)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Occasion:
    """An all-day event; start, end: both included.

    key: what identifies it from one export to the next; it is hashed, nobody can read it in the file. rule: an RRULE
    by its parts («freq» → «MONTHLY»), whose first day is `start`, without UNTIL; `until` is its last day.
    remind: days before the end at which the calendar reminds, in the morning; None for never.
    """

    key: str
    title: str
    start: dt.date
    end: dt.date
    text: str = ""
    rule: Mapping[str, object] | None = None
    until: dt.date | None = None
    remind: int | None = None


def calendar_file(occasions: Iterable[Occasion], name: str, stamp: dt.datetime) -> bytes:
    """Return the .ics file. name: of the calendar. stamp: the moment of the export, in UTC.

    Equal occasions at the same moment give equal bytes; a later export of the same keys replaces the events.
    """
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", "-//mentoring_xl//RU")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", writable(name))
    for occasion in occasions:
        whole.add_component(_event(occasion, stamp))
    data: bytes = whole.to_ical()
    return data


def _event(occasion: Occasion, stamp: dt.datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid.uuid5(_NAMESPACE, writable(occasion.key))}@mentoring-xl")
    event.add("dtstamp", stamp)
    event.add("summary", writable(occasion.title))
    event.add("dtstart", occasion.start)
    # DTEND is the first day that no longer belongs to the event
    event.add("dtend", occasion.end + _DAY)
    if occasion.rule is not None:
        event.add("rrule", {**occasion.rule, "until": occasion.until or occasion.end})
    if occasion.text:
        event.add("description", writable(occasion.text))
    # an all-day event must not show its person as busy
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if occasion.remind is not None:
        event.add_component(_alarm(occasion, occasion.remind))
    return event


def _alarm(occasion: Occasion, days: int) -> Alarm:
    """Return a reminder; before a single day it counts from the start, which every program understands."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", writable(occasion.title))
    if occasion.start == occasion.end:
        alarm.add("trigger", _MORNING - days * _DAY)
    else:
        alarm.add("trigger", _MORNING - (days + 1) * _DAY, parameters={"RELATED": "END"})
    return alarm
