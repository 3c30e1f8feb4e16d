"""Gives years to every span that has none: from the spans beside it, or from the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from .nodes import Bound, Day, HalfYear, Month, NthWeekday, Part, Point, Quarter, Season, Span, Years
from .plan import Plan, school_year

_LONGEST_WRAP = 10

Ends = tuple[int | None, int | None]


def order(point: Point) -> tuple[int, int]:
    """Give (month, day) by which points of one year are put in order."""
    if isinstance(point, Day):
        return point.month, point.number
    found = 1, 0
    match point:
        case Month() | NthWeekday():
            found = point.month or 0, 0
        case Part():
            found = point.month or 0, point.number
        case Quarter() | HalfYear():
            found = point.number * (3 if isinstance(point, Quarter) else 6), 0
        case Season():
            found = point.first_month, 0
    return found


def have_year(spans: Sequence[Span]) -> bool:
    """Tell whether the phrase itself dates one of the spans."""
    return [span for span in spans if span.first.year is not None or span.last.year is not None] != []


def _wraps(first: Point, last: Point) -> bool:
    """Tell whether `last`, standing after `first`, is in the next year: «декабрь – январь», «28.12 – 08.01».

    Days more than ten months apart («15.10 – 01.09») are rather written in the wrong order.
    """
    months = order(first)[0] - order(last)[0]
    longest = _LONGEST_WRAP if isinstance(first, Day) and isinstance(last, Day) else 12
    return months > 0 and 12 - months <= longest


def _from_neighbours(points: Sequence[Point]) -> list[int | None]:
    """Take the year from the next point that has one, and after the last such point from the one before."""
    years = [point.year for point in points]
    for at in range(len(points) - 2, -1, -1):
        after = years[at + 1]
        if years[at] is None and after is not None:
            years[at] = after - (not isinstance(points[at + 1], Years) and _wraps(points[at], points[at + 1]))
    for at in range(1, len(points)):
        before = years[at - 1]
        if years[at] is None and before is not None:
            years[at] = before + (not isinstance(points[at - 1], Years) and _wraps(points[at - 1], points[at]))
    return years


def _from_plan(point: Point, plan: Plan) -> int:
    """Take the year of the plan in which the month of the point falls."""
    if point.year is not None:
        return point.year
    if point.shift or (isinstance(point, HalfYear) and point.school):
        return plan.start.year + point.shift
    return plan.years_of(order(point)[0])[0]


def _range_from_plan(span: Span, plan: Plan) -> Ends:
    """Date both ends by the plan; an end that would precede the beginning follows it instead where it can."""
    first, last = span.first, span.last
    begin = _from_plan(first, plan)
    if last is first:
        return begin, begin
    end = _from_plan(last, plan)
    before = (end, *order(last)) < (begin, *order(first)) and not isinstance(last, Years)
    return begin, begin + _wraps(first, last) if before else end


def _of_school_year(span: Span) -> Span:
    """Take a half of a year, in a plan for a school year, for a half of the school year."""
    first, last = [
        replace(point, school=True) if isinstance(point, HalfYear) and point.year is None else point
        for point in (span.first, span.last)
    ]
    return replace(span, first=first, last=first if span.single else last)


def _donor(spans: Sequence[Span]) -> Plan | None:
    """Read «2023 год: март, октябрь» and «апрель (2023-2024 уч. год)»: the year is said once, apart from the months."""
    given = [span for span in spans if have_year((span,))]
    if len(given) != 1 or given[0].bound is not Bound.WITHIN:
        return None
    years = given[0].first
    if not isinstance(years, Years) or not given[0].single or years.third:
        return None
    if years.school:
        return Plan(*school_year(years.first))
    return Plan(dt.date(years.first, 1, 1), dt.date(years.last, 12, 31)) if years.first == years.last else None


def with_years(spans: list[Span], plan: Plan | None, written: bool) -> tuple[list[Span], list[Ends]]:
    """Give every span the years of its first and its last point where the phrase or the plan has them.

    written: at least one span has a year of its own. A year said apart from the months is used up.
    """
    donor = _donor(spans) if written and len(spans) > 1 else None
    if donor is not None:
        plan, spans = donor, [span for span in spans if not have_year((span,))]
    if donor is None and written:
        return spans, _written(spans)
    if plan is None:
        return spans, [(None, None)] * len(spans)
    if plan.academic and HalfYear in [type(point) for span in spans for point in (span.first, span.last)]:
        spans = list(map(_of_school_year, spans))
    return spans, [_range_from_plan(span, plan) for span in spans]


def _written(spans: Sequence[Span]) -> list[Ends]:
    """Give the years as written, and to points without one those of their neighbours."""
    if len(spans) == 1 and spans[0].single:
        return [(spans[0].first.year, spans[0].first.year)]
    years = iter(_from_neighbours([point for span in spans for point in (span.first, span.last)]))
    return list(zip(years, years, strict=True))
