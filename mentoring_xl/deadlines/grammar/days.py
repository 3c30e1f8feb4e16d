"""Single days: «17 марта», «17.03.2023г.», «ПН. 23 апреля», «2023-03-17», with the time and weekday beside them."""

from __future__ import annotations

from ..nodes import Day, NthWeekday
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_label, is_small, is_year, ordinal, skip, year_after, year_word
from .clock import CLOCK_STARTS, trailing_clock

_MONTHS = 12
_MOST_DAYS = 31
_MOST_WEEKS = 5
_PLURAL_TAILS = ("х", "ых")
_ISO_MARKS = (Role.DASH, Role.DOT)
_MORE_OF_DAY = CLOCK_STARTS | {Role.COMMA, Role.OPEN, Role.DOT, Role.WEEKDAY}


def _worded(tokens: Tokens, at: int) -> Read[Day]:
    """Read «17 марта», «1-го сентября 2023 г.», «15» апреля in quotation marks, «5. мая», «пятое мая»."""
    number = _day_in_figures(tokens, at) or _day_in_words(tokens, at)
    if number is None:
        return None
    value, month_at = number
    month = tokens[month_at]
    if month.role is not Role.MONTH:
        return None
    year, shift, end = year_after(tokens, month_at + 1, month.value)
    return Day(tokens[at].begin, tokens[end - 1].end, value, month.value, year, shift), end


def _day_in_figures(tokens: Tokens, at: int) -> Read[int]:
    """Read «17», «1-го», «15»», «5.», «10 числа», «19 (пт)» before a month."""
    if not is_small(tokens[at]):
        return None
    if tokens[at + 1].role is Role.MONTH:
        return tokens[at].value, at + 1
    end = _past_weekday(tokens, skip(tokens, at + 1, Role.QUOTE, Role.DOT))
    end += tokens[end].role is Role.DATES and tokens[at].tail not in _PLURAL_TAILS
    dashed = end == at + 1 and tokens[end].role is Role.DASH and not tokens[end + 1].gap
    return tokens[at].value, end + dashed


def _day_in_words(tokens: Tokens, at: int) -> Read[int]:
    """Read «пятое», «двадцать пятого» before a month in the genitive; «третий май» is no day."""
    tens = tokens[at].value if tokens[at].role is Role.COUNT and tokens[at].value in (20, 30) else 0
    word, end = tokens[at + bool(tens)], at + bool(tens) + 1
    worded = word.role is Role.ORDINAL and 0 < word.value < (10 if tens else _MOST_DAYS)
    return (tens + word.value, end) if worded and tokens[end].text.endswith(("а", "я")) else None


def _numbered_month(tokens: Tokens, at: int) -> int | None:
    """Give the month of «09» or «IX» as the second part of a numeric date."""
    token = tokens[at]
    return token.value if is_small(token) or token.role is Role.ROMAN else None


def _separator(tokens: Tokens, at: int) -> int:
    """Skip the sign between the parts of a numeric date, also one typed twice; no sign leaves the position."""
    return at + 1 if tokens[at].role in (Role.SLASH, Role.QUOTE) else skip(tokens, at, Role.DOT)


def _numeric(tokens: Tokens, at: int) -> Read[Day]:
    """Read «17.03.2023», «17.03.23г.», «25.12. 2013», «17/03/2023», «"17" 03. 2023», «17.IX», «17.03»."""
    month_at = _separator(tokens, at + 1)
    if not is_small(tokens[at]):
        return None
    month = _numbered_month(tokens, month_at)
    if month is None or tokens[month_at + 1].role in (Role.HOUR, Role.MONTH) or _list_number(tokens, month_at):
        return None
    full = _full_date(tokens, at, month_at, month)
    if full:
        return full
    yearless = tokens[at + 1].role is Role.DOT or _opens_slashed_range(tokens, month_at + 1)
    return _without_year(tokens, at, month_at, month) if yearless else None


def _opens_slashed_range(tokens: Tokens, at: int) -> bool:
    """Tell whether «-20/05/2024» follows, so that «15/05» before it is a day too."""
    signs = tuple(tokens[sign].role for sign in (at, at + 2, at + 4))
    return signs == (Role.DASH, Role.SLASH, Role.SLASH) and is_year(tokens[at + 5])


def _by_commas(tokens: Tokens, at: int) -> Read[Day]:
    """Read «05,09,2023», a slip for dots; nothing but a whole date with no space in it."""
    number, month, year = tokens[at], tokens[at + 2], tokens[at + 4]
    if not is_small(number):
        return None
    marks = tokens[at + 1].role is Role.COMMA and tokens[at + 3].role in (Role.COMMA, Role.DOT)
    gaps = any(token.gap for token in tokens[at + 1 : at + 5])
    if gaps or not (marks and is_small(month) and month.value <= _MONTHS and is_year(year)):
        return None
    end = year_word(tokens, at + 5) or at + 5
    return Day(number.begin, tokens[end - 1].end, number.value, month.value, year.value), end


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
    if not is_year(year) and (not two or tokens[sep + 1].role is Role.MONTH):
        return None
    value, end = (year.value if is_year(year) else 2000 + year.value), worded or sep + 1
    if _broken_year(tokens, sep):
        value, end = 2000 + tokens[sep + 1].value, year_word(tokens, sep + 2) or sep + 2
    return Day(tokens[at].begin, tokens[end - 1].end, tokens[at].value, month, value), end


