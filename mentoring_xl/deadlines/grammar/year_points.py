"""Years and seasons: «2023 год», «2008 - 2010», «2023/2024 уч. г.», «осень 2023»; and when a bare number is a year."""

from __future__ import annotations

from ..nodes import Season, Years
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_small, is_year, school_word, skip, year_after, year_pair, year_word

_WINTER = 12
_SEASON_JOINTS = (Role.DASH, Role.SLASH, Role.AND)
_YEAR_LEADS = (
    *(Role.IN, Role.AHEAD, Role.FROM, Role.TO, Role.UNTIL, Role.BY, Role.ABOUT),
    *(Role.DASH, Role.COLON, Role.SCHOOL, Role.WHOLE, Role.EDGE, Role.ROUGHLY),
)
_SIGNS = (
    *(Role.DOT, Role.COMMA, Role.COLON, Role.SEMICOLON, Role.DASH),
    *(Role.OPEN, Role.CLOSE, Role.QUOTE, Role.END),
)


def season(tokens: Tokens, at: int) -> Read[Season]:
    """Read «весна 2024 г.», «осень-зима 2023-2024»; the winter of one year could be either of two and is left alone."""
    if tokens[at].role is not Role.SEASON:
        return None
    value, begin = tokens[at].value, skip(tokens, at + 1, Role.PERIOD, Role.COMMA)
    pair = year_pair(tokens, begin)
    if value == _WINTER and pair:
        year, end = pair[0][0], year_word(tokens, pair[1]) or pair[1]
        return Season(tokens[at].begin, tokens[end - 1].end, first_month=value, year=year), end
    single, _, end = year_after(tokens, begin, value)
    after = season(tokens, begin + 1) if single is None and tokens[begin].role in _SEASON_JOINTS else None
    if after:
        single = after[0].year
    if single is None or value == _WINTER:
        return None
    return Season(tokens[at].begin, tokens[end - 1].end, first_month=value, year=single), end


def _alone(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a number without «год» is a year: its neighbours call for one, or it is all that is written.

    In «Учитель года – 2024» and «Год семьи (2024)» it belongs to a name.
    """
    before, after = tokens[at - 1].role, tokens[skip(tokens, end, Role.COMMA, Role.COLON, Role.AND, Role.DASH)]
    if before is Role.OPEN and _names_year(tokens, at - 2):
        return False
    if before is Role.DASH and tokens[at - 2].role is Role.YEAR:
        return False
    if before in _YEAR_LEADS and (before is not Role.DASH or tokens[at].gap):
        return True
    bracketed = before is Role.OPEN and tokens[end].role is Role.CLOSE
    if bracketed or after.role is Role.MONTH or (after is not tokens[end] and is_year(after)):
        return True
    return all(token.role in _SIGNS for token in (*tokens[:at], *tokens[end:]))


def _names_year(tokens: Tokens, at: int) -> bool:
    """Tell whether the words up to `at` are the name of a year: «Год педагога и наставника»."""
    begin = at
    while begin > 0 and tokens[begin].role in (Role.WORD, Role.AND, Role.QUOTE):
        begin -= 1
    return begin < at and tokens[begin].text == "год"


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
        school = school_end is not None or (last == first + 1 and _of_school(tokens, at))
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
