"""Points longer than a day – months and their parts, quarters, half-years – and any point at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..nodes import HalfYear, Month, Part, PartOf, Point, Quarter, Years
from ..roles import Role
from ..tokens import Tokens
from .basics import (
    Read,
    by_role,
    is_small,
    is_year,
    more_years,
    numeral_of,
    ordinal,
    school_word,
    skip,
    year_after,
    year_word,
)
from .days import day, nth_weekday
from .year_points import season, years

_UNITS = {Role.WEEK: PartOf.WEEK, Role.DECADE: PartOf.DECADE, Role.HALF: PartOf.HALF}
_LONGER = (Role.YEAR, Role.SCHOOL, Role.TERM, Role.CALENDAR)


def month(tokens: Tokens, at: int) -> Read[Month]:
    """Read «март», «сент. 2023 г.», «Декабрь, 2022», «09.2023», «май 2013, 2014, 2015»."""
    if tokens[at].role is Role.MONTH:
        value = tokens[at].value
        year, shift, end = year_after(tokens, at + 1, value)
        end = end if end > at + 1 or tokens[at + 1].role is not Role.DOT else at + 2
        until, end = (more_years(tokens, end) if year else None) or (None, end)
        return Month(tokens[at].begin, tokens[end - 1].end, value, year, shift, until), end
    numeric = is_small(tokens[at]) and 1 <= tokens[at].value <= 12 and tokens[at + 1].role in (Role.DOT, Role.SLASH)
    if numeric and is_year(tokens[at + 2]) and not tokens[at].tail:
        end = year_word(tokens, at + 3) or at + 3
        return Month(tokens[at].begin, tokens[end - 1].end, tokens[at].value, tokens[at + 2].value), end
    return None


def part_word(tokens: Tokens, at: int) -> Read[tuple[int, PartOf]]:
    """Read «начало», «2-я неделя», «первая половина», «последняя декада», «первые числа» as number and unit."""
    if tokens[at].role is Role.EDGE:
        return (tokens[at].value, PartOf.DECADE), skip(tokens, at + 1, Role.DOT)
    read = ordinal(tokens, at)
    if read is None:
        return None
    after = skip(tokens, read[1], Role.SCHOOL)
    word = tokens[after]
    if word.role in (Role.DATES, Role.DAY):
        return _some_days(tokens, at, read[0], after)
    short = word.text == "пол" and tokens[skip(tokens, after + 1, Role.DOT)].role is Role.MONTH
    unit = PartOf.HALF if short else _UNITS.get(word.role)
    if unit is None or (word.role is Role.HALF and tokens[after + 1].role is Role.DAY):
        return None
    return (read[0], unit), skip(tokens, after + 1, Role.DOT)


def _some_days(tokens: Tokens, at: int, number: int, after: int) -> Read[tuple[int, PartOf]]:
    """Read «первый день», «последние дни», «первые числа», «в 20-х числах»."""
    if tokens[at].tail in ("х", "ых") and number in (10, 20) and tokens[after].text.startswith("чис"):
        return (number // 10 + 1, PartOf.DECADE), after + 1
    if tokens[at].role is not Role.ORDINAL or number not in (1, -1):
        return None
    one = tokens[after].text == "день" and tokens[after - 1].role is Role.ORDINAL
    return (number, PartOf.DAY if one else PartOf.DECADE), after + 1


def part(tokens: Tokens, at: int) -> Read[Part]:
    """Read a part of a month, or of one not named: «первая неделя»; «конец года» is none."""
    read = part_word(tokens, at)
    if read is None:
        return None
    (number, unit), end = read
    if tokens[end].role is Role.MONTH:
        value = tokens[end].value
        year, shift, end = year_after(tokens, end + 1, value)
        span = tokens[at].begin, tokens[end - 1].end
        return Part(*span, number=number, unit=unit, month=value, year=year, shift=shift), end
    if tokens[at].role is Role.EDGE and tokens[end].role in _LONGER:
        return None
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
    return Quarter(tokens[at].begin, tokens[end - 1].end, number, year, shift), end


def half_year(tokens: Tokens, at: int) -> Read[HalfYear]:
    """Read «1 полугодие 2023 года», «II полугодие 2023/2024 уч. г.», «первая половина 2024 года»."""
    read = numeral_of(tokens, at, Role.HALF_YEAR) or numeral_of(tokens, at, Role.HALF)
    if read is None or read[0] not in (1, 2):
        return None
    if tokens[read[1]].role is Role.HALF and not is_year(tokens[read[1] + 1]):
        return None
    number, end = read[0], skip(tokens, read[1] + 1, Role.DOT)
    if tokens[end].role is Role.MONTH:
        return None
    years_read = years(tokens, end)
    if years_read and years_read[0].school:
        found, end = years_read
        return HalfYear(tokens[at].begin, found.end, number=number, year=found.first, school=True), end
    worded = school_word(tokens, end)
    if worded:
        return HalfYear(tokens[at].begin, tokens[worded - 1].end, number=number, school=True), worded
    year, shift, end = year_after(tokens, end, number * 6)
    return HalfYear(tokens[at].begin, tokens[end - 1].end, number=number, year=year, shift=shift), end


def _third(tokens: Tokens, at: int) -> Read[Point]:
    """Read the beginning, middle or end of a longer stretch: «конец I квартала», «в начале 2024 года»."""
    if tokens[at].role is not Role.EDGE:
        return None
    after = skip(tokens, at + 1, Role.DOT)
    read = quarter(tokens, after) or half_year(tokens, after) or years(tokens, after)
    if read is None or (isinstance(read[0], Years) and read[0].school):
        return None
    return replace(read[0], begin=tokens[at].begin, third=tokens[at].value), read[1]


def _counted(tokens: Tokens, at: int) -> Read[Point]:
    """Read what an ordinal counts: «II квартал», «1-е полугодие», «второй вторник октября», «2-я неделя мая»."""
    number = ordinal(tokens, at)
    unit = tokens[skip(tokens, number[1], Role.DASH, Role.DOT, Role.SCHOOL, Role.WORKING)].role if number else None
    reader = _COUNTED.get(unit) if unit else None
    return reader(tokens, at) if reader else None


def point(tokens: Tokens, at: int) -> Read[Point]:
    """Read whatever names a stretch of the calendar at this position."""
    for reader in _READERS_BY_ROLE.get(tokens[at].role, ()):
        read = reader(tokens, at)
        if read:
            return read
    return None


def _half(tokens: Tokens, at: int) -> Read[Point]:
    """Read half a year, or «2 пол. октября»."""
    return half_year(tokens, at) or part(tokens, at)


_PointReader = Callable[[Tokens, int], Read[Point]]
_COUNTED: dict[Role, _PointReader] = {
    Role.QUARTER: quarter,
    Role.HALF_YEAR: _half,
    Role.WEEKDAY: nth_weekday,
    **dict.fromkeys((*_UNITS, Role.DATES, Role.DAY), part),
    Role.HALF: _half,
}
_READERS: tuple[tuple[_PointReader, tuple[Role, ...]], ...] = (
    (day, (Role.NUMBER, Role.WEEKDAY, Role.ORDINAL, Role.COUNT)),
    (month, (Role.MONTH, Role.NUMBER)),
    (_counted, (Role.NUMBER, Role.ROMAN, Role.ORDINAL)),
    (quarter, (Role.QUARTER,)),
    (_third, (Role.EDGE,)),
    (part, (Role.EDGE,)),
    (season, (Role.SEASON,)),
    (years, (Role.NUMBER,)),
)
_READERS_BY_ROLE = by_role(_READERS)
POINT_STARTS = tuple(_READERS_BY_ROLE)
