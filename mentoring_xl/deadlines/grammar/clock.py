"""Times of day, which are read only to be told apart from dates: «в 10.30», «14:45», «с 10-00 до 12-00»."""

from __future__ import annotations

from ..roles import Role
from ..tokens import Tokens
from .basics import is_small, is_year, skip

_PREFIXES = (Role.IN, Role.FROM, Role.TO, Role.UNTIL, Role.BY, Role.ABOUT)
CLOCK_STARTS = frozenset({Role.NUMBER, *_PREFIXES})
_JOINTS = (Role.DASH, Role.UNTIL, Role.COMMA, Role.AND, Role.SEMICOLON)
_MONTHS = 12
CLOCK_SIGNS = frozenset({Role.DOT, Role.COLON, Role.DASH, Role.RAISED, Role.HOUR})


def _hour_words(tokens: Tokens, at: int) -> int | None:
    """Read «ч.», «часов», «ч. 30 мин.»."""
    if tokens[at].role is not Role.HOUR:
        return None
    at = skip(tokens, at + 1, Role.DOT)
    if is_small(tokens[at]) and tokens[at + 1].role is Role.MINUTE:
        at = skip(tokens, at + 2, Role.DOT)
    return at


def _minutes(tokens: Tokens, at: int, sure: bool) -> int | None:
    """Read «:45», «.30», «-00» after an hour; a minute that could be a month counts only where a time is sure."""
    sign, minute = tokens[at], tokens[at + 1]
    if not is_small(minute) or len(minute.text) != 2 or minute.value > 59 or minute.tail:
        return None
    if sign.role is Role.COLON:
        seconds = tokens[at + 2].role is Role.COLON and is_small(tokens[at + 3])
        return at + 4 if seconds else at + 2
    if sign.role not in (Role.DOT, Role.DASH) or sign.gap or minute.gap:
        return None
    dated = tokens[at + 2].role in (Role.DOT, Role.DASH) and is_year(tokens[at + 3])
    if dated or tokens[at + 2].role is Role.MONTH:
        return None
    clear = minute.value == 0 or (sign.role is Role.DOT and minute.value > _MONTHS)
    return at + 2 if sure or clear or tokens[at + 2].role is Role.HOUR else None


def face(tokens: Tokens, at: int, sure: bool = False) -> int | None:
    """Read one time: «10.00», «9-30 ч.», «15 часов», «10⁰⁰»."""
    hour = tokens[at]
    if tokens[at + 1].role not in CLOCK_SIGNS or not is_small(hour) or hour.value > 24 or hour.tail:
        return None
    if tokens[at + 1].role is Role.RAISED:
        return _hour_words(tokens, at + 2) or at + 2
    end = _minutes(tokens, at + 1, sure)
    return _hour_words(tokens, end or at + 1) or end


def clock(tokens: Tokens, at: int, sure: bool = False) -> int | None:
    """Read a time, a range or a list of them, with its preposition: «с 10-00», «12.00, 13.00, 15.00»."""
    if tokens[at].role in _PREFIXES:
        sure = tokens[at].role is Role.IN
        at += 1
    end = face(tokens, at, sure)
    if end is None:
        return None
    while tokens[end].role in _JOINTS:
        loose = tokens[end].role in (Role.COMMA, Role.SEMICOLON, Role.AND)
        after = face(tokens, skip(tokens, end, *_JOINTS), sure=not loose)
        if after is None:
            break
        end = after
    return end


def trailing_clock(tokens: Tokens, at: int, sure: bool) -> int:
    """Skip the time after a date: «22 июня 10.00 ч.», «20.12 в 10.30», «2 мая (14:45)»."""
    begin = skip(tokens, at, Role.COMMA, Role.OPEN, Role.DOT)
    end = clock(tokens, begin, sure=sure and begin == at)
    return at if end is None else skip(tokens, end, Role.CLOSE)
