"""Days apart from their month: «сентябрь (15-20)», «октябрь: 10, 12», «сентябрь, с 15 по 20», «15-20 (сентябрь)»."""

from __future__ import annotations

from ..nodes import Bound, Day, Month, Span
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_small, skip
from .points import month

_Ranges = tuple[tuple[int, int], ...]
_LAST_CLASS, _LAST_DAY = 11, 31
_APART = (Role.COMMA, Role.COLON, Role.DASH)


def _number(tokens: Tokens, at: int) -> int | None:
    """Give the number of a day at this position."""
    return tokens[at].value if is_small(tokens[at]) and 1 <= tokens[at].value <= _LAST_DAY else None


def _numbers(tokens: Tokens, at: int) -> Read[_Ranges]:
    """Read «15-20», «с 15 по 20», «10, 12», «1-5 и 12-17» as pairs of the first and the last number."""
    found: list[tuple[int, int]] = []
    end = skip(tokens, at, Role.FROM)
    while (first := _number(tokens, end)) is not None:
        last = _number(tokens, end + 2) if tokens[end + 1].role in (Role.DASH, Role.TO) else None
        found.append((first, last or first))
        end += 3 if last else 1
        if tokens[end].role not in (Role.COMMA, Role.AND):
            break
        end += 1
    return (tuple(found), end) if found else None


def _are_days(ranges: _Ranges, apart: bool) -> bool:
    """Tell days from the classes of a school («октябрь (5-9)») and, unless set apart, from years («сентябрь 23-24»)."""
    if max(map(max, ranges)) <= _LAST_CLASS:
        return False
    (first, last), several = ranges[0], len(ranges) > 1
    if several:
        return sorted(ranges) == list(ranges)
    return apart or last not in (first, first + 1)


def _day(named: Month, number: int) -> Day:
    """Give a day of the month named before it."""
    return Day(named.begin, named.end, number=number, month=named.month, year=named.year, shift=named.shift)


def days_behind_month(tokens: Tokens, at: int) -> Read[tuple[Span, ...]]:
    """Read days behind their month, in brackets or to the end of the phrase.

    A single number is a day with «до» or «числа», or behind a comma or a colon: «сен-15» is a year, «май (20)» a count.
    """
    named = month(tokens, at + (tokens[at].role is Role.IN))
    if named is None or named[0].until:
        return None
    bracketed = tokens[named[1]].role is Role.OPEN
    begin = named[1] + 1 if bracketed else skip(tokens, named[1], *_APART)
    limited = tokens[begin].role is Role.UNTIL
    read = _numbers(tokens, begin + limited)
    if read is None:
        return None
    ranges, end = read
    worded = tokens[end].role is Role.DATES
    end += worded
    closed = tokens[end].role in ((Role.CLOSE,) if bracketed else (Role.END, Role.SEMICOLON))
    lone = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
    apart = begin > named[1] and not (lone and tokens[begin - 1].role in (Role.DASH, Role.OPEN))
    if not closed or not (limited or worded or _are_days(ranges, apart)):
        return None
    end += bracketed
    return _days(named[0], ranges, Bound.UNTIL if limited else Bound.WITHIN, tokens[at].begin, tokens[end - 1].end), end


def days_before_month(tokens: Tokens, at: int) -> Read[tuple[Span, ...]]:
    """Read days before their month in brackets: «15-20 (сентябрь)», «с 15 по 20 (сентябрь 2023 г.)»."""
    read = _numbers(tokens, at)
    opened = read is not None and tokens[read[1]].role is Role.OPEN
    named = month(tokens, read[1] + 1) if read and opened else None
    if read is None or named is None or tokens[named[1]].role is not Role.CLOSE or not _are_days(read[0], apart=True):
        return None
    end = named[1] + 1
    return _days(named[0], read[0], Bound.WITHIN, tokens[at].begin, tokens[end - 1].end), end


def _days(named: Month, ranges: _Ranges, bound: Bound, begin: int, end: int) -> tuple[Span, ...]:
    """Make a span of each range of days."""
    days = [(_day(named, first), first, _day(named, last), last) for first, last in ranges]
    return tuple(Span(begin, end, one, one if first == last else other, bound) for one, first, other, last in days)
