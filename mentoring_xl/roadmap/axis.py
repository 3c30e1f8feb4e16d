"""The time axis of the plan's calendar: which weeks, months or years are its columns, and which of them a day is in."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from .plan_years import period_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.deadlines import Plan

MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_MOST_WEEKS = 62
_MOST_MONTHS = 60
_SHORT = 3


@dataclass(frozen=True)
class Slot:
    """One column of the axis: its first day, the label over it, and the label of the band that it belongs to.

    shaded: whether it belongs to one of every other band.
    """

    start: dt.date
    label: str
    band: str
    shaded: bool = False


@dataclass(frozen=True)
class Axis:
    """Columns in order from `slots[0].start` to `end`, that day included."""

    slots: tuple[Slot, ...]
    end: dt.date

    @property
    def start(self) -> dt.date:
        """The first day."""
        return self.slots[0].start

    def at(self, day: dt.date) -> int | None:
        """Return the column of a day, None when the axis does not reach it."""
        return None if day < self.start or day > self.end else self._column(day)

    def reach(self, start: dt.date, end: dt.date) -> range:
        """Return the columns that a stretch of days touches, both days included; none when it lies outside."""
        if end < self.start or start > self.end:
            return range(0)
        return range(max(self._column(start), 0), self._column(end) + 1)

    def bands(self) -> tuple[tuple[str, int], ...]:
        """Return the labels over the columns, in order, each with how many columns it stands over."""
        return tuple((label, len(tuple(slots))) for label, slots in groupby(self.slots, lambda slot: slot.band))

    def _column(self, day: dt.date) -> int:
        return bisect_right([slot.start for slot in self.slots], day) - 1


def axis_of(plan: Plan) -> Axis:
    """Return the axis of a period: weeks up to about 14 months, then months up to five years, then years."""
    months = (plan.end.year - plan.start.year) * 12 + plan.end.month - plan.start.month + 1
    if plan.days <= 7 * _MOST_WEEKS:
        slots = _weeks(plan)
    elif months <= _MOST_MONTHS:
        slots = (Slot(day, MONTHS[day.month - 1][:_SHORT], str(day.year), day.year % 2 == 0) for day in _months(plan))
    else:
        slots = (Slot(day, str(day.year), "годы") for day in _months(plan) if day in (plan.start, day.replace(month=1)))
    return Axis(tuple(slots), plan.end)


def period_title(plan: Plan) -> str:
    """Return the period as it stands in a heading: «2026 год», «2026/2027 учебный год», «2024–2026 годы»."""
    many = plan.start.year != plan.end.year
    return f"{period_name(plan)} {'учебный год' if plan.academic else 'годы' if many else 'год'}"


def _weeks(plan: Plan) -> Iterator[Slot]:
    """Yield the first days of the weeks; a month's name stands over the weeks that begin in it."""
    day = plan.start
    while day <= plan.end:
        yield Slot(day, str(day.day), MONTHS[day.month - 1], day.month % 2 == 0)
        day += dt.timedelta(days=7 - day.weekday())


def _months(plan: Plan) -> Iterator[dt.date]:
    day = plan.start
    while day <= plan.end:
        yield day
        day = (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
