"""Steps shared by all phrase readers: look, skip, and the years and ordinals that stand beside a point.

A reader takes the tokens and a position; it gives what it read and the position after it, or None and nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..plan import FIRST_YEAR, LAST_YEAR, TermKind, school_year_of_month
from ..roles import Role
from ..tokens import Token, Tokens

T = TypeVar("T")
Read = tuple[T, int] | None

LOOKAHEAD = 16
_PADDING = (Token(Role.END),) * LOOKAHEAD
_CURRENT = (Role.CURRENT, Role.NEXT)
_SHORT_CURRENT = ("т", "с", "н")


def padded(tokens: list[Token]) -> Tokens:
    """Close the line with enough END tokens for readers to look ahead without counting."""
    return (*tokens, *_PADDING)


def by_role(readers: Iterable[tuple[T, Iterable[Role]]]) -> dict[Role, tuple[T, ...]]:
    """Turn readers with the roles their phrases may begin with into the readers of each role, the order kept."""
    table: dict[Role, tuple[T, ...]] = {}
    for reader, roles in readers:
        for role in dict.fromkeys(roles):
            table[role] = (*table.get(role, ()), reader)
    return table


def skip(tokens: Tokens, at: int, *roles: Role) -> int:
    """Give the position after the tokens with the given roles, at most `LOOKAHEAD` of them."""
    end = at
    while tokens[end].role in roles and end < at + LOOKAHEAD:
        end += 1
    return end


def is_year(token: Token) -> bool:
    """Tell a four-digit year."""
    return token.role is Role.NUMBER and len(token.text) == 4 and FIRST_YEAR <= token.value <= LAST_YEAR


def is_small(token: Token) -> bool:
    """Tell a number of one or two digits."""
    return token.role is Role.NUMBER and len(token.text) <= 2


def term_kind(token: Token) -> TermKind | None:
    """Tell what kind of term a word names: «четверть», «триместров», «по полугодиям», «каникулы»."""
    termed = token.role in (Role.TERM, Role.TERMS, Role.HALF_YEAR) and token.value
    return TermKind(token.value) if termed else None


def is_label(tokens: Tokens, at: int) -> bool:
    """Tell a number that names a thing, not a day: «каб. 5», «п. 3.1», «№ 2»."""
    before = at - 2 if tokens[at - 1].role is Role.DOT else at - 1
    return tokens[before].role is Role.NUMBERED or tokens[before].text == "№"


def year_word(tokens: Tokens, at: int) -> int | None:
    """Read «г.», «гг.», «г.г.», «года», «годы»; «2010 г.р.» is no year of a deadline."""
    if tokens[at].role is Role.DOT and tokens[at + 1].role is Role.YEAR:
        at += 1
    if tokens[at].role is not Role.YEAR:
        return None
    short = tokens[at].text.startswith("г") and len(tokens[at].text) <= 2
    if short and tokens[skip(tokens, at + 1, Role.DOT)].text == "р":
        return None
    at = skip(tokens, at + 1, Role.DOT) if short else at + 1
    repeated = short and tokens[at].role is Role.YEAR and tokens[at].text == "г"
    return skip(tokens, at + 1, Role.DOT) if repeated else at


def school_word(tokens: Tokens, at: int) -> int | None:
    """Read «учебного года», «уч. г.», «уч/год», «у.г.»."""
    short = tokens[at].text == "у" and tokens[at + 1].role is Role.DOT
    if tokens[at].role is not Role.SCHOOL and not short:
        return None
    return year_word(tokens, skip(tokens, at + 1, Role.DOT, Role.SLASH, Role.DASH))


def year_pair(tokens: Tokens, at: int) -> Read[tuple[int, int]]:
    """Read «2023/2024», «2023-24»: the first year and the last."""
    first, last = tokens[at], tokens[at + 2]
    if not is_year(first) or tokens[at + 1].role not in (Role.SLASH, Role.DASH):
        return None
    if is_year(last):
        return (first.value, last.value), at + 3
    if is_small(last) and last.value == (first.value + 1) % 100:
        return (first.value, first.value + 1), at + 3
    return None


def _current_year(tokens: Tokens, at: int) -> Read[int]:
    """Read «т.г.», «текущего [календарного] года», «следующего года»: how many years from the document's own."""
    token = tokens[at]
    if token.role not in _CURRENT and token.text not in _SHORT_CURRENT:
        return None
    dotted = skip(tokens, at + 1, Role.DOT, Role.CALENDAR)
    if token.role in _CURRENT:
        end = school_word(tokens, dotted) or year_word(tokens, dotted)
        return (token.value, end) if end else None
    return (0, skip(tokens, dotted + 1, Role.DOT)) if tokens[dotted].text == "г" else None


