"""School terms and holidays: «1 четверть», «до конца II триместра», «осенние каникулы», «первая неделя 2 четверти»."""

from __future__ import annotations

from collections.abc import Callable

from ..nodes import Bound, PartOf, TermSpan
from ..plan import AUTUMN, EXTRA, SPRING, SUMMER, WINTER, TermKind
from ..roles import Role
from ..tokens import Tokens
from .basics import Read, is_small, school_word, skip, term_kind, year_after, year_pair, year_word
from .limits import EDGE_BOUNDS, limit_head
from .points import part_word

_Ranges = tuple[tuple[int, int], ...]
_Part = tuple[int, PartOf]
_One = Callable[[Tokens, int], Read[int]]

TERM_STARTS = (
    *(Role.NUMBER, Role.ROMAN, Role.ORDINAL, Role.SEASON, Role.TERM, Role.WORD, Role.EDGE),
    *(Role.IN, Role.ABOUT, Role.AHEAD, Role.DURING, Role.PERIOD, Role.WHOLE),
    *(Role.UNTIL, Role.BY, Role.TO, Role.AFTER, Role.SINCE, Role.FROM, Role.NOT),
)
TERM_SIGNS = frozenset({Role.TERM, Role.WEEKDAY})
_LEADS = (Role.IN, Role.ABOUT, Role.AHEAD, Role.DURING, Role.DOT, Role.PERIOD, Role.WHOLE, Role.DAY)
_LIST = (Role.COMMA, Role.AND, Role.SEMICOLON, Role.SLASH)
_RANGE = (Role.DASH, Role.TO, Role.UNTIL)
_SEASONS = {9: AUTUMN, 12: WINTER, 3: SPRING, 6: SUMMER}
_NAMED_HOLIDAYS = (("новогодн", WINTER), ("рождественск", WINTER), ("дополнительн", EXTRA))
_MOST = {TermKind.QUARTER: 4, TermKind.TRIMESTER: 3, TermKind.HALF_YEAR: 2}
# «начало», «середина» and «конец» of a term as parts: the first, the middle and the last ten days
_EDGE_PARTS = {1: 1, 2: 0, 3: -1}
_SEPTEMBER = 9
_MOST_RANGES = 8


def _number(tokens: Tokens, at: int) -> Read[int]:
    """Read «1», «1-я», «II», «вторая»."""
    token = tokens[at]
    numbered = is_small(token) or token.role in (Role.ROMAN, Role.ORDINAL)
    return (token.value, at + 1) if numbered and token.value > 0 else None


def _holiday(tokens: Tokens, at: int) -> Read[int]:
    """Read «осенние», «новогодние», «дополнительные»."""
    token = tokens[at]
    if token.role is Role.SEASON:
        return _SEASONS[token.value], at + 1
    number = next((number for stem, number in _NAMED_HOLIDAYS if token.text.startswith(stem)), None)
    return (number, at + 1) if number else None


def _ranges(tokens: Tokens, at: int, one: _One) -> Read[_Ranges]:
    """Read «1», «2-3», «I, II и IV», «1 по 3», «осенние и весенние» with a reader of one number."""
    found: list[tuple[int, int]] = []
    read, end = one(tokens, at), at
    while read and len(found) < _MOST_RANGES:
        first, end = read
        last, end = _after(tokens, end, _RANGE, one) or (first, end)
        found.append((first, last))
        read = _after(tokens, end, _LIST, one)
    return (tuple(found), end) if found else None


def _after(tokens: Tokens, at: int, joints: tuple[Role, ...], one: _One) -> Read[int]:
    """Read one more number behind a sign or word that joins it."""
    end = skip(tokens, at, *joints)
    return one(tokens, end) if end > at else None


