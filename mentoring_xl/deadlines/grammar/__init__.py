"""The grammar: from tokens to phrases in the order written; what no reader knows is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..nodes import Month, Part, Phrase, Point, Roughly, Span
from ..roles import Role
from ..tokens import Token, Tokens
from .basics import Read, padded
from .clock import clock
from .habits import habit
from .limits import WHOLE_STARTS, during, limit, whole
from .points import POINT_STARTS
from .sequences import spans
from .ties import EVENT_STARTS, document, event, offset, part_of_term

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


def _one(reader: Callable[[Tokens, int], Read[Phrase]]) -> _Reader:
    """Let a reader of one phrase stand among readers of several."""

    def several(tokens: Tokens, at: int) -> Read[tuple[Phrase, ...]]:
        found = reader(tokens, at)
        return ((found[0],), found[1]) if found else None

    return several


_NUMERALS = (Role.NUMBER, Role.COUNT, Role.ORDINAL, Role.ROMAN)
_NEGATION = (Role.NOT, Role.LATER, Role.EARLIER, Role.RARER)
_UNITS = (Role.DAY, Role.WEEK, Role.UNIT_MONTH, Role.YEAR, Role.HOUR)
_ENDS = (Role.UNTIL, Role.TO, Role.BY, Role.FROM, Role.IN, Role.AHEAD)

# each reader with the roles its phrase may begin with;
# a reader comes before those that would take the beginning of its phrase for their own
_READERS: tuple[tuple[_Reader, tuple[Role, ...]], ...] = (
    (_one(habit), (Role.HABIT, Role.EACH, Role.EDGE, Role.TWICE, Role.TIMES, *_NUMERALS, *_NEGATION, *_ENDS)),
    (_one(document), (Role.CITE, Role.DOCUMENT, Role.TO, Role.ABOUT)),
    (_one(offset), (Role.DURING, Role.HENCE, Role.OCCASION, *_NUMERALS, *_NEGATION, *_ENDS, *_UNITS)),
    (_one(part_of_term), (Role.IN, Role.ABOUT, Role.EDGE, Role.HALF, Role.DECADE, *_NUMERALS, *_UNITS)),
    (limit, (Role.UNTIL, Role.BY, Role.TO, Role.AFTER, Role.SINCE, Role.NOT)),
    (during, (Role.IN, Role.ABOUT, Role.DURING)),
    (whole, (Role.IN, Role.ABOUT, Role.AHEAD, *WHOLE_STARTS)),
    (_time_of_day, (Role.NUMBER, Role.ABOUT, *_ENDS)),
    (spans, (Role.IN, Role.PERIOD, Role.SINCE, Role.FROM, *POINT_STARTS)),
    (_one(_roughly), (Role.ROUGHLY, Role.SIGN)),
    (_one(event), EVENT_STARTS),
)
_READERS_BY_ROLE = {role: tuple(reader for reader, roles in _READERS if role in roles) for role in Role}


def _phrases(tokens: Tokens) -> Iterator[Phrase]:
    """Read phrases from left to right."""
    at = 0
    while tokens[at].role is not Role.END:
        readers = _READERS_BY_ROLE[tokens[at].role]
        found = next(filter(None, (reader(tokens, at) for reader in readers)), ((), at + 1))
        yield from found[0]
        at = found[1]


def _in_month(point: Point, model: Month | Part) -> Point:
    """Give an unnamed part the month of another point."""
    if isinstance(point, Part) and point.month is None:
        return replace(point, month=model.month, year=model.year, shift=model.shift)
    return point


def _month_before(phrase: Phrase, before: Phrase | None) -> Month | Part | None:
    """Give the month that a part without a month takes from the phrase before it."""
    waits = isinstance(phrase, Span) and isinstance(phrase.first, Part) and phrase.first.month is None
    model = before.last if isinstance(before, Span) else None
    return model if waits and isinstance(model, Month | Part) else None


def _with_months(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Give parts named after their month that month: «октябрь, 2 неделя»; the whole month then gives way."""
    done: list[Phrase] = []
    for phrase in phrases:
        before = done[-1] if done else None
        model = _month_before(phrase, before)
        if model is None or not isinstance(phrase, Span):
            done.append(phrase)
            continue
        if isinstance(model, Month) and isinstance(before, Span) and before.first == model:
            done.pop()
        done.append(replace(phrase, first=_in_month(phrase.first, model), last=_in_month(phrase.last, model)))
    return tuple(done)


def read(tokens: list[Token]) -> tuple[Phrase, ...]:
    """Read the phrases of a line of tokens. Raises nothing; the work grows with the number of tokens."""
    return _with_months(_phrases(padded(tokens)))
