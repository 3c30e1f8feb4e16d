"""Deadlines hung on a document or an event: «по отдельному плану», «в течение 40 дней после приказа», «в каникулы»."""

from __future__ import annotations

from ..model import REFERENCE, RELATIVE
from ..nodes import Part, Tie
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_small, ordinal, skip
from .habits import habit
from .points import point
from .sequences import spans
from .terms import named_term
from .year_points import years

_ADJECTIVES_BEFORE_DOCUMENT = 4
_BEFORE_DOCUMENT = (Role.WORD, Role.DOT, Role.SCHOOL, Role.CALENDAR, Role.WORKING, Role.CITE, Role.DASH)
_LONGEST_REFERENCE = 40
_STOPS = (Role.END, Role.SEMICOLON, Role.COMMA, Role.OPEN, Role.CLOSE)
_COUNTS = (Role.NUMBER, Role.COUNT)
_UNITS = (Role.DAY, Role.WEEK, Role.UNIT_MONTH, Role.HOUR, Role.YEAR)
_EVENTS = (Role.OCCASION, Role.TERM, Role.DAY, Role.WEEK, Role.SEASON, Role.WEEKDAY, Role.WEEKDAYS, Role.UNIT_MONTH)
_CALLS = (Role.DURING, Role.UNTIL, Role.BY, Role.AFTER, Role.HENCE, Role.EDGE)
_PARTS = (Role.EDGE, Role.HALF, Role.WEEK, Role.DECADE, Role.DAY)
OFFSET_SIGNS, PART_SIGNS = frozenset(_UNITS), frozenset(_PARTS)
EVENT_STARTS = (*_EVENTS, *_CALLS, Role.PERIOD)
_STRETCHES = (Role.YEAR, Role.TERM, Role.UNIT_MONTH, Role.WEEK, Role.DAY)


def _document_head(tokens: Tokens, at: int) -> int | None:
    """Read «согласно», «в соответствии», «по отдельному плану», «приказ» up to the word that names the document."""
    if tokens[at].role in (Role.CITE, Role.DOCUMENT):
        return at + 1
    if tokens[at].role is not Role.TO:
        return None
    for end in range(at + 1, at + 2 + _ADJECTIVES_BEFORE_DOCUMENT):
        if tokens[end].role is Role.DOCUMENT:
            return end + 1
        if tokens[end].role not in _BEFORE_DOCUMENT:
            return None
    return None


def _rest_of_document(tokens: Tokens, at: int) -> int:
    """Skip what belongs to the document: its name, number, year and date («от 25.12.2019 № 5», «на 2023 год»)."""
    end = at
    while tokens[end].role not in _STOPS and end < at + _LONGEST_REFERENCE:
        if tokens[end].role in (Role.ABOUT, Role.AHEAD):
            dated = point(tokens, end + 1)
            end = dated[1] if dated else end + 1
        elif named := years(tokens, end):
            end = named[1]
        elif tokens[end].role in (Role.UNTIL, Role.NOT, Role.DURING) or habit(tokens, end) or spans(tokens, end):
            break
        else:
            end += 1
    return end


def document(tokens: Tokens, at: int) -> Read[Tie]:
    """Read a reference to a document, or the date of one: «по плану», «согласно приказу от 15.09.2023 № 5»."""
    end = _document_head(tokens, at)
    if end is None:
        return _document_date(tokens, at)
    end = _rest_of_document(tokens, end)
    return Tie(tokens[at].begin, tokens[end - 1].end, REFERENCE), end


def _document_date(tokens: Tokens, at: int) -> Read[Tie]:
    """Read «от 25.12.2019», «от «24» марта», unless it opens a range («от 1 до 5 мая»)."""
    if tokens[at].text != "от":
        return None
    read = point(tokens, skip(tokens, at + 1, Role.QUOTE))
    if read is None or tokens[read[1]].role in (Role.UNTIL, Role.TO):
        return None
    return Tie(tokens[at].begin, tokens[read[1] - 1].end, REFERENCE), read[1]


def _duration(tokens: Tokens, at: int) -> tuple[int, bool] | None:
    """Read «40 дней», «двух рабочих недель», «день»; tell whether a number stands in it."""
    begin = skip(tokens, at, *_COUNTS, Role.DASH)
    counted = begin > at
    if counted and not (tokens[at].role is Role.COUNT or (is_small(tokens[at]) and not tokens[at].tail)):
        return None
    end = skip(tokens, begin, Role.WORKING, Role.CALENDAR, Role.SCHOOL) if counted else begin
    if counted and tokens[end].role is Role.WORD:
        end += 1
    return (skip(tokens, end + 1, Role.DOT), counted) if tokens[end].role in _UNITS else None


