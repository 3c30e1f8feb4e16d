"""What reading a deadline gives: its kind, its dates and what is wrong with the phrase."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

DATE = "date"
MONTH = "month"
INTERVAL = "interval"
UNTIL = "until"
RECURRING = "recurring"
RELATIVE = "relative"
REFERENCE = "reference"
UNKNOWN = "unknown"
EMPTY = "empty"

REVERSED = "reversed"
NO_SUCH_DAY = "no_such_day"
WEEKDAY_CONTRADICTS = "weekday_contradicts"
TWO_READINGS = "two_readings"
NO_YEAR = "no_year"
MISPRINT = "misprint"

Bounds = tuple[dt.date | None, dt.date | None]


class Problem(NamedTuple):
    """One thing in the phrase that a person should look at.

    kind: `reversed`, `no_such_day`, `weekday_contradicts`, `two_readings`, `no_year` or `misprint`.
    begin, end: character offsets of `text` in the phrase as given.
    hint: a short Russian clause for the message, such as «22.04.2019 – понедельник».
    dates: reversed – the two ends as written; no_such_day – the day taken instead, if any; weekday_contradicts –
    the date kept; two_readings – the date taken, then the other; no_year, misprint – nothing.
    """

    kind: str
    begin: int
    end: int
    text: str
    hint: str
    dates: tuple[dt.date, ...] = ()


class Deadline(NamedTuple):
    """A deadline as understood.

    start, end: both included; None where the phrase leaves the end open or gives no date.
    members: the parts of a list («5 и 19 мая») in the order written, empty unless there are two or more.
    recurrence: the rule of a recurring deadline in the phrase's own words («1 раз в четверть»), otherwise None.
    approximate: the dates stand for a vague wording («начало апреля»).
    """

    kind: str
    start: dt.date | None = None
    end: dt.date | None = None
    members: tuple[Bounds, ...] = ()
    recurrence: str | None = None
    approximate: bool = False
    problems: tuple[Problem, ...] = ()
