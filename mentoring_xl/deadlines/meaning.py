"""Puts the phrases of one deadline together: which of them give the dates, and what kind of deadline it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from .years import Ends, have_year, order, with_years

_UNTIL_BOUNDS = (Bound.UNTIL, Bound.THROUGH, Bound.BEFORE, Bound.MIDDLE)


@dataclass(slots=True, eq=False, repr=False)
class _Line:
    """The phrases of one deadline by sort, with what they were read from; not frozen for the same reason as nodes.

    years: of the ends of each span, where they could be found. with_year: the phrase itself names a year.
    """

    text: str
    plan: Plan | None
    spans: Sequence[Span]
    years: Sequence[Ends]
    with_year: bool
    plan_spans: Sequence[PlanSpan] = ()
    terms: Sequence[TermSpan] = ()
    habits: Sequence[Habit] = ()
    ties: Sequence[Tie] = ()
    roughly: bool = False


def _unnamed(point: Point) -> bool:
    """Tell «первая неделя» and «последний четверг», parts of a month that the phrase does not name."""
    return isinstance(point, PARTS_OF_MONTH) and point.month is None


def _placed(phrase: Phrase, plan: Plan | None) -> Phrase:
    """Tie a part of a month that is not named, and a term that the plan does not date, to something unknown."""
    if isinstance(phrase, Span):
        first, last = phrase.first, phrase.last
        unnamed = _unnamed(first) or (last is not first and _unnamed(last))
        return _in_month_of_plan(phrase, plan) if unnamed else phrase
    tied = isinstance(phrase, TermSpan) and not term_members(phrase, plan)
    return Tie(phrase.begin, phrase.end, RELATIVE) if tied else phrase


def _in_month_of_plan(span: Span, plan: Plan | None) -> Span | Tie:
    """Give «первая неделя» the only month of the plan; without such a plan it is tied to something unnamed."""
    if plan is None or plan.one_month is None:
        return Tie(span.begin, span.end, RELATIVE)
    first, last = (
        replace(point, month=plan.one_month) if isinstance(point, PARTS_OF_MONTH) and _unnamed(point) else point
        for point in (span.first, span.last)
    )
    return replace(span, first=first, last=first if span.single else last)


def _line(phrases: Sequence[Phrase], text: str, plan: Plan | None) -> _Line:
    """Sort the phrases; where dates are written out, «весь период» adds nothing to them."""
    placed = [_placed(phrase, plan) for phrase in phrases]
    spans = [phrase for phrase in placed if isinstance(phrase, Span)]
    with_year = have_year(spans)
    dated, years = with_years(spans, plan, with_year)
    if len(spans) == len(placed):
        return _Line(text, plan, dated, years, with_year)
    plan_spans = (phrase for phrase in placed if isinstance(phrase, PlanSpan))
    return _Line(
        text,
        plan,
        dated,
        years,
        with_year,
        [span for span in plan_spans if not spans or span.named is not Named.PERIOD],
        [phrase for phrase in placed if isinstance(phrase, TermSpan)],
        [phrase for phrase in placed if isinstance(phrase, Habit) and not (phrase.weak and spans)],
        [phrase for phrase in placed if isinstance(phrase, Tie)],
        any(isinstance(phrase, Roughly) for phrase in placed),
    )


def _other_year(span: Span, found: Member, plan: Plan, text: str) -> tuple[Problem, ...]:
    """Report a month without a year in a plan that holds this month twice."""
    start = found.bounds and (found.bounds[0] or found.bounds[1])
    if not start or isinstance(span.first, Years):
        return ()
    years = plan.years_of(order(span.first)[0])
    other = stretch(span.first, years[1], plan) if len(years) > 1 else None
    return (problems.two_readings(span, text, start, other.start),) if other else ()


def _members(line: _Line) -> list[Member]:
    """Date every span of the line, those left to the plan last."""
    members: list[Member] = []
    text, plan = line.text, line.plan
    several_years = None if line.with_year or plan is None or plan.academic else plan
    anchor: dt.date | None = None
    for span, years in zip(line.spans, line.years, strict=True):
        found = member(span, years, text, plan)
        anchor = found.bounds[1] if found.bounds else anchor
        doubt = _other_year(span, found, several_years, text) if several_years else ()
        members.append(replace(found, problems=found.problems + doubt) if doubt else found)
    for plan_span in line.plan_spans:
        planned = plan_member(plan_span, text, plan, anchor)
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
    spans: Sequence[Span | PlanSpan | TermSpan] = (*line.spans, *line.plan_spans) or line.terms
    only = spans[0]
    if only.bound is not Bound.WITHIN and all(span.bound in _UNTIL_BOUNDS for span in spans):
        return UNTIL
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
    dated = _dated(line, _members(replace(line, plan_spans=())))
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
