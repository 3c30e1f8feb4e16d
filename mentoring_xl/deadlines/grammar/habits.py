"""What happens again and again: «1 раз в четверть», «каждый понедельник», «до 25 числа каждого месяца»."""

from __future__ import annotations

from dataclasses import replace

from ..lexicon import ADJECTIVE
from ..nodes import Habit
from ..roles import Role
from ..tokens import Token, Tokens
from .basics import Read, is_small, ordinal, skip, term_kind

_UNITS = (
    Role.YEAR,
    Role.UNIT_MONTH,
    Role.WEEK,
    Role.DAY,
    Role.QUARTER,
    Role.HALF_YEAR,
    Role.TERM,
    Role.DECADE,
    Role.HOUR,
    Role.WEEKDAY,
    Role.MONTH,
    Role.SEASON,
)
HABIT_SIGNS = frozenset(
    (
        *(Role.HABIT, Role.EACH, Role.TIMES, Role.TWICE, Role.DATES),
        *(Role.UNIT_MONTH, Role.TERMS, Role.WEEKDAY, Role.WEEKDAYS, Role.NEXT),
    )
)
_LIMITS = (Role.UNTIL, Role.TO, Role.FROM, Role.BY, Role.IN, Role.AHEAD)
_QUALIFIERS = (Role.SCHOOL, Role.CALENDAR, Role.WORKING, Role.DOT)


def _shown(token: Token) -> str:
    """Give a token as a rule shows it: «1-я», «мес»; signs are left out, a stroke stands for «в»."""
    if token.role is Role.SLASH:
        return "в"
    return f"{token.text}-{token.tail}" if token.tail else token.text if token.text.isalnum() else ""


def _habit(tokens: Tokens, begin: int, end: int) -> tuple[Habit, int]:
    """Make a habit of the tokens from `begin` to `end`, its rule the words between them."""
    rule = " ".join(filter(None, map(_shown, tokens[begin:end])))
    terms = next(filter(None, map(term_kind, tokens[begin:end])), None)
    return Habit(tokens[begin].begin, tokens[end - 1].end, rule, terms, _describes(tokens, begin, end)), end


def _describes(tokens: Tokens, at: int, end: int) -> bool:
    """Tell an adjective of some thing («ежегодный отчёт») and a mere count («2 раза») from a rule."""
    token, after = tokens[at], tokens[at + 1]
    if tokens[end - 1].role is Role.TIMES:
        return True
    adjective = token.role is Role.HABIT and token.value == ADJECTIVE
    return adjective and after.role is Role.WORD and not after.text.startswith("основ")


def _adverb(tokens: Tokens, at: int) -> int | None:
    """Read «ежемесячно», «постоянно», «круглый год»."""
    return at + 1 if tokens[at].role is Role.HABIT else None


def _each(tokens: Tokens, at: int) -> int | None:
    """Read «каждый понедельник», «каждую вторую неделю», «каждого 5 числа», «в конце каждой четверти»."""
    begin = skip(tokens, at, Role.IN, Role.EDGE, Role.UNTIL) if _edge_ahead(tokens, at) else at
    if tokens[begin].role is not Role.EACH:
        return None
    begin += 1
    number = ordinal(tokens, begin)
    begin = skip(tokens, number[1] if number else begin, Role.COUNT, *_QUALIFIERS)
    if tokens[begin].role not in (*_UNITS, Role.DATES):
        return begin
    begin += 1
    if tokens[begin].role is Role.UNIT_MONTH:
        begin += 1
    while tokens[begin].role in (Role.AND, Role.COMMA) and tokens[begin + 1].role is Role.WEEKDAY:
        begin += 2
    return begin


def _edge_ahead(tokens: Tokens, at: int) -> bool:
    """Tell whether «(в|до) конце каждого …» begins here."""
    edge = skip(tokens, at, Role.IN, Role.UNTIL)
    return tokens[edge].role is Role.EDGE and tokens[edge + 1].role is Role.EACH


def _unit_of_times(tokens: Tokens, at: int) -> int | None:
    """Read what «раз» is counted over: «в четверть», «/мес.», «за 2 недели», «в учебном году», «в 5 лет»."""
    begin = skip(tokens, at, Role.IN, Role.SLASH, Role.AHEAD, Role.ABOUT)
    if begin == at:
        return None
    begin = skip(tokens, begin, Role.EACH, Role.COUNT, Role.NUMBER, *_QUALIFIERS)
    return begin + 1 if tokens[begin].role in _UNITS or tokens[begin].text == "лет" else None


