"""Gives a year to every point that has none: from the points beside it, or from the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .nodes import Bound, Day, HalfYear, Month, NthWeekday, Part, Point, Quarter, Season, Span, Years
from .plan import Plan, school_year

_LONGEST_WRAP = 10


def order(point: Point) -> tuple[int, int]:
    """Give (month, day) by which points of one year are put in order."""
    match point:
        case Day():
            return point.month, point.number
        case Month() | NthWeekday():
            return point.month or 0, 0
        case Part():
            return point.month or 0, point.number
        case Quarter() | HalfYear():
            return point.number * (3 if isinstance(point, Quarter) else 6), 0
        case Season():
            return point.first_month, 0
        case Years():
            return 1, 0


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


def _with_year(point: Point, year: int) -> Point:
    """Set the year of a point."""
    return point if isinstance(point, Years) else point._replace(year=year)


def _from_neighbours(points: Sequence[Point]) -> list[Point]:
    """Take the year from the next point that has one, and after the last such point from the one before."""
    done = list(points)
    for at in range(len(done) - 2, -1, -1):
        after = done[at + 1].year
        if done[at].year is None and after is not None:
            back = not isinstance(done[at + 1], Years) and _wraps(done[at], done[at + 1])
            done[at] = _with_year(done[at], after - back)
    for at in range(1, len(done)):
        before = done[at - 1].year
        if done[at].year is None and before is not None:
            forward = not isinstance(done[at - 1], Years) and _wraps(done[at - 1], done[at])
            done[at] = _with_year(done[at], before + forward)
    return done


def _from_plan(point: Point, plan: Plan) -> Point:
    """Take the year of the plan in which the month of the point falls."""
    if point.year is not None or isinstance(point, Years):
        return point
    if isinstance(point, HalfYear) and (point.school or plan.academic):
        return point._replace(year=plan.start.year + point.shift, school=True)
    month = min(max(order(point)[0], 1), 12)
    return point._replace(year=plan.start.year + point.shift if point.shift else plan.years_of(month)[0])


def _range_from_plan(span: Span, plan: Plan) -> Span:
    """Date both ends by the plan; an end that would precede the beginning follows it instead where it can."""
    first = _from_plan(span.first, plan)
    if span.single:
        return Span(span.begin, span.end, first, first, span.bound, span.reported)
    last = _from_plan(span.last, plan)
    begin, end = first.year, last.year
    if begin is not None and end is not None and (end, *order(last)) < (begin, *order(first)):
        last = _with_year(last, begin + _wraps(first, last))
    return Span(span.begin, span.end, first, last, span.bound, span.reported)


def _donor(spans: Sequence[Span]) -> Plan | None:
    """Read «2023 год: март, октябрь» and «апрель (2023-2024 уч. год)»: the year is said once, apart from the months."""
    given = [span for span in spans if have_year((span,))]
    if len(given) != 1 or given[0].bound is not Bound.WITHIN:
        return None
    years = given[0].first
    if not isinstance(years, Years) or years != given[0].last or years.third:
        return None
    if years.school:
        return Plan(*school_year(years.first))
    return Plan(dt.date(years.first, 1, 1), dt.date(years.last, 12, 31)) if years.first == years.last else None


def with_years(spans: tuple[Span, ...], plan: Plan | None, written: bool) -> tuple[Span, ...]:
    """Give every point a year where the phrase or the plan has one; a year said apart from the months is used up.

    written: at least one span has a year of its own.
    """
    donor = _donor(spans) if written and len(spans) > 1 else None
    if donor is not None:
        plan, spans = donor, tuple([span for span in spans if not have_year((span,))])
    if donor or not written:
        return tuple([_range_from_plan(span, plan) for span in spans]) if plan else spans
    points = [point for span in spans for point in (span.first, span.last)]
    if None not in [point.year for point in points]:
        return spans
    dated = iter(_from_neighbours(points))
    return tuple(span._replace(first=first, last=last) for span, first, last in zip(spans, dated, dated, strict=True))