def _plain_year(tokens: Tokens, at: int) -> Read[int]:
    """Read «2023», «2023 г.», «23 г.», «20 23 г.»; «20__ г.» is a form that nobody filled in."""
    token = tokens[at]
    if is_year(token):
        return token.value, year_word(tokens, at + 1) or at + 1
    if not is_small(token) or len(token.text) < 2:
        return None
    after = tokens[at + 1]
    if token.value == 20 and is_small(after) and len(after.text) == 2 and year_word(tokens, at + 2):
        return 2000 + after.value, year_word(tokens, at + 2) or at + 2
    end = year_word(tokens, at + 1)
    blank = token.text == "20" and after.begin > token.end + 1
    return (2000 + token.value, end) if end and not blank else None


def _points_at_year(tokens: Tokens, at: int) -> bool:
    """Tell a comma or dash that only parts a month from its year: «Декабрь, 2022», «март – 2023»."""
    after = tokens[at + 1]
    if tokens[at].role is Role.COMMA:
        return is_year(after) or after.role is Role.CURRENT
    return tokens[at].role is Role.DASH and is_year(after) and year_pair(tokens, at + 1) is None


def year_after(tokens: Tokens, at: int, month: int) -> tuple[int | None, int, int]:
    """Read the year that belongs to a month before it: the year or None, the shift, the position after.

    «2023 г.», «, 2023», «месяц 2023», «т.г.»; of a school year the year in which `month` falls: «2023/2024 уч. г.»,
    «2023-2024».
    """
    if tokens[at].role is Role.END:
        return None, 0, at
    begin = skip(tokens, at, Role.DOT, Role.UNIT_MONTH)
    if _points_at_year(tokens, begin):
        begin += 1
    if tokens[begin].role is not Role.NUMBER:
        relative = _current_year(tokens, begin)
        return (None, *relative) if relative else (None, 0, at)
    pair = year_pair(tokens, begin)
    school = school_word(tokens, pair[1]) if pair else None
    following = pair and is_year(tokens[begin + 2]) and pair[0][1] == pair[0][0] + 1
    following = following and tokens[begin + 3].role is not Role.YEAR
    if pair and (school or following or tokens[begin + 1].role is Role.SLASH):
        end = school or year_word(tokens, pair[1]) or pair[1]
        return school_year_of_month(pair[0][0], month), 0, end
    year = _plain_year(tokens, begin)
    return (year[0], 0, year[1]) if year else (None, 0, at)


def more_years(tokens: Tokens, at: int) -> Read[int]:
    """Read the last of several years after the first: «2014 2015», «, 2014 и 2015 гг.», «-2016»."""
    read: Read[int] = None
    while True:
        year_at = skip(tokens, at, Role.COMMA, Role.AND, Role.DASH)
        token, after = tokens[year_at], tokens[year_at + 1]
        if not is_year(token) or after.role in (Role.DASH, Role.SLASH, Role.MONTH, Role.SCHOOL):
            return read
        at = year_word(tokens, year_at + 1) or year_at + 1
        read = token.value, at


def ordinal(tokens: Tokens, at: int) -> Read[int]:
    """Read «1», «1-я», «II», «вторая», «последняя» (-1)."""
    token = tokens[at]
    if token.role in (Role.ORDINAL, Role.ROMAN) or is_small(token):
        return token.value, skip(tokens, at + 1, Role.DOT, Role.DASH) if token.role is Role.ORDINAL else at + 1
    return None


def numeral_of(tokens: Tokens, at: int, unit: Role) -> Read[int]:
    """Read the number before a quarter or a half-year; the position given is that of the unit."""
    read = ordinal(tokens, at)
    after = skip(tokens, read[1], Role.DASH, Role.DOT) if read else at
    return (read[0], after) if read and tokens[after].role is unit else None