def _times(tokens: Tokens, at: int) -> int | None:
    """Read «1 раз в четверть», «не реже 2-3 раз в год», «раз в месяц», «дважды в год»."""
    begin = skip(tokens, at, Role.NOT, Role.RARER, Role.THAN, Role.TO)
    counted = skip(tokens, begin, Role.NUMBER, Role.COUNT, Role.DASH, Role.ORDINAL)
    if tokens[counted].role is Role.TWICE:
        return _unit_of_times(tokens, counted + 1)
    if tokens[counted].role is not Role.TIMES:
        return None
    after = skip(tokens, counted + 1, Role.DOT)
    return _unit_of_times(tokens, after) or (after if counted > begin and tokens[counted].text != "р" else None)


def _on_days(tokens: Tokens, at: int) -> int | None:
    """Read «по понедельникам и средам», «по четвертям», «по вт, чт»."""
    if tokens[at].role is not Role.TO:
        return None
    days = (Role.WEEKDAYS, Role.TERMS, Role.WEEKDAY)
    if tokens[at + 1].role not in days:
        return None
    end = at + 2
    while tokens[end].role in (Role.AND, Role.COMMA) and tokens[end + 1].role in days:
        end += 2
    return skip(tokens, end, Role.DOT)


def _monthly_date(tokens: Tokens, at: int) -> int | None:
    """Read «до 25 числа каждого месяца», «1-5 числа», «15 и 30 числа ежемесячно», «до 10 каждого месяца»."""
    begin = skip(tokens, at, Role.NOT, Role.LATER, *_LIMITS)
    worded = tokens[begin].role is Role.ORDINAL and tokens[begin].value > 0
    if not (is_small(tokens[begin]) or worded):
        return None
    end = skip(tokens, begin + 1, Role.NUMBER, Role.DASH, Role.AND, Role.COMMA, Role.TO)
    dated = tokens[end].role is Role.DATES
    end = skip(tokens, end, Role.DATES)
    monthly = tokens[end].role is Role.EACH and tokens[end + 1].role is Role.UNIT_MONTH
    if tokens[end].role is Role.HABIT:
        return end + 1 if dated else None
    if monthly:
        return end + 2
    if not dated or tokens[end].role is Role.MONTH:
        return None
    following = skip(tokens, end, Role.NEXT, Role.CURRENT)
    return following + 1 if tokens[following].role is Role.UNIT_MONTH else end


def _after_reported_year(tokens: Tokens, at: int) -> int | None:
    """Read «до 25 января года, следующего за отчетным»."""
    begin = skip(tokens, at, Role.NOT, Role.LATER, *_LIMITS)
    if not (is_small(tokens[begin]) and tokens[begin + 1].role is Role.MONTH and tokens[begin + 2].role is Role.YEAR):
        return None
    following = skip(tokens, begin + 3, Role.COMMA)
    behind = tokens[following].role is Role.NEXT and tokens[following + 1].role is Role.AHEAD
    return following + 3 if behind and tokens[following + 2].role is Role.WORD else None


def _day(tokens: Tokens, at: int, end: int) -> int | None:
    """Give the number of «до 20 числа», which says nothing of every month and may belong to a month named before."""
    until = tokens[at].role is Role.UNTIL and tokens[at + 1].role is Role.NUMBER
    return tokens[at + 1].value if until and end == at + 3 and tokens[at + 2].role is Role.DATES else None


def _of_the_month(tokens: Tokens, at: int) -> int | None:
    """Read «последняя пятница месяца», «1-я и 3-я среда месяца», «первая неделя каждого месяца»."""
    number = ordinal(tokens, at)
    while number and tokens[number[1]].role in (Role.AND, Role.COMMA):
        number = ordinal(tokens, number[1] + 1)
    if number is None or tokens[number[1]].role not in (Role.WEEKDAY, Role.WEEK, Role.DECADE, Role.DAY):
        return None
    end = number[1] + 1
    if tokens[end].role is Role.EACH and tokens[end + 1].role in _UNITS:
        return end + 2
    weekday = tokens[number[1]].role is Role.WEEKDAY
    return end + 1 if weekday and tokens[end].role is Role.UNIT_MONTH else None


def habit(tokens: Tokens, at: int) -> Read[Habit]:
    """Read a rule of repetition; its words become the rule."""
    for reader in (_adverb, _monthly_date, _after_reported_year, _of_the_month, _each, _times, _on_days):
        end = reader(tokens, at)
        if end is not None:
            found = _habit(tokens, at, end)
            return (replace(found[0], day=_day(tokens, at, end)), end) if reader is _monthly_date else found
    return None
