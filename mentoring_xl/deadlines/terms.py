"""From a school term of a phrase to its dates, where the plan holds the terms of the school."""

from __future__ import annotations

import datetime as dt

from .bounds import Member
from .model import Bounds
from .nodes import Bound, PartOf, TermSpan
from .plan import EXTRA, Plan, Term, TermKind

_ONE_DAY = dt.timedelta(days=1)
_PART_DAYS = {PartOf.DAY: 1, PartOf.WEEK: 7, PartOf.DECADE: 10, PartOf.HALF: 15}


def term_members(span: TermSpan, plan: Plan | None) -> tuple[Member, ...]:
    """Date terms in the order written; nothing where the plan does not hold every one of them."""
    known = tuple(_stretch(plan, span, *ends) for ends in _ranges(span, plan)) if plan else ()
    return tuple(_member(span, *days) for days in known if days) if all(known) else ()


def term_bounds(kind: TermKind, plan: Plan | None) -> Bounds | None:
    """Give the first and the last day of all known terms of one kind: the bounds of «1 раз в четверть»."""
    terms = [term for term in plan.terms if term.kind is kind] if plan else []
    return (min(term.start for term in terms), max(term.end for term in terms)) if terms else None


def _ranges(span: TermSpan, plan: Plan | None) -> tuple[tuple[int, int], ...]:
    """Give the numbers asked for; «в каникулы» asks for all that the whole school has."""
    if span.ranges or plan is None or span.bound is not Bound.WITHIN:
        return span.ranges
    return tuple((number, number) for number in plan.numbers(span.kind) if number != EXTRA)


def _stretch(plan: Plan, span: TermSpan, first: int, last: int) -> tuple[dt.date, dt.date] | None:
    """Give the days from one term to another; None for a term that is not known, or known for another year."""
    begin, end = plan.term(span.kind, first), plan.term(span.kind, last)
    if begin is None or end is None or end.end < begin.start:
        return None
    return (begin.start, end.end) if _same_year(span, plan, begin) else None


def _same_year(span: TermSpan, plan: Plan, term: Term) -> bool:
    """Tell whether the year written beside a term is its own."""
    return span.year in (None, plan.start.year, term.start.year, term.end.year)


def _member(span: TermSpan, start: dt.date, end: dt.date) -> Member:
    """Take the part of the term that the phrase names, and bound it."""
    if span.part:
        start, end = _part(span.part, start, end)
    bounds: Bounds = start, end
    match span.bound:
        case Bound.UNTIL | Bound.BEFORE if not span.part:
            bounds = None, start - _ONE_DAY
        case Bound.UNTIL | Bound.BEFORE | Bound.THROUGH:
            bounds = None, end
        case Bound.MIDDLE:
            bounds = None, start + (end - start) // 2
        case Bound.AFTER:
            bounds = end + _ONE_DAY, None
        case Bound.FROM:
            bounds = start, None
    return Member(bounds, approximate=span.part is not None)


def _part(part: tuple[int, PartOf], start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    """Give the Nth week or ten days of a term, its last ones for -1, its middle ones for 0."""
    number, unit = part
    size = dt.timedelta(days=_PART_DAYS[unit])
    if number == -1:
        return max(start, end - size + _ONE_DAY), end
    begin = start + ((end - start + _ONE_DAY - size) // 2 if number == 0 else size * (number - 1))
    begin = min(max(begin, start), end)
    return begin, min(begin + size - _ONE_DAY, end)
