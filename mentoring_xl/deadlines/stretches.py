"""From a point whose year is known to its first and last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .nodes import Day, HalfYear, Month, NthWeekday, Part, PartOf, Point, Quarter, Season, Years
from .plan import Plan, TermKind, school_year

_ONE_DAY = dt.timedelta(days=1)
_DECEMBER = 12
_SHORTEST_MONTH = 28
_DAYS_IN_WEEK = 7
_MONTHS_IN_QUARTER, _MONTHS_IN_HALF = 3, 6
# days in a part, and how many such parts a month has
_PART_SIZES = {PartOf.DAY: (1, 31), PartOf.WEEK: (7, 5), PartOf.DECADE: (10, 3), PartOf.HALF: (15, 2)}


@dataclass(slots=True, eq=False, repr=False)
class Stretch:
    """The days of a point, both included; not frozen for the same reason as nodes.

    approximate: the wording is vague («начало мая»). broken: the calendar has no such day, a near one stands instead.
    """

    start: dt.date
    end: dt.date
    approximate: bool = False
    broken: bool = False


def last_day(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year + month // _DECEMBER, month % _DECEMBER + 1, 1) - _ONE_DAY


def stretch(point: Point, year: int, plan: Plan | None = None) -> Stretch | None:
    """Give the days of `point` in `year`; None for a day that no calendar could have («45.13»).

    `year` is the first year of a school half-year and is not used by years themselves; a school year takes its ends
    from `plan` when the plan is for that year.
    """
    if isinstance(point, Day):
        return _day(point, year)
    if isinstance(point, Month):
        return Stretch(dt.date(year, point.month, 1), last_day(point.until or year, point.month))
    found: Stretch | None = None
    match point:
        case Part(month=int(month)):
            found = _part(point, year, month)
        case NthWeekday(month=int(month)):
            found = _nth_weekday(point, year, month)
        case Quarter():
            first = point.number * _MONTHS_IN_QUARTER - 2
            found = _third(_months(year, first, _MONTHS_IN_QUARTER), point.third)
        case HalfYear():
            found = _third(_half_year(point, year, plan), point.third)
        case Season():
            found = _season(point.first_month, year)
        case Years():
            found = _third(_years(point, plan), point.third)
    return found


def _months(year: int, first: int, count: int) -> Stretch:
    """Give `count` whole months of one year."""
    return Stretch(dt.date(year, first, 1), last_day(year, first + count - 1))


def _season(first_month: int, year: int) -> Stretch:
    """Give the three months of a season; a winter ends in the next year."""
    end = last_day(year + 1, 2) if first_month == _DECEMBER else last_day(year, first_month + 2)
    return Stretch(dt.date(year, first_month, 1), end, approximate=True)


def _day(day: Day, year: int) -> Stretch | None:
    """Give a day; the 29th..31st of a shorter month becomes its last day."""
    if not (1 <= day.month <= 12 and 1 <= day.number <= 31):
        return None
    if day.number <= _SHORTEST_MONTH:
        date = dt.date(year, day.month, day.number)
        return Stretch(date, date)
    last = last_day(year, day.month)
    date = last.replace(day=min(day.number, last.day))
    return Stretch(date, date, broken=day.number > last.day)


def _part(part: Part, year: int, month: int) -> Stretch | None:
    """Give a day, a week (days 7N-6..7N), a decade or a half of a month; -1 is the last one."""
    last = last_day(year, month)
    size, most = _PART_SIZES[part.unit]
    vague = part.unit is not PartOf.DAY
    if part.number == -1 and part.unit in (PartOf.DAY, PartOf.WEEK):
        return Stretch(last.replace(day=last.day - size + 1), last, approximate=vague)
    number = most if part.number == -1 else part.number
    if not 1 <= number <= most or size * (number - 1) >= last.day:
        return None
    end = last if number == most else last.replace(day=min(size * number, last.day))
    return Stretch(last.replace(day=size * (number - 1) + 1), end, approximate=vague)


def _nth_weekday(point: NthWeekday, year: int, month: int) -> Stretch | None:
    """Give the Nth Monday..Sunday of a month."""
    first = dt.date(year, month, 1)
    earliest = 1 + (point.weekday - first.isoweekday()) % _DAYS_IN_WEEK
    days = range(earliest, last_day(year, month).day + 1, _DAYS_IN_WEEK)
    at = -1 if point.number == -1 else point.number - 1
    if at >= len(days):
        return None
    date = first.replace(day=days[at])
    return Stretch(date, date)


def _half_year(half: HalfYear, year: int, plan: Plan | None) -> Stretch:
    """Give a half of a calendar year, or of the school year that begins in `year`: up to December, from January."""
    if not half.school:
        return _months(year, half.number * _MONTHS_IN_HALF - 5, _MONTHS_IN_HALF)
    term = plan.term(TermKind.HALF_YEAR, half.number) if plan and plan.start.year == year else None
    if term:
        return Stretch(term.start, term.end)
    whole = _years(Years(0, 0, first=year, last=year + 1, school=True), plan)
    new_year = dt.date(year + 1, 1, 1)
    if half.number == 1:
        return Stretch(whole.start, new_year - dt.timedelta(days=1))
    return Stretch(new_year, whole.end)


def _years(years: Years, plan: Plan | None) -> Stretch:
    """Give whole calendar years, or a school year."""
    if not years.school:
        return Stretch(dt.date(years.first, 1, 1), dt.date(years.last, 12, 31))
    if plan is not None and plan.academic and (plan.start.year, plan.end.year) == (years.first, years.last):
        return Stretch(plan.start, plan.end)
    return Stretch(school_year(years.first)[0], school_year(years.last - 1)[1])


def _third(whole: Stretch, third: int) -> Stretch:
    """Give the beginning (1), middle (2) or end (3) of a stretch of whole months, or all of it (0)."""
    if not third:
        return whole
    first = whole.start.year * 12 + whole.start.month - 1
    count = whole.end.year * 12 + whole.end.month - first
    begin, end = first + count * (third - 1) // 3, first + count * third // 3 - 1
    return Stretch(dt.date(begin // 12, begin % 12 + 1, 1), last_day(end // 12, end % 12 + 1), approximate=True)