def _broken_year(tokens: Tokens, at: int) -> bool:
    """Tell a year broken over two lines: «17.03.20 / 23»; «17.03.20 10.00» and «17.03.20 23 каб.» are none."""
    parts = tokens[at].text == "20" and is_small(tokens[at + 1]) and len(tokens[at + 1].text) == 2
    return parts and tokens[at + 2].role in (Role.END, Role.YEAR, Role.CLOSE, Role.SEMICOLON)


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
    return Day(tokens[at].begin, tokens[end - 1].end, tokens[at].value, month, year, shift), end


def _iso(tokens: Tokens, at: int) -> Read[Day]:
    """Read «2023-03-17», «2023.03.17» and «17-03-2023»."""
    mark, other = tokens[at + 1], tokens[at + 3]
    if mark.role not in _ISO_MARKS or mark.gap or other.gap or mark.role is not other.role:
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
    return Day(first.begin, tokens[end - 1].end, day.value, month.value, year.value), end


def _on(weekday: int, date: Day, begin: int, end: int) -> Day:
    """Give a date its weekday, and the place of both in the phrase."""
    return Day(begin, end, date.number, date.month, date.year, date.shift, weekday)


def _with_weekday(tokens: Tokens, at: int, date: Day) -> tuple[Day, int]:
    """Take the weekday after a date: «21.03 пн», «22.04. (пт)»."""
    weekday_at = skip(tokens, at, Role.COMMA, Role.OPEN, Role.DOT)
    weekday = tokens[weekday_at]
    if weekday.role is not Role.WEEKDAY or tokens[weekday_at + 1].role in (Role.DASH, Role.NUMBER):
        return date, at
    end = skip(tokens, weekday_at + 1, Role.DOT, Role.CLOSE)
    return _on(weekday.value, date, date.begin, weekday.end), end


def _date(tokens: Tokens, at: int) -> Read[Day]:
    """Read a date by what stands behind its number: a month, a stroke, a dot, a bracket."""
    if tokens[at].role is not Role.NUMBER:
        return _worded(tokens, at)
    for reader in _READERS.get(tokens[at + 1].role, ()):
        read = reader(tokens, at)
        if read:
            return read
    return None


_READERS = {
    Role.MONTH: (_worded,),
    Role.DOT: (_iso, _worded, _numeric),
    Role.DASH: (_iso, _worded),
    Role.QUOTE: (_worded, _numeric),
    Role.SLASH: (_numeric,),
    Role.COMMA: (_by_commas,),
    Role.OPEN: (_worded,),
    Role.DATES: (_worded,),
}


def day(tokens: Tokens, at: int) -> Read[Day]:
    """Read one day with the weekday before or after it and the time that follows."""
    begin, weekday = at, None
    if tokens[at].role is Role.WEEKDAY:
        weekday = tokens[at].value
        at = skip(tokens, at + 1, Role.DOT, Role.COMMA, Role.OPEN)
    if tokens[at - 1].text == "№":
        return None
    read = _date(tokens, at)
    if read is None:
        return None
    date, end = read
    if weekday is not None:
        date = _on(weekday, date, tokens[begin].begin, date.end)
    if tokens[end].role not in _MORE_OF_DAY:
        return date, end
    if weekday is None:
        date, end = _with_weekday(tokens, end, date)
    return date, trailing_clock(tokens, end, sure=date.year is not None)


def nth_weekday(tokens: Tokens, at: int) -> Read[NthWeekday]:
    """Read «второй вторник октября», «первый рабочий понедельник мая 2024 г.», «последний четверг»."""
    read = ordinal(tokens, at)
    weekday_at = skip(tokens, read[1], Role.WORKING) if read else at
    if read is None or read[0] > _MOST_WEEKS or tokens[weekday_at].role is not Role.WEEKDAY:
        return None
    number, weekday, end = read[0], tokens[weekday_at].value, weekday_at + 1
    if tokens[end].role in (Role.UNIT_MONTH, Role.EACH):
        return None
    if tokens[end].role is not Role.MONTH:
        return NthWeekday(tokens[at].begin, tokens[end - 1].end, number=number, weekday=weekday, month=None), end
    month = tokens[end].value
    year, shift, end = year_after(tokens, end + 1, month)
    span = tokens[at].begin, tokens[end - 1].end
    return NthWeekday(*span, number=number, weekday=weekday, month=month, year=year, shift=shift), end


def bare_day(tokens: Tokens, at: int) -> Read[int]:
    """Read a number that may be a day of the month named further on: «2», «2 (пн)» before «4 октября»."""
    number = tokens[at]
    if not is_small(number) or not 1 <= number.value <= _MOST_DAYS or is_label(tokens, at):
        return None
    return number.value, _past_weekday(tokens, skip(tokens, at + 1, Role.QUOTE))


def _past_weekday(tokens: Tokens, at: int) -> int:
    """Skip the weekday in brackets between a day and its month: «19 (пт) января»."""
    bracketed = tokens[at].role is Role.OPEN and tokens[at + 1].role is Role.WEEKDAY
    return skip(tokens, at + 2, Role.DOT, Role.CLOSE) if bracketed else at
