"""Points longer than a day – months and their parts, quarters, half-years, seasons, years – and any point at all."""

from __future__ import annotations

from dataclasses import replace

from ..nodes import HalfYear, Month, Part, PartOf, Point, Quarter, Season, Years
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_small, is_year, numeral_of, ordinal, school_word, skip, year_after, year_pair, year_word
from .days import day, nth_weekday

_UNITS = {Role.WEEK: PartOf.WEEK, Role.DECADE: PartOf.DECADE, Role.HALF: PartOf.HALF}
POINT_STARTS = (
    Role.NUMBER,
    Role.MONTH,
    Role.WEEKDAY,
    Role.ROMAN,
    Role.ORDINAL,
    Role.EDGE,
    Role.QUARTER,
    Role.SEASON,
)
_WINTER = 12
_YEAR_LEADS = (
    *(Role.IN, Role.AHEAD, Role.FROM, Role.TO, Role.UNTIL, Role.BY, Role.ABOUT),
    *(Role.DASH, Role.COLON, Role.SCHOOL, Role.WHOLE, Role.EDGE, Role.ROUGHLY),
)
_SIGNS = (
    *(Role.DOT, Role.COMMA, Role.COLON, Role.SEMICOLON, Role.DASH),
    *(Role.OPEN, Role.CLOSE, Role.QUOTE, Role.END),
)


def month(tokens: Tokens, at: int) -> Read[Month]:
    """Read «март», «сент. 2023 г.», «Декабрь, 2022», «09.2023»."""
    if tokens[at].role is Role.MONTH:
        value = tokens[at].value
        year, shift, end = year_after(tokens, at + 1, value)
        end = end if end > at + 1 or tokens[at + 1].role is not Role.DOT else at + 2
        return Month(tokens[at].begin, tokens[end - 1].end, month=value, year=year, shift=shift), end
    numeric = is_small(tokens[at]) and 1 <= tokens[at].value <= 12 and tokens[at + 1].role in (Role.DOT, Role.SLASH)
    if numeric and is_year(tokens[at + 2]) and not tokens[at].tail:
        end = year_word(tokens, at + 3) or at + 3
        return Month(tokens[at].begin, tokens[end - 1].end, month=tokens[at].value, year=tokens[at + 2].value), end
    return None


def _part_word(tokens: Tokens, at: int) -> Read[tuple[int, PartOf]]:
    """Read «начало», «2-я неделя», «первая половина», «последняя декада», «первые числа» as number and unit."""
    if tokens[at].role is Role.EDGE:
        return (tokens[at].value, PartOf.DECADE), skip(tokens, at + 1, Role.DOT)
    read = ordinal(tokens, at)
    if read is None:
        return None
    after = skip(tokens, read[1], Role.SCHOOL)
    word = tokens[after]
    if word.role in (Role.DATES, Role.DAY) and tokens[at].role is Role.ORDINAL and read[0] in (1, -1):
        one = word.text == "день" and after == read[1]
        return (read[0], PartOf.DAY if one else PartOf.DECADE), after + 1
    if word.role not in _UNITS or (word.role is Role.HALF and tokens[after + 1].role is Role.DAY):
        return None
    return (read[0], _UNITS[word.role]), skip(tokens, after + 1, Role.DOT)


def part(tokens: Tokens, at: int) -> Read[Part]:
    """Read a part of a month; without the month («первая неделя») only weeks, decades and halves are parts."""
    read = _part_word(tokens, at)
    if read is None:
        return None
    (number, unit), end = read
    if tokens[end].role is Role.MONTH:
        value = tokens[end].value
        year, shift, end = year_after(tokens, end + 1, value)
        span = tokens[at].begin, tokens[end - 1].end
        return Part(*span, number=number, unit=unit, month=value, year=year, shift=shift), end
    return Part(tokens[at].begin, tokens[end - 1].end, number=number, unit=unit, month=None), end


def quarter(tokens: Tokens, at: int) -> Read[Quarter]:
    """Read «II квартал 2023 г.», «1-й кв.», «квартал 3»."""
    read = numeral_of(tokens, at, Role.QUARTER)
    if read is None and tokens[at].role is Role.QUARTER and len(tokens[at].text) > 2:
        after = ordinal(tokens, at + 1)
        read = (after[0], after[1] - 1) if after else None
    if read is None or not 1 <= read[0] <= 4:
        return None
    number, end = read[0], skip(tokens, read[1] + 1, Role.DOT)
    year, shift, end = year_after(tokens, end, number * 3)
    return Quarter(tokens[at].begin, tokens[end - 1].end, number=number, year=year, shift=shift), end


