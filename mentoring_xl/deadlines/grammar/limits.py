"""Phrases with one end and phrases that fill a stretch: «до 20 апреля», «к концу года», «в течение года»."""

from __future__ import annotations

from dataclasses import replace

from ..nodes import Bound, Day, Named, PlanSpan, Span
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, school_word, skip, year_pair, year_word
from .clock import clock
from .points import point
from .sequences import spans

# by the value of «начало», «середина», «конец» and «окончание»
EDGE_BOUNDS = {1: Bound.BEFORE, 2: Bound.MIDDLE, 3: Bound.THROUGH}
WHOLE_STARTS = (Role.WHOLE, Role.SCHOOL, Role.CALENDAR, Role.CURRENT, Role.NEXT, Role.PERIOD)
_EVENT_NAME = (Role.WORD, Role.DAY, Role.QUOTE, Role.OPEN, Role.COMMA)
_QUALIFIERS = (Role.WHOLE, Role.CURRENT, Role.DOT)

Limited = tuple[Span | PlanSpan, ...]


def limit_head(tokens: Tokens, at: int) -> Read[Bound]:
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
    head = limit_head(tokens, at)
    if head is None:
        return None
    bound, begin = head
    begin = clock(tokens, begin) or begin
    closing = tokens[begin].role is Role.OCCASION and bound is Bound.UNTIL
    if (tokens[begin].role is Role.EDGE or closing) and tokens[begin].value in EDGE_BOUNDS:
        bound = EDGE_BOUNDS[tokens[begin].value]
        named = _plan_stretch(tokens, begin + 1) if bound is Bound.THROUGH else _school_year(tokens, begin + 1, bound)
        if named:
            return (replace(named[0], begin=tokens[at].begin, bound=bound),), named[1]
        begin += 1
    begin = _event_name(tokens, at, begin) if bound is Bound.UNTIL else begin
    return _bounded(tokens, spans(tokens, begin), bound, tokens[at].begin)


def _school_year(tokens: Tokens, at: int, bound: Bound) -> Read[PlanSpan]:
    """Read «[нового] учебного года» after «до начала»: it begins on a day that everybody knows."""
    begin = at + tokens[at].text.startswith("нов")
    named = _plan_year(tokens, begin) if bound is Bound.BEFORE else None
    return named if named and named[0].named is Named.SCHOOL_YEAR else None


def _event_name(tokens: Tokens, at: int, begin: int) -> int:
    """Skip the event that a day explains where the phrase begins with «ко»: «ко Дню учителя (5 октября)»."""
    if tokens[begin].role not in _EVENT_NAME or tokens[at - 1].role not in (Role.END, Role.OPEN, Role.QUOTE):
        return begin
    end = skip(tokens, skip(tokens, begin, Role.WORD, Role.DAY, Role.QUOTE), Role.OPEN, Role.COMMA)
    dated = point(tokens, end) if end > begin else None
    return end if dated and isinstance(dated[0], Day) else begin


def _bounded(tokens: Tokens, read: Read[tuple[Span, ...]], bound: Bound, begin: int) -> Read[Limited]:
    """Put the bound on every span of a list that is not a range of its own: «до 10 и 20 мая».

    «после 1 октября до 15 ноября» stays a range; «(не включая)» behind it leaves the last day out.
    """
    if read is None or not read[0]:
        return None
    if bound is Bound.AFTER and not read[0][0].single:
        return read
    last_day_out = _excluded(tokens, read[1]) if bound in (Bound.UNTIL, Bound.THROUGH) else None
    bound = Bound.BEFORE if last_day_out else bound
    limited = [_limited(span, bound, span.begin) for span in read[0][1:]]
    return (_limited(read[0][0], bound, begin), *limited), last_day_out or read[1]


def _limited(span: Span, bound: Bound, begin: int) -> Span:
    """Give a span its bound unless it has one, and its beginning."""
    return Span(begin, span.end, span.first, span.last, bound if span.bound is Bound.WITHIN else span.bound)


def _excluded(tokens: Tokens, at: int) -> int | None:
    """Read «(не включая)», «не включительно» after the last day."""
    begin = skip(tokens, at, Role.OPEN, Role.COMMA)
    return begin + 2 if tokens[begin].role is Role.NOT and tokens[begin + 1].text.startswith("включ") else None


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


def reported(tokens: Tokens, at: int) -> Read[Limited]:
    """Read «за сентябрь», «за I полугодие»: the period of a report rather than its deadline."""
    read = point(tokens, at + 1)
    if read is None or tokens[read[1]].role in (Role.COMMA, Role.AND):
        return None
    end = skip(tokens, read[1], Role.DASH)
    if end > read[1] and tokens[end].role not in (Role.UNTIL, Role.NOT, Role.BY):
        return None
    return (Span(tokens[at].begin, read[0].end, read[0], read[0], reported=True),), read[1]


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