def _linked(tokens: Tokens, at: int, measured: bool) -> bool:
    """Tell whether a duration is counted from something: «после …», «со дня …», «до …»."""
    token = tokens[at]
    if token.role is Role.FROM or token.text == "от":
        return spans(tokens, at) is None
    return token.role in (Role.AFTER, Role.OCCASION) or (measured and token.role is Role.UNTIL)


def offset(tokens: Tokens, at: int) -> Read[Tie]:
    """Read a distance from an event: «в течение 40 дней после …», «за день до …», «через неделю», «10 дней»."""
    begin = head = at
    if tokens[at].role not in _COUNTS:
        begin = skip(tokens, at, Role.NOT, Role.LATER, Role.EARLIER, Role.RARER, Role.COMMA, Role.THAN)
        head = skip(tokens, begin, Role.IN, Role.DURING, Role.AHEAD, Role.HENCE, Role.OCCASION, Role.TO)
    read = _duration(tokens, head)
    dated = point(tokens, head) if read else None
    if read is None or (dated and not (isinstance(dated[0], Part) and dated[0].month is None)):
        return None
    end, counted = read
    ahead = tokens[begin].role in (Role.AHEAD, Role.HENCE)
    linked = _linked(tokens, end, measured=counted or ahead)
    weekly_or_hourly = any(token.role in (Role.WEEK, Role.HOUR) for token in tokens[head:end])
    if not linked and not ahead and (not counted or (head == at and weekly_or_hourly)):
        return None
    while linked and tokens[end].role not in (Role.END, Role.SEMICOLON):
        end += 1
    return Tie(tokens[at].begin, tokens[end - 1].end, RELATIVE), end


def _unnamed_stretch(tokens: Tokens, at: int) -> int | None:
    """Read «учебного года», «четверти», «месяца»: a stretch without a number."""
    end = skip(tokens, at, Role.SCHOOL, Role.CALENDAR, Role.WHOLE, Role.CURRENT, Role.NEXT, Role.DOT)
    return end + 1 if tokens[end].role in _STRETCHES else None


def part_of_term(tokens: Tokens, at: int) -> Read[Tie]:
    """Read a part of a stretch that has no dates here: «в конце учебного года», «первая неделя четверти»."""
    begin = skip(tokens, at, Role.IN, Role.ABOUT)
    number = ordinal(tokens, begin)
    begin = number[1] if number else begin
    inner = skip(tokens, begin, *_PARTS)
    end = _unnamed_stretch(tokens, inner) if inner > begin else None
    return (Tie(tokens[at].begin, tokens[end - 1].end, RELATIVE), end) if end else None


def _governed(tokens: Tokens, at: int) -> int:
    """Skip what belongs to the event before it: «накануне 9 мая», «по итогам 2 четверти и 1 полугодия»."""
    named = point(tokens, at) or named_term(tokens, at)
    end = named[1] if named else at
    while named and tokens[end].role is Role.AND and (more := point(tokens, end + 1) or named_term(tokens, end + 1)):
        end = more[1]
    unnamed = named is None or (isinstance(named[0], Part) and named[0].month is None)
    return (_unnamed_stretch(tokens, end) if unnamed else None) or end


def _event(tokens: Tokens, at: int) -> int | None:
    """Read one word of an event and what it governs."""
    token, after = tokens[at], tokens[at + 1]
    if token.role is Role.SEASON or (token.role is Role.OCCASION and token.value):
        return _governed(tokens, at + 1)
    period = token.role is Role.PERIOD and after.role is Role.WORD and tokens[at - 1].role is Role.IN
    if period or token.role in _EVENTS:
        return at + 1
    return at + 2 if token.role in _CALLS and after.role is Role.WORD else None


def event(tokens: Tokens, at: int) -> Read[Tie]:
    """Read an event or a term: «в каникулы», «по мере необходимости», «до педсовета», «в период проведения ЕГЭ»."""
    called = part_of_term(tokens, at + 1) if tokens[at].role in _CALLS else None
    end = called[1] if called else _event(tokens, at)
    return (Tie(tokens[at].begin, tokens[end - 1].end, RELATIVE), end) if end else None
