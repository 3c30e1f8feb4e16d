"""Dates as a spreadsheet counts them: days from the null date of the document."""

from __future__ import annotations

import datetime as dt
from typing import Any

_DAY_MS = 86_400_000
_DAY = dt.timedelta(days=1)


def null_date(document: Any) -> dt.datetime:
    """The day that counts as zero: 30.12.1899, or 01.01.1904 in books of the old Macintosh."""
    zero = document.NullDate
    return dt.datetime.combine(dt.date(zero.Year, zero.Month, zero.Day), dt.time())


def moment(days: float, zero: dt.datetime) -> dt.datetime | float:
    """The date and time, to the millisecond; the number itself when it is outside of Python's calendar."""
    try:
        return zero + dt.timedelta(milliseconds=round(days * _DAY_MS))
    except OverflowError:
        return days


def days(when: dt.date, zero: dt.datetime) -> float:
    """The number of a date or a datetime; a time zone is cut off, as xlwings does with Excel."""
    naive = when.replace(tzinfo=None) if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())
    return (naive - zero) / _DAY
