"""Puts the phrases of one deadline together: which of them give the dates, and what kind of deadline it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from . import problems
from .bounds import Member, member, plan_member
from .model import DATE, INTERVAL, MONTH, RECURRING, RELATIVE, REVERSED, UNKNOWN, UNTIL, Bounds, Deadline, Problem
from .nodes import (
    PARTS_OF_MONTH,
    SINGLE_DAYS,
    Bound,
    Habit,
    Month,
    Named,
    Phrase,
    PlanSpan,
    Point,
    Roughly,
    Span,
    TermSpan,
    Tie,
    Years,
)
from .plan import Plan
from .stretches import stretch
from .terms import term_bounds, term_members
from .years import have_year, order, with_years

_UNTIL_BOUNDS = (Bound.UNTIL, Bound.THROUGH, Bound.BEFORE, Bound.MIDDLE)


class _Line(NamedTuple):
    """The phrases of one deadline by sort, with what they were read from.

    spans: with years where they could be found. with_year: the phrase itself names a year.
    """

    text: str
    plan: Plan | None
    spans: tuple[Span, ...]
    with_year: bool
    plan_spans: tuple[PlanSpan, ...] = ()
    terms: tuple[TermSpan, ...] = ()
    habits: tuple[Habit, ...] = ()
    ties: tuple[Tie, ...] = ()
    roughly: bool = False


def _unnamed(point: Point) -> bool:
    """Tell «первая неделя» and «последний четверг», parts of a month that the phrase does not name."""
    return isinstance(point, PARTS_OF_MONTH) and point.month is None


def _placed(phrase: Phrase, plan: Plan | None) -> Phrase:
    """Tie a part of a month that is not named, and a term that the plan does not date, to something unknown."""
    if isinstance(phrase, Span):
        return _in_month_of_plan(phrase, plan) if _unnamed(phrase.first) or _unnamed(phrase.last) else phrase
    tied = isinstance(phrase, TermSpan) and not term_members(phrase, plan)
    return Tie(phrase.begin, phrase.end, RELATIVE) if tied else phrase


def _in_month_of_plan(span: Span, plan: Plan | None) -> Span | Tie:
    """Give «первая неделя» the only month of the plan; without such a plan it is tied to something unnamed."""
    if plan is None or plan.one_month is None:
        return Tie(span.begin, span.end, RELATIVE)
    first, last = (
        point._replace(month=plan.one_month) if isinstance(point, PARTS_OF_MONTH) and _unnamed(point) else point
        for point in (span.first, span.last)
    )
    return span._replace(first=first, last=last)


def _line(phrases: Sequence[Phrase], text: str, plan: Plan | None) -> _Line:
    """Sort the phrases; where dates are written out, «весь период» adds nothing to them."""
    placed = [_placed(phrase, plan) for phrase in phrases]
    spans = tuple([phrase for phrase in placed if isinstance(phrase, Span)])
    with_year = have_year(spans)
    dated = with_years(spans, plan, with_year), with_year
    if len(spans) == len(placed):
        return _Line(text, plan, *dated)
    plan_spans = (phrase for phrase in placed if isinstance(phrase, PlanSpan))
    return _Line(
        text,
        plan,
        *dated,
        tuple(span for span in plan_spans if not spans or span.named is not Named.PERIOD),
        tuple(phrase for phrase in placed if isinstance(phrase, TermSpan)),
        tuple(phrase for phrase in placed if isinstance(phrase, Habit) and not (phrase.weak and spans)),
        tuple(phrase for phrase in placed if isinstance(phrase, Tie)),
        any(isinstance(phrase, Roughly) for phrase in placed),
    )


def _other_year(span: Span, found: Member, line: _Line) -> tuple[Problem, ...]:
    """Report a month without a year in a plan that holds this month twice."""
    start = found.bounds and (found.bounds[0] or found.bounds[1])
    if line.with_year or line.plan is None or line.plan.academic or not start or isinstance(span.first, Years):
        return ()
    years = line.plan.years_of(order(span.first)[0])
    other = stretch(span.first, years[1], line.plan) if len(years) > 1 else None
    return (problems.two_readings(span, line.text, start, other.start),) if other else ()


def _members(line: _Line) -> list[Member]:
    """Date every span of the line, those left to the plan last."""
    members = list[Member]()
    anchor: dt.date | None = None
    for span in line.spans:
        found = member(span, line.text, line.plan)
        anchor = found.bounds[1] if found.bounds else anchor
        doubt = _other_year(span, found, line)
        members.append(found._replace(problems=found.problems + doubt) if doubt else found)
    for plan_span in line.plan_spans:
        planned = plan_member(plan_span, line.text, line.plan, anchor)
        if planned:
            members.append(planned)
    return members


def _cut(within: Bounds, limit: Bounds) -> Bounds | None:
    """Read «сентябрь (до 15.09)»: a stretch and one end inside it."""
    (start, end), (after, before) = within, limit
    if start is None or end is None:
        return None
    if after is None and before is not None and start <= before <= end:
        return start, before
    if before is None and after is not None and start <= after <= end:
        return after, end
    return None


def _envelope(bounds: Sequence[Bounds]) -> Bounds:
    """Give the dates from the first day to the last; an end stays open when every part leaves it open.

    A part with «до» that is over before the others begin leaves the beginning open: «до 15.09, 20.10».
    """
    first = min((start for start, _ in bounds if start), default=None)
    ends = [end for _, end in bounds if end]
    over = any(start is None and end and first and end < first for start, end in bounds)
    return None if over else first, max(ends, default=None)


def _kind(line: _Line) -> str:
    """Name the kind of a dated line by its phrases."""
    spans: tuple[Span | PlanSpan | TermSpan, ...] = (*line.spans, *line.plan_spans) or line.terms
    if False not in [span.bound in _UNTIL_BOUNDS for span in spans]:
        return UNTIL
    only = spans[0]
    if len(spans) > 1 or not isinstance(only, Span) or only.bound is not Bound.WITHIN or not only.single:
        return INTERVAL
    whole_month = isinstance(only.first, Month) and only.first.until is None
    return DATE if isinstance(only.first, SINGLE_DAYS) else MONTH if whole_month else INTERVAL


def _dated(line: _Line, members: Sequence[Member]) -> Deadline:
    """Make a deadline of its dated parts; a reversed range leaves all of it without dates."""
    if len(members) == 1:
        only = members[0]
        start, end = only.bounds or (None, None)
        return Deadline(_kind(line), start, end, (), None, line.roughly or only.approximate, only.problems)
    found = tuple([problem for part in members for problem in part.problems])
    faulty = any(problem.kind == REVERSED for problem in found)
    bounds = () if faulty else tuple([part.bounds for part in members if part.bounds])
    cut = _cut(bounds[0], bounds[1]) or _cut(bounds[1], bounds[0]) if len(bounds) == 2 else None
    start, end = bounds[0] if len(bounds) == 1 else cut or _envelope(bounds)
    listed = bounds if len(bounds) > 1 and not cut and not line.plan_spans else ()
    approximate = line.roughly or True in [part.approximate for part in members]
    return Deadline(_kind(line), start, end, listed, None, approximate, found)


def _recurring(line: _Line) -> Deadline:
    """Make a recurring deadline; it has dates only where the phrase itself names the year, and begins on a lone day."""
    rule = ", ".join(dict.fromkeys(habit.rule for habit in line.habits))
    if not line.with_year:
        return Deadline(RECURRING, *_bounds_of_terms(line), recurrence=rule)
    dated = _dated(line, _members(line._replace(plan_spans=())))
    end = None if dated.kind == DATE else dated.end
    return dated._replace(kind=RECURRING, end=end, members=(), recurrence=rule)


def _bounds_of_terms(line: _Line) -> Bounds:
    """Give a habit the bounds of the terms named beside it, or of those it is counted over: «1 раз в четверть»."""
    named = [part.bounds for span in line.terms for part in term_members(span, line.plan) if part.bounds]
    counted = (term_bounds(habit.terms, line.plan) for habit in line.habits if habit.terms)
    return _envelope(named) if named else next(filter(None, counted), (None, None))


def understand(phrases: Sequence[Phrase], text: str, plan: Plan | None) -> Deadline:
    """Make a deadline of the phrases read from `text`.

    Repetition counts before dates, dates before the terms of the school, terms before ties.
    """
    line = _line(phrases, text, plan)
    if line.habits:
        return _recurring(line)
    members = _members(line) or [part for span in line.terms for part in term_members(span, plan)]
    if members:
        return _dated(line, members)
    if line.plan_spans:
        return Deadline(RELATIVE)
    return Deadline(line.ties[0].kind) if line.ties else Deadline(UNKNOWN)
