"""From one span of a phrase to its two dates, with the problems met on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from . import problems
from .model import Bounds, Problem
from .nodes import SINGLE_DAYS, Bound, Day, Named, PlanSpan, Point, Span, Years
from .plan import Plan, school_year
from .stretches import Stretch, last_day, stretch
from .years import Ends

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_SHORT_PLAN = {Named.MONTH: 62, Named.WEEK: 7}


@dataclass(slots=True, eq=False, repr=False)
class Member:
    """The dates of one part of a phrase, not frozen for the same reason as nodes.

    bounds None: it is a date, but not one that can be told.
    """

    bounds: Bounds | None
    problems: tuple[Problem, ...] = ()
    approximate: bool = False


def member(span: Span, years: Ends, text: str, plan: Plan | None) -> Member:
    """Date a span whose points are in the given years; `plan` tells where a school year ends."""
    first_year, last_year = years
    if first_year is None or last_year is None:
        return Member(None, (problems.no_year(span, text),))
    first = last = stretch(span.first, first_year, plan)
    if span.last is not span.first:
        last = stretch(span.last, last_year, plan)
    if first is None or last is None:
        return Member(None, (problems.no_such_day(span, text, None),))
    found = _faults(span.first, first, text)
    if last is not first:
        found += _faults(span.last, last, text)
    bounds, more = _bounded(span, first, last, text)
    return Member(bounds, found + more, first.approximate or last.approximate)


def _faults(point: Point, days: Stretch, text: str) -> tuple[Problem, ...]:
    """Report a day that was replaced, and a weekday that is not the day's own."""
    if not isinstance(point, Day):
        return ()
    if days.broken:
        return (problems.no_such_day(point, text, days.start),)
    contradicts = point.weekday is not None and point.weekday != days.start.isoweekday()
    return (problems.weekday_contradicts(point, text, days.start),) if contradicts else ()


def _bounded(span: Span, first: Stretch, last: Stretch, text: str) -> tuple[Bounds | None, tuple[Problem, ...]]:
    """Apply the bound of the span to the days of its ends."""
    bounds: Bounds = first.start, last.end
    bound = span.bound
    if bound is Bound.WITHIN:
        if first.start > last.end:
            return None, (problems.reversed_range(span, text, first.start, last.end),)
        return bounds, ()
    match bound:
        case Bound.UNTIL:
            return _until(span, last, text)
        case Bound.FROM if span.single:
            bounds = first.start, None
        case Bound.AFTER:
            bounds = last.end + _ONE_DAY, None
        case Bound.THROUGH:
            bounds = None, last.end
        case Bound.BEFORE:
            bounds = None, last.start - _ONE_DAY
        case Bound.MIDDLE:
            bounds = None, last.start + ((last.end - last.start).days - 1) // 2 * _ONE_DAY
    return bounds, ()


def _until(span: Span, last: Stretch, text: str) -> tuple[Bounds, tuple[Problem, ...]]:
    """Apply «до»: a day is included, «до апреля» ends with March, «до 2027 года» includes the year."""
    if isinstance(span.last, SINGLE_DAYS):
        return (None, last.end), ()
    before = last.start - _ONE_DAY
    taken, other = (last.end, before) if isinstance(span.last, Years) else (before, last.end)
    return (None, taken), (problems.two_readings(span, text, taken, other),)


def plan_member(span: PlanSpan, text: str, plan: Plan | None, anchor: dt.date | None) -> Member | None:
    """Date a stretch that the phrase leaves to the plan; None when not even a plan could date it.

    anchor: the last day named beside it, from which «в течение недели» runs to Saturday, «в течение месяца» to its end.
    """
    if span.named in _SHORT_PLAN:
        days = _named_by_day(span.named, anchor) if anchor else _named_by_plan(span.named, plan)
        return Member(_plan_bounds(span, days)) if days else None
    if plan is None:
        return Member(None, (problems.no_year(span, text),))
    if span.bound is Bound.BEFORE:
        return _before_school_year(span, text, plan)
    days, other = _plan_years(span, plan)
    doubt = (problems.two_readings(span, text, days.end, other),) if other else ()
    return Member(_plan_bounds(span, days), doubt)


def _before_school_year(span: PlanSpan, text: str, plan: Plan) -> Member:
    """Date «до начала учебного года», which in a plan over two autumns may mean either."""
    first = plan.start.year + span.shift
    taken, other = (school_year(year)[0] - _ONE_DAY for year in (first, first + 1))
    several = plan.end.year > plan.start.year and not span.shift
    return Member((None, taken), (problems.two_readings(span, text, taken, other),) if several else ())


def _plan_bounds(span: PlanSpan, days: Stretch) -> Bounds:
    """Keep only the end of a stretch with «до конца»."""
    return (None if span.bound is Bound.THROUGH else days.start), days.end


def _named_by_day(named: Named, anchor: dt.date) -> Stretch:
    """Give the rest of the week (to Saturday) or of the month of a day."""
    if named is Named.MONTH:
        return Stretch(anchor, last_day(anchor.year, anchor.month))
    return Stretch(anchor, anchor + dt.timedelta(days=max(0, _SATURDAY - anchor.weekday())))


def _named_by_plan(named: Named, plan: Plan | None) -> Stretch | None:
    """Give the period of a plan short enough to be «the month» or «the week»."""
    return Stretch(plan.start, plan.end) if plan and plan.days <= _SHORT_PLAN[named] else None


def _plan_years(span: PlanSpan, plan: Plan) -> tuple[Stretch, dt.date | None]:
    """Give a year, a school year or the period of the plan, and the end of another year it might be."""
    first = plan.start.year + span.shift
    if span.named is Named.PERIOD or (plan.academic and span.named is not Named.CALENDAR_YEAR and not span.shift):
        return Stretch(plan.start, plan.end), None
    several = plan.end.year > plan.start.year and not plan.academic
    if span.named is Named.SCHOOL_YEAR or (plan.academic and span.named is Named.YEAR):
        return Stretch(*school_year(first)), None if plan.academic else school_year(first - 1)[1]
    return Stretch(dt.date(first, 1, 1), dt.date(first, 12, 31)), plan.end if several else None
