"""When a form was filled in: the dates and times that form services, suites and people write.

Both 11/21/2026 and 21/11/2026 occur with slashes; the whole column tells which it is, and where no day is above 12,
Google's order (the month first) is taken. A moment stays in the zone it was written in.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_EPOCH = dt.datetime.combine(dt.date(1899, 12, 30), dt.time())
_SERIALS = range(20_000, 100_000)
"""Days of the 1900 system from 1954 to 2173."""
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp][Mm])?"
_TIME = rf"(?:[T,\s]+(?:в\s+)?{_CLOCK})?"
_ZONE = r"\s*(?:Z|(?:GMT|UTC|МСК|MSK)?\s*(?:[+\-−]\d{1,2}(?::?\d{2})?)?)?"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}{_ZONE}")
_DOTS = re.compile(
    rf"(?P<day>\d{{1,2}})[.\-](?P<month>\d{{1,2}})[.\-](?P<year>\d{{4}}|\d{{2}})\s*(?:г\.)?{_TIME}{_ZONE}"
)
_SLASHES = re.compile(rf"(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<year>\d{{4}}|\d{{2}}){_TIME}{_ZONE}")
_LAST_MONTH = 12


def moments(values: Iterable[object]) -> tuple[dt.datetime | None, ...]:
    """Read a column of dates, with their times where they have one; None for what is no date."""
    column = tuple(value.strip() if isinstance(value, str) else value for value in values)
    slashed = [found for value in column if isinstance(value, str) and (found := _SLASHES.fullmatch(value))]
    day_first = any(int(found["one"]) > _LAST_MONTH for found in slashed)
    return tuple(_moment(value, day_first) for value in column)


def _moment(value: object, day_first: bool) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value)
    return _written(value, day_first) if isinstance(value, str) else None


def _serial(value: float) -> dt.datetime | None:
    if not math.isfinite(value) or int(value) not in _SERIALS:
        return None
    return _EPOCH + dt.timedelta(seconds=round(value * 86_400))


def _written(text: str, day_first: bool) -> dt.datetime | None:
    found = _YEAR_FIRST.fullmatch(text) or _DOTS.fullmatch(text) or _SLASHES.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    if "one" in parts:
        day, month = (parts["one"], parts["two"]) if day_first else (parts["two"], parts["one"])
    else:
        day, month = parts["day"], parts["month"]
    year = int(parts["year"])
    try:
        date = dt.date(year + 2000 if year < 100 else year, int(month), int(day))
        return dt.datetime.combine(date, dt.time(_hour(parts), int(parts["minute"] or 0), int(parts["second"] or 0)))
    except ValueError:
        return None


def _hour(parts: dict[str, str]) -> int:
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or "").lower()
    return hour % 12 + (12 if half == "pm" else 0) if half else hour