def half_year(tokens: Tokens, at: int) -> Read[HalfYear]:
    """Read «1 полугодие 2023 года», «II полугодие 2023/2024 уч. г.», «первое полугодие учебного года»."""
    read = numeral_of(tokens, at, Role.HALF_YEAR)
    if read is None or read[0] not in (1, 2):
        return None
    number, end = read[0], skip(tokens, read[1] + 1, Role.DOT)
    years_read = years(tokens, end)
    if years_read and years_read[0].school:
        found, end = years_read
        return HalfYear(tokens[at].begin, found.end, number=number, year=found.first, school=True), end
    worded = school_word(tokens, end)
    if worded:
        return HalfYear(tokens[at].begin, tokens[worded - 1].end, number=number, school=True), worded
    year, shift, end = year_after(tokens, end, number * 6)
    return HalfYear(tokens[at].begin, tokens[end - 1].end, number=number, year=year, shift=shift), end


def season(tokens: Tokens, at: int) -> Read[Season]:
    """Read «весна 2024 г.», «зима 2023-2024»; the winter of one year could be either of two and is left alone."""
    if tokens[at].role is not Role.SEASON:
        return None
    value, begin = tokens[at].value, skip(tokens, at + 1, Role.PERIOD, Role.COMMA)
    pair = year_pair(tokens, begin)
    if value == _WINTER and pair:
        year, end = pair[0][0], year_word(tokens, pair[1]) or pair[1]
        return Season(tokens[at].begin, tokens[end - 1].end, first_month=value, year=year), end
    single, _, end = year_after(tokens, begin, value)
    if single is None or value == _WINTER:
        return None
    return Season(tokens[at].begin, tokens[end - 1].end, first_month=value, year=single), end


def _alone(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a number without «год» is a year: its neighbours call for one, or it is all that is written."""
    before, after = tokens[at - 1].role, tokens[skip(tokens, end, Role.COMMA, Role.COLON, Role.AND, Role.DASH)]
    if before in _YEAR_LEADS and (before is not Role.DASH or tokens[at].gap):
        return True
    bracketed = before is Role.OPEN and tokens[end].role is Role.CLOSE
    if bracketed or after.role is Role.MONTH or (after is not tokens[end] and is_year(after)):
        return True
    return all(token.role in _SIGNS for token in (*tokens[:at], *tokens[end:]))


def _short_pair(tokens: Tokens, at: int) -> Read[Years]:
    """Read «23/24 уч. год»."""
    first, last = tokens[at], tokens[at + 2]
    joined = tokens[at + 1].role in (Role.SLASH, Role.DASH)
    if not (joined and is_small(first) and is_small(last) and last.value == first.value + 1 and len(first.text) == 2):
        return None
    end = school_word(tokens, at + 3)
    if end is None:
        return None
    span = first.begin, tokens[end - 1].end
    return Years(*span, first=2000 + first.value, last=2000 + last.value, school=True), end


def years(tokens: Tokens, at: int) -> Read[Years]:
    """Read «2023 год», «2008 - 2010», «2011-2014 гг.», «2020-2021 уч. г.», «2023/2024»."""
    pair = year_pair(tokens, at)
    if pair:
        (first, last), after = pair
        school_end = school_word(tokens, after)
        following = last == first + 1
        school = following and (school_end is not None or _of_school(tokens, at))
        end = school_end or year_word(tokens, after) or after
        return Years(tokens[at].begin, tokens[end - 1].end, first=first, last=last, school=school), end
    if not is_year(tokens[at]):
        return _short_pair(tokens, at)
    value, school_end = tokens[at].value, school_word(tokens, at + 1)
    end = school_end or year_word(tokens, at + 1) or at + 1
    if end == at + 1 and not _alone(tokens, at, end):
        return None
    school = school_end is not None
    return Years(tokens[at].begin, tokens[end - 1].end, first=value, last=value + school, school=school), end


def _of_school(tokens: Tokens, at: int) -> bool:
    """Tell a school year by a slash between the years or the words before: «учебный год 2023-2024»."""
    named = tokens[at - 1].role is Role.SCHOOL or school_word(tokens, at - 2) == at
    return named or tokens[at + 1].role is Role.SLASH


def _third(tokens: Tokens, at: int) -> Read[Point]:
    """Read the beginning, middle or end of a longer stretch: «конец I квартала», «в начале 2024 года»."""
    if tokens[at].role is not Role.EDGE:
        return None
    after = skip(tokens, at + 1, Role.DOT)
    read = quarter(tokens, after) or half_year(tokens, after) or years(tokens, after)
    if read is None or (isinstance(read[0], Years) and read[0].school):
        return None
    return replace(read[0], begin=tokens[at].begin, third=tokens[at].value), read[1]


def point(tokens: Tokens, at: int) -> Read[Point]:
    """Read whatever names a stretch of the calendar at this position."""
    if tokens[at].role not in POINT_STARTS:
        return None
    for reader in (day, month, quarter, half_year, nth_weekday, _third, part, season, years):
        read: Read[Point] = reader(tokens, at)
        if read:
            return read
    return None
