"""Single days: «17 марта», «17.03.2023г.», «ПН. 23 апреля», «2023-03-17», with the time and weekday beside them."""

from __future__ import annotations

from dataclasses import replace

from ..nodes import Day, NthWeekday
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_label, is_small, is_year, ordinal, skip, year_after, year_word
from .clock import trailing_clock

_MONTHS = 12
_MOST_DAYS = 31


def _worded(tokens: Tokens, at: int) -> Read[Day]:
    """Read «17 марта», «1-го сентября 2023 г.», «15» апреля in quotation marks, «5. мая»."""
    number = tokens[at]
    if not is_small(number):
        return None
    month_at = skip(tokens, at + 1, Role.QUOTE, Role.DOT)
    if month_at == at + 1 and tokens[month_at].role is Role.DASH and not tokens[month_at + 1].gap:
        month_at += 1
    month = tokens[month_at]
    if month.role is not Role.MONTH:
        return None
    year, shift, end = year_after(tokens, month_at + 1, month.value)
    return Day(number.begin, tokens[end - 1].end, number=number.value, month=month.value, year=year, shift=shift), end


def _numbered_month(tokens: Tokens, at: int) -> int | None:
    """Give the month of «09» or «IX» as the second part of a numeric date."""
    token = tokens[at]
    return token.value if is_small(token) or token.role is Role.ROMAN else None


def _separator(tokens: Tokens, at: int) -> int:
    """Skip the sign between the parts of a numeric date, also one typed twice; no sign leaves the position."""
    return at + 1 if tokens[at].role is Role.SLASH else skip(tokens, at, Role.DOT)


def _numeric(tokens: Tokens, at: int) -> Read[Day]:
    """Read «17.03.2023», «17.03.23г.», «25.12. 2013», «17/03/2023», «17.IX», «17.03»."""
    number, month_at = tokens[at], _separator(tokens, at + 1)
    if not is_small(number) or month_at == at + 1:
        return None
    month = _numbered_month(tokens, month_at)
    if month is None or tokens[month_at + 1].role in (Role.HOUR, Role.MONTH) or _list_number(tokens, month_at):
        return None
    full = _full_date(tokens, at, month_at, month)
    if full:
        return full
    return _without_year(tokens, at, month_at, month) if tokens[at + 1].role is Role.DOT else None


def _list_number(tokens: Tokens, at: int) -> bool:
    """Tell whether a whole date begins at `at`, so that the number before it only numbers the line: «1. 15.09.2023»."""
    dots = tokens[at + 1].role is Role.DOT and tokens[at + 3].role is Role.DOT
    return dots and tokens[at].gap and is_small(tokens[at + 2]) and tokens[at + 4].role is Role.NUMBER


def _full_date(tokens: Tokens, at: int, month_at: int, month: int) -> Read[Day]:
    """Read the year of a numeric date: four digits, or two glued to the dot, or two before «г.»."""
    sep = _separator(tokens, month_at + 1)
    year, glued = tokens[sep], sep > month_at + 1 and not tokens[sep].gap
    worded = year_word(tokens, sep + 1)
    timed = tokens[sep + 1].role in (Role.DOT, Role.COLON) and is_small(tokens[sep + 2]) and not tokens[sep + 2].gap
    two = is_small(year) and len(year.text) == 2 and ((glued and not timed) or worded is not None)
    if not is_year(year) and not two:
        return None
    value = year.value if is_year(year) else 2000 + year.value
    end = worded or sep + 1
    return Day(tokens[at].begin, tokens[end - 1].end, number=tokens[at].value, month=month, year=value), end


