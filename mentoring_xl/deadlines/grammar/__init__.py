"""The grammar: from tokens to phrases in the order written; what no reader knows is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..lexicon import STREET
from ..nodes import PARTS_OF_MONTH, Bound, Day, Habit, Month, Part, Phrase, Point, Roughly, Span
from ..roles import Role
from ..tokens import Token, Tokens
from .basics import Read, by_role, is_year, padded, skip
from .clock import CLOCK_SIGNS, clock
from .habits import HABIT_SIGNS, habit
from .limits import WHOLE_STARTS, during, limit, reported, whole
from .month_days import days_before_month, days_behind_month
from .points import POINT_STARTS
from .roman_months import ROMAN_STARTS, roman_months
from .sequences import spans
from .terms import TERM_SIGNS, TERM_STARTS, term
from .ties import EVENT_STARTS, OFFSET_SIGNS, PART_SIGNS, document, event, offset, part_of_term

__all__ = ["read"]

_Reader = Callable[[Tokens, int], Read[tuple[Phrase, ...]]]


def _roughly(tokens: Tokens, at: int) -> Read[Roughly]:
    """Read «ориентировочно», «около», «~»."""
    token = tokens[at]
    rough = token.role is Role.ROUGHLY or token.text in ("~", "≈")
    return (Roughly(token.begin, token.end), at + 1) if rough else None


def _time_of_day(tokens: Tokens, at: int) -> Read[tuple[()]]:
    """Pass over a time of day, so that no date is seen in it."""
    end = clock(tokens, at)
    return ((), end) if end else None


def _label(tokens: Tokens, at: int) -> Read[tuple[()]]:
    """Pass over the number of a thing, so that no date is seen in it: «п.п. 1.1-1.5», «СП 3.1/2.4-20», «ул. 8 Марта».

    A street may be named after a date; «п. 15 мая» and «каб. 15.09.2023» keep theirs.
    """
    begin = skip(tokens, at + 1, Role.DOT, Role.NUMBERED)
    end = begin
    while tokens[end].role in _IN_LABEL and (end == begin or not tokens[end].gap):
        end += 1
    dated = any(map(is_year, tokens[begin:end]))
    named = tokens[end].role is Role.MONTH
    return ((), end + named) if end > begin and not dated and (not named or tokens[at].value == STREET) else None


def _one(reader: Callable[[Tokens, int], Read[Phrase]]) -> _Reader:
    """Let a reader of one phrase stand among readers of several."""

    def several(tokens: Tokens, at: int) -> Read[tuple[Phrase, ...]]:
        found = reader(tokens, at)
        return ((found[0],), found[1]) if found else None

    return several


_IN_LABEL = (Role.NUMBER, Role.DOT, Role.DASH, Role.SLASH, Role.COMMA)
_NUMERALS = (Role.NUMBER, Role.COUNT, Role.ORDINAL, Role.ROMAN)
_NEGATION = (Role.NOT, Role.LATER, Role.EARLIER, Role.RARER)
_UNITS = (Role.DAY, Role.WEEK, Role.UNIT_MONTH, Role.YEAR, Role.HOUR)
_ENDS = (Role.UNTIL, Role.TO, Role.BY, Role.FROM, Role.IN, Role.AHEAD)


class _Rule(NamedTuple):
    """A reader that is tried where its phrase may begin. signs: the phrase holds one of these, if any are named."""

    reader: _Reader
    starts: tuple[Role, ...]
    signs: frozenset[Role] = frozenset()


# a reader comes before those that would take the beginning of its phrase for their own
_RULES = (
    _Rule(roman_months, ROMAN_STARTS, frozenset({Role.ROMAN})),
    _Rule(
        _one(habit),
        (Role.HABIT, Role.EACH, Role.EDGE, Role.TWICE, Role.TIMES, *_NUMERALS, *_NEGATION, *_ENDS),
        HABIT_SIGNS,
    ),
    _Rule(_one(document), (Role.CITE, Role.DOCUMENT, Role.TO, Role.ABOUT)),
    _Rule(_one(term), TERM_STARTS, TERM_SIGNS),
    _Rule(
        _one(offset),
        (Role.DURING, Role.HENCE, Role.OCCASION, *_NUMERALS, *_NEGATION, *_ENDS, *_UNITS),
        OFFSET_SIGNS,
    ),
    _Rule(
        _one(part_of_term), (Role.IN, Role.ABOUT, Role.EDGE, Role.HALF, Role.DECADE, *_NUMERALS, *_UNITS), PART_SIGNS
    ),
    _Rule(limit, (Role.UNTIL, Role.BY, Role.TO, Role.AFTER, Role.SINCE, Role.NOT)),
    _Rule(during, (Role.IN, Role.ABOUT, Role.DURING), frozenset({Role.DURING})),
    _Rule(whole, (Role.IN, Role.ABOUT, Role.AHEAD, *WHOLE_STARTS), frozenset(WHOLE_STARTS)),
    _Rule(reported, (Role.AHEAD,)),
    _Rule(_label, (Role.NUMBERED,)),
    _Rule(_time_of_day, (Role.NUMBER, Role.ABOUT, *_ENDS), CLOCK_SIGNS),
    _Rule(days_behind_month, (Role.MONTH, Role.IN), frozenset({Role.NUMBER})),
    _Rule(days_before_month, (Role.NUMBER, Role.FROM), frozenset({Role.OPEN})),
    _Rule(spans, (Role.IN, Role.PERIOD, Role.SINCE, Role.FROM, *POINT_STARTS)),
    _Rule(_one(_roughly), (Role.ROUGHLY, Role.SIGN)),
    _Rule(_one(event), EVENT_STARTS),
)
_RULES_BY_ROLE = by_role((rule, rule.starts) for rule in _RULES)
_SIGNS = frozenset(sign for rule in _RULES for sign in rule.signs)


@lru_cache(maxsize=4096)
def _readers(role: Role, held: frozenset[Role]) -> tuple[_Reader, ...]:
    """Give the readers to try at a role: `held`, the signs in the line, rules most of them out without a trial."""
    rules = _RULES_BY_ROLE.get(role, ())
    return tuple(rule.reader for rule in rules if not (rule.signs and held.isdisjoint(rule.signs)))


def _phrases(tokens: Tokens, held: frozenset[Role]) -> tuple[Phrase, ...]:
    """Read phrases from left to right, each with the first rule that fits."""
    phrases: list[Phrase] = []
    at = 0
    while tokens[at].role is not Role.END:
        for reader in _readers(tokens[at].role, held):
            found = reader(tokens, at)
            if found:
                phrases += found[0]
                at = found[1]
                break
        else:
            at += 1
    return tuple(phrases)


def _in_month(point: Point, model: Month | Part) -> Point:
    """Give an unnamed part the month of another point."""
    if isinstance(point, PARTS_OF_MONTH) and point.month is None:
        return replace(point, month=model.month, year=model.year, shift=model.shift)
    return point


def _month_before(phrase: Phrase, before: Phrase | None) -> Month | Part | None:
    """Give the month that a part without a month takes from the phrase before it."""
    waits = isinstance(phrase, Span) and isinstance(phrase.first, PARTS_OF_MONTH) and phrase.first.month is None
    model = before.last if isinstance(before, Span) else None
    return model if waits and isinstance(model, Month | Part) else None


def _in_whole_month(phrase: Phrase, before: Phrase | None) -> Phrase:
    """Give «до 20 числа» the whole month named before it: «сентябрь (до 20 числа)»."""
    if not (isinstance(phrase, Habit) and phrase.day and isinstance(before, Span) and before.first is before.last):
        return phrase
    month = before.first
    if not isinstance(month, Month):
        return phrase
    day = Day(month.begin, phrase.end, number=phrase.day, month=month.month, year=month.year, shift=month.shift)
    return Span(before.begin, phrase.end, day, day, Bound.UNTIL)


def _with_months(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Give parts named after their month that month: «октябрь, 2 неделя»; the whole month then gives way."""
    done: list[Phrase] = []
    for read in phrases:
        before = done[-1] if done else None
        phrase = _in_whole_month(read, before)
        if phrase is not read:
            done.pop()
        model = _month_before(phrase, before)
        if model is None or not isinstance(phrase, Span):
            done.append(phrase)
            continue
        if isinstance(model, Month) and isinstance(before, Span) and before.last is model and before.single:
            done.pop()
        first = _in_month(phrase.first, model)
        last = first if phrase.single else _in_month(phrase.last, model)
        done.append(replace(phrase, first=first, last=last))
    return tuple(done)


def read(tokens: list[Token]) -> tuple[Phrase, ...]:
    """Read the phrases of a line of tokens. Raises nothing; the work grows with the number of tokens."""
    phrases = _phrases(padded(tokens), _SIGNS.intersection([token.role for token in tokens]))
    return _without_reports(_with_months(phrases)) if len(phrases) > 1 else phrases


def _without_reports(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Leave out the period of a report that has a deadline of its own: «отчёт за сентябрь до 5 октября»."""
    spans = [phrase for phrase in phrases if isinstance(phrase, Span)]
    about = [span for span in spans if span.reported]
    limited = about and any(span.bound is not Bound.WITHIN for span in spans)
    return tuple([phrase for phrase in phrases if phrase not in about]) if limited else phrases