def _numbered(tokens: Tokens, at: int) -> Read[TermSpan]:
    """Read «1 четверть», «II-III триместр», «2 четв.»."""
    read = _ranges(tokens, at, _number)
    if read is None:
        return None
    ranges, end = read
    end = skip(tokens, end, Role.DOT, Role.DASH, Role.SCHOOL)
    word = tokens[end]
    kind = TermKind.QUARTER if word.text == "четв" else term_kind(word) if word.role is Role.TERM else None
    if kind not in _MOST or any(not 1 <= number <= _MOST[kind] for span in ranges for number in span):
        return None
    return TermSpan(tokens[at].begin, word.end, kind, ranges), end + 1


def _holidays(tokens: Tokens, at: int) -> Read[TermSpan]:
    """Read «осенние каникулы», «зимние школьные каникулы», «каникулы (осенние, весенние)», «каникулярное время»."""
    read = _ranges(tokens, at, _holiday)
    end = read[1] if read else at
    end += bool(read and tokens[end].role is Role.WORD)
    if term_kind(tokens[end]) is not TermKind.HOLIDAYS or tokens[end].role is not Role.TERM:
        return None
    behind = None if read else _ranges(tokens, skip(tokens, end + 1, Role.OPEN, Role.COLON, Role.DASH), _holiday)
    after = skip(tokens, behind[1], Role.CLOSE) if behind else end + 1
    named = read or behind
    return TermSpan(tokens[at].begin, tokens[after - 1].end, TermKind.HOLIDAYS, named[0] if named else ()), after


def named_term(tokens: Tokens, at: int) -> Read[TermSpan]:
    """Read terms or holidays by their numbers or names, with the year that follows."""
    read = _numbered(tokens, at) or _holidays(tokens, at)
    if read is None:
        return None
    year, end = _year(tokens, skip(tokens, read[1], Role.DOT))
    span = read[0]
    return TermSpan(span.begin, max(span.end, tokens[end - 1].end), span.kind, span.ranges, year=year), end


def _year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Read the school year of a term by its first year: «2023-2024 уч. года», «учебного года», «2024 г.»."""
    pair = year_pair(tokens, at)
    if pair:
        return pair[0][0], school_word(tokens, pair[1]) or year_word(tokens, pair[1]) or pair[1]
    worded = school_word(tokens, at)
    if worded:
        return None, worded
    year, _, end = year_after(tokens, at, _SEPTEMBER)
    return year, end


def _head(tokens: Tokens, at: int) -> tuple[Bound, int]:
    """Read «до», «до конца», «к началу», «после», «с начала», «в период»: the bound and the position after."""
    limited = limit_head(tokens, at)
    if limited is None and tokens[at].role is Role.FROM:
        opening = tokens[at + 1].role is Role.EDGE and tokens[at + 1].value == 1
        return Bound.FROM, at + 1 + opening
    if limited is None:
        return Bound.WITHIN, skip(tokens, at, *_LEADS)
    bound, begin = limited
    closing = tokens[begin].role in (Role.EDGE, Role.OCCASION) and bound is Bound.UNTIL
    if closing and tokens[begin].value in EDGE_BOUNDS:
        return EDGE_BOUNDS[tokens[begin].value], begin + 1
    return bound, begin


def _part(tokens: Tokens, at: int) -> tuple[_Part | None, int]:
    """Read «начало», «конец», «первая неделя» before a term."""
    read = part_word(tokens, at)
    if read is None:
        return None, at
    (number, unit), end = read
    return (_EDGE_PARTS[number] if tokens[at].role is Role.EDGE else number, unit), end


def term(tokens: Tokens, at: int) -> Read[TermSpan]:
    """Read terms with what bounds them: «до конца 2 четверти», «с 1 по 3 четверть», «во время зимних каникул»."""
    bound, begin = _head(tokens, at)
    part, begin = _part(tokens, begin)
    read = named_term(tokens, begin)
    if read is None or (part and not read[0].ranges):
        return None
    span, end = read
    ranged = any(first != last for first, last in span.ranges)
    within = bound is Bound.FROM and ranged
    bound = Bound.WITHIN if within else bound
    return TermSpan(tokens[at].begin, span.end, span.kind, span.ranges, bound, part, span.year), end