def _without_year(tokens: Tokens, at: int, month_at: int, month: int) -> Read[Day]:
    """Read «17.03», «28.01.»; «1. 15.09» and «п. 3.1» are numbers of a list, «10.30» is a time."""
    if not 1 <= month <= _MONTHS or tokens[at].value == 0 or is_label(tokens, at):
        return None
    spaced = tokens[month_at].gap
    if spaced and tokens[month_at + 1].role is Role.DOT and is_small(tokens[month_at + 2]):
        return None
    single = len(tokens[month_at].text) == 1 and tokens[month_at].role is Role.NUMBER
    if single and (spaced or tokens[month_at + 1].role is Role.WORD or tokens[at - 1].role in (Role.WORD, Role.SIGN)):
        return None
    year, shift, end = year_after(tokens, month_at + 1, month)
    if year is None and not shift and tokens[month_at + 1].role is Role.DOT:
        end = max(end, month_at + 2)
    return Day(tokens[at].begin, tokens[end - 1].end, number=tokens[at].value, month=month, year=year, shift=shift), end


def _iso(tokens: Tokens, at: int) -> Read[Day]:
    """Read «2023-03-17», «2023.03.17» and «17-03-2023»."""
    marks = tokens[at + 1], tokens[at + 3]
    if any(mark.role not in (Role.DASH, Role.DOT) or mark.gap for mark in marks) or marks[0].role is not marks[1].role:
        return None
    first, month, last = tokens[at], tokens[at + 2], tokens[at + 4]
    if month.gap or last.gap or not is_small(month):
        return None
    if is_year(first) and is_small(last):
        year, day = first, last
    elif is_small(first) and is_year(last):
        year, day = last, first
    else:
        return None
    end = year_word(tokens, at + 5) or at + 5
    return Day(first.begin, tokens[end - 1].end, number=day.value, month=month.value, year=year.value), end


def _with_weekday(tokens: Tokens, at: int, date: Day) -> tuple[Day, int]:
    """Take the weekday after a date: «21.03 пн», «22.04. (пт)»."""
    weekday_at = skip(tokens, at, Role.COMMA, Role.OPEN, Role.DOT)
    weekday = tokens[weekday_at]
    if weekday.role is not Role.WEEKDAY or tokens[weekday_at + 1].role in (Role.DASH, Role.NUMBER):
        return date, at
    end = skip(tokens, weekday_at + 1, Role.DOT, Role.CLOSE)
    return replace(date, weekday=weekday.value, end=weekday.end), end


def day(tokens: Tokens, at: int) -> Read[Day]:
    """Read one day with the weekday before or after it and the time that follows."""
    begin, weekday = at, None
    if tokens[at].role is Role.WEEKDAY:
        weekday = tokens[at].value
        at = skip(tokens, at + 1, Role.DOT, Role.COMMA, Role.OPEN)
    if tokens[at - 1].text == "№":
        return None
    read = _iso(tokens, at) or _worded(tokens, at) or _numeric(tokens, at)
    if read is None:
        return None
    date, end = read
    if weekday is None:
        date, end = _with_weekday(tokens, end, date)
    else:
        date = replace(date, weekday=weekday, begin=tokens[begin].begin)
    return date, trailing_clock(tokens, end, sure=date.year is not None)


def nth_weekday(tokens: Tokens, at: int) -> Read[NthWeekday]:
    """Read «второй вторник октября», «последняя пятница мая 2024 г.»."""
    read = ordinal(tokens, at)
    if read is None or tokens[read[1]].role is not Role.WEEKDAY or tokens[read[1] + 1].role is not Role.MONTH:
        return None
    month = tokens[read[1] + 1].value
    year, shift, end = year_after(tokens, read[1] + 2, month)
    weekday, span = tokens[read[1]].value, (tokens[at].begin, tokens[end - 1].end)
    return NthWeekday(*span, number=read[0], weekday=weekday, month=month, year=year, shift=shift), end


def bare_day(tokens: Tokens, at: int) -> Read[int]:
    """Read a number that may be a day of the month named further on: the «2» of «2-4 октября»."""
    number = tokens[at]
    if not is_small(number) or not 1 <= number.value <= _MOST_DAYS or is_label(tokens, at):
        return None
    return number.value, skip(tokens, at + 1, Role.QUOTE)
