"""Phrases with one end and phrases that fill a stretch: «до 20 апреля», «к концу года», «в течение года»."""

from __future__ import annotations

from dataclasses import replace

from ..nodes import Bound, Named, PlanSpan, Span
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, school_word, skip, year_pair, year_word
from .clock import clock
from .sequences import spans

# by the value of «начало», «середина», «конец» and «окончание»
_EDGE_BOUNDS = {1: Bound.BEFORE, 2: Bound.MIDDLE, 3: Bound.THROUGH}
WHOLE_STARTS = (Role.WHOLE, Role.SCHOOL, Role.CALENDAR, Role.CURRENT, Role.NEXT, Role.PERIOD)
_QUALIFIERS = (Role.WHOLE, Role.CURRENT, Role.DOT)

Limited = tuple[Span | PlanSpan, ...]


def _limit_head(tokens: Tokens, at: int) -> Read[Bound]:
    """Read «до», «к», «по», «не позднее [чем]», «не ранее», «после» and the bound they set."""
    role = tokens[at].role
    if role in (Role.UNTIL, Role.BY):
        return Bound.UNTIL, at + 1
    if role is Role.TO:
        return Bound.THROUGH, at + 1
    if role is Role.AFTER:
        return Bound.AFTER, at + 1
    if role is Role.SINCE:
        return Bound.FROM, skip(tokens, at + 1, Role.FROM, Role.ABOUT)
    negated = tokens[at + 1].role
    if role is Role.NOT and negated in (Role.LATER, Role.EARLIER):
        end = skip(tokens, at + 2, Role.COMMA, Role.THAN, Role.FROM, Role.UNTIL, Role.TO)
        return (Bound.THROUGH if negated is Role.LATER else Bound.FROM), end
    return None


def limit(tokens: Tokens, at: int) -> Read[Limited]:
    """Read a deadline with one end: «в срок до 10 августа», «не позднее 15 мая», «до конца I квартала»."""
    head = _limit_head(tokens, at)
    if head is None:
        return None
    bound, begin = head
    begin = clock(tokens, begin) or begin
    closing = tokens[begin].role is Role.OCCASION and bound is Bound.UNTIL
    if (tokens[begin].role is Role.EDGE or closing) and tokens[begin].value in _EDGE_BOUNDS:
        bound = _EDGE_BOUNDS[tokens[begin].value]
        named = _plan_stretch(tokens, begin + 1) if bound is Bound.THROUGH else None
        if named:
            return (replace(named[0], begin=tokens[at].begin, bound=bound),), named[1]
        begin += 1
    return _bounded(spans(tokens, begin), bound, tokens[at].begin)


def _bounded(read: Read[tuple[Span, ...]], bound: Bound, begin: int) -> Read[Limited]:
    """Put the bound on every span of a list that is not a range of its own: «до 10 и 20 мая»."""
    if read is None or not read[0]:
        return None
    limited = tuple(replace(span, bound=bound) if span.bound is Bound.WITHIN else span for span in read[0])
    return (replace(limited[0], begin=begin), *limited[1:]), read[1]


def _plan_year(tokens: Tokens, at: int) -> Read[PlanSpan]:
    """Read «года», «учебного года», «уч. г.», «календарного года», «следующего года» with no number beside it."""
    begin = skip(tokens, at, *_QUALIFIERS)
    shift = tokens[begin].value if tokens[begin].role is Role.NEXT else 0
    begin = skip(tokens, begin, Role.NEXT)
    school = school_word(tokens, begin)
    if school and year_pair(tokens, school):
        return None
    if school:
        return PlanSpan(tokens[at].begin, tokens[school - 1].end, Named.SCHOOL_YEAR, shift=shift), school
    calendar = tokens[begin].role is Role.CALENDAR
    end = year_word(tokens, begin + calendar)
    if end is None:
        return None
    named = Named.CALENDAR_YEAR if calendar else Named.YEAR
    return PlanSpan(tokens[at].begin, tokens[end - 1].end, named, shift=shift), end


def _plan_stretch(tokens: Tokens, at: int) -> Read[PlanSpan]:
    """Read a stretch that the plan dates: a year, «всего периода [реализации …]», «месяца», «недели»."""
    year = _plan_year(tokens, at)
    if year:
        return year
    begin = skip(tokens, at, *_QUALIFIERS)
    role = tokens[begin].role
    if role is Role.PERIOD or (role is Role.COURSE and begin > at):
        whole = begin > at or tokens[begin + 1].role is Role.COURSE
        return (PlanSpan(tokens[at].begin, tokens[begin].end, Named.PERIOD), begin + 1) if whole else None
    named = {Role.UNIT_MONTH: Named.MONTH, Role.WEEK: Named.WEEK}.get(role)
    return (PlanSpan(tokens[at].begin, tokens[begin].end, named), skip(tokens, begin + 1, Role.DOT)) if named else None


def during(tokens: Tokens, at: int) -> Read[Limited]:
    """Read «в течение года», «на протяжении всего периода», «в течение октября», «в теч. уч. года»."""
    begin = skip(tokens, at, Role.IN, Role.ABOUT)
    if tokens[begin].role is not Role.DURING:
        return None
    begin = skip(tokens, begin + 1, Role.DOT)
    stretch = _plan_stretch(tokens, begin)
    if stretch:
        return (replace(stretch[0], begin=tokens[at].begin),), stretch[1]
    course = tokens[begin].role is Role.COURSE or tokens[skip(tokens, begin, Role.WHOLE)].role is Role.PERIOD
    if course:
        return (PlanSpan(tokens[at].begin, tokens[begin].end, Named.PERIOD),), begin + 1
    return spans(tokens, skip(tokens, begin, Role.WHOLE, Role.SCHOOL))


def whole(tokens: Tokens, at: int) -> Read[Limited]:
    """Read «весь период», «весь учебный год», «учебный год», «в период реализации программы» with no «в течение»."""
    begin = skip(tokens, at, Role.IN, Role.ABOUT, Role.AHEAD)
    role = tokens[begin].role
    asked = role in WHOLE_STARTS and role is not Role.PERIOD
    course = tokens[begin].text.startswith("период") and tokens[begin + 1].role is Role.COURSE
    if not asked and not course:
        return None
    stretch = _plan_stretch(tokens, begin)
    if stretch is None or stretch[0].named in (Named.MONTH, Named.WEEK):
        return None
    return (stretch[0],), stretch[1]
