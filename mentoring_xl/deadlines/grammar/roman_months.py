"""Months in Roman numbers with nothing else beside them: «IX–XII», «с IX по V», «X, XI 2023 г.», «XI-XII мес.»."""

from __future__ import annotations

from ..nodes import Bound, Month, Span
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, skip, year_after

ROMAN_STARTS = (Role.ROMAN, Role.FROM)
_MONTHS, _LAST_QUARTER = 12, 4
_MOST_RANGES = 6
_RANGE, _LIST = (Role.DASH, Role.TO), (Role.COMMA, Role.AND)

_Ranges = list[tuple[int, int]]


def _is_month(tokens: Tokens, at: int) -> bool:
    """Tell a Roman number from I to XII that is not an ordinal («IX-й»)."""
    return tokens[at].role is Role.ROMAN and 1 <= tokens[at].value <= _MONTHS and not tokens[at].tail


def _ranges(tokens: Tokens, at: int) -> tuple[_Ranges, int]:
    """Read «IX–XII», «IX по V», «IX, XI» as the positions of the first and the last number of each range."""
    found: _Ranges = []
    end = at
    while _is_month(tokens, end) and len(found) < _MOST_RANGES:
        ranged = tokens[end + 1].role in _RANGE and _is_month(tokens, end + 2)
        found.append((end, end + 2 if ranged else end))
        end = found[-1][1] + 1
        if tokens[end].role not in _LIST or not _is_month(tokens, end + 1):
            break
        end += 1
    return found, end


def roman_months(tokens: Tokens, at: int) -> Read[tuple[Span, ...]]:
    """Read months that fill the phrase; without «мес.» one of them must be more than a quarter can be, and no mark."""
    opened = tokens[at].role is Role.FROM
    ranges, end = _ranges(tokens, at + opened)
    if not ranges or tokens[at - 1].role not in (Role.END, Role.OPEN):
        return None
    worded = tokens[skip(tokens, end, Role.DOT)].role is Role.UNIT_MONTH
    numbers = [tokens[place] for ends in ranges for place in ends]
    mark = len(ranges) == 1 and ranges[0][0] == ranges[0][1] and len(numbers[0].text) == 1
    if not worded and (mark or max(number.value for number in numbers) <= _LAST_QUARTER):
        return None
    year, shift, after = year_after(tokens, end, numbers[-1].value)
    end = skip(tokens, max(after, end), Role.DOT, Role.UNIT_MONTH)
    if tokens[end].role not in (Role.END, Role.CLOSE):
        return None
    months = {place: _month(tokens, place) for ends in ranges for place in ends}
    last = ranges[-1][1]
    months[last] = Month(tokens[last].begin, tokens[end - 1].end, tokens[last].value, year, shift)
    bound = Bound.FROM if opened and len(ranges) == 1 else Bound.WITHIN
    spans = (Span(months[first].begin, months[last].end, months[first], months[last], bound) for first, last in ranges)
    return tuple(spans), end


def _month(tokens: Tokens, at: int) -> Month:
    """Make a month of a Roman number."""
    return Month(tokens[at].begin, tokens[at].end, tokens[at].value)
