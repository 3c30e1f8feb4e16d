"""Days of the school's life that have always passed, or never yet come, on the day the school is drawn."""

from __future__ import annotations

import datetime as dt


def past(today: dt.date, month: int, day: int) -> dt.date:
    """Return the latest such day not after `today`."""
    this_year = dt.date(today.year, month, day)
    return this_year if this_year <= today else dt.date(today.year - 1, month, day)


def coming(today: dt.date, month: int, day: int) -> dt.date:
    """Return the first such day after `today`."""
    this_year = dt.date(today.year, month, day)
    return this_year if this_year > today else dt.date(today.year + 1, month, day)


WORKED = dt.timedelta(days=135)
"""How long the first pairs have worked at least when their people are asked what has changed."""


def spring(today: dt.date) -> dt.date:
    """Return the day the first pairs began, always so long ago that they have been asked since."""
    return past(today - WORKED, 5, 20)
