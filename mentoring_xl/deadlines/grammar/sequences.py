"""Points joined together: «с 4 по 23 сентября», «апрель-май 2018 года», «10 и 11 июня», «I-II квартал»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from ..nodes import PARTS_OF_MONTH, Bare, Bound, Day, HalfYear, Month, NthWeekday, Part, Point, Quarter, Span
from ..roles import Role, Sign
from ..tokens import Tokens
from .basics import Read, skip
from .days import bare_day
from .points import point

_MOST_ITEMS = 60
_JOINING = frozenset(
    (Role.DOT, Role.DASH, Role.TO, Role.UNTIL, Role.COMMA, Role.SEMICOLON, Role.SLASH, Role.AND),
)
_OPENINGS = frozenset({Role.IN, Role.PERIOD, Role.SINCE, Role.FROM})
_MOST_DAYS = 31
_MOST_NUMBERS = {Part: 5, NthWeekday: 5, Quarter: 4, HalfYear: 2}
_NUMBERED = (Part, NthWeekday, Quarter, HalfYear)


class _Joint(Sign):
    """What stands before an item."""

    NONE: ClassVar[_Joint]
    RANGE: ClassVar[_Joint]
    LIST: ClassVar[_Joint]


@dataclass(slots=True, eq=False, repr=False)
class _Item:
    """One point of a sequence. opened: «с» stands before it. after: the position behind it."""

    joint: _Joint
    opened: bool
    node: Point | Bare
    after: int


def _bare(tokens: Tokens, at: int) -> Read[Bare]:
    """Read a number, Roman number or ordinal that waits for the point it numbers."""
    read = bare_day(tokens, at)
    if read is None and tokens[at].role in (Role.ROMAN, Role.ORDINAL):
        read = tokens[at].value, at + 1
    return (Bare(tokens[at].begin, tokens[at].end, read[0]), read[1]) if read else None


def _opening(tokens: Tokens, at: int) -> tuple[bool, int]:
    """Skip «с», «в период с», «С период», «начиная с»; tell whether the point is an opening one."""
    if tokens[at].role not in _OPENINGS:
        return False, at
    begin = skip(tokens, at, Role.IN, Role.PERIOD, Role.SINCE)
    after = skip(tokens, begin, Role.FROM)
    after = skip(tokens, after, Role.PERIOD) if after > begin else after
    return after > begin or (begin > at and tokens[begin - 1].role is Role.SINCE), after


def _joint(tokens: Tokens, at: int) -> tuple[_Joint, bool, int]:
    """Read what joins the next point: the joint, whether «с» opens a new range, the position after."""
    if tokens[at].role not in _JOINING:
        return _Joint.NONE, False, at
    begin = skip(tokens, at, Role.DOT)
    end = skip(tokens, begin, Role.DASH, Role.DOT)
    dashed = end > begin
    if tokens[end].role in (Role.TO, Role.UNTIL):
        return _Joint.RANGE, False, skip(tokens, end + 1, Role.DASH, Role.TO)
    if dashed:
        return _Joint.RANGE, False, skip(tokens, end, Role.IN)
    end = skip(tokens, begin, Role.COMMA, Role.SEMICOLON, Role.SLASH, Role.AND)
    if end == begin:
        return _Joint.NONE, False, at
    if tokens[end].role in (Role.TO, Role.UNTIL) and tokens[end - 1].role is Role.AND:
        return _Joint.RANGE, False, end + 1
    opened, end = _opening(tokens, end)
    return _Joint.LIST, opened, end


def _numbered_like(model: Point, bare: Bare) -> Point | None:
    """Give the waiting number the month or unit of the point after it: «2» before «4 октября» is «2 октября».

    Before «12.2023» the waiting number is a month.
    """
    if isinstance(model, Month) and model.year is not None and 1 <= bare.number <= 12:
        return replace(model, month=bare.number, begin=bare.begin, end=bare.end)
    if isinstance(model, Day):
        known = 1 <= bare.number <= _MOST_DAYS
        return Day(bare.begin, bare.end, bare.number, model.month, model.year, model.shift) if known else None
    if not isinstance(model, _NUMBERED):
        return None
    counted_back = bare.number == -1 and isinstance(model, PARTS_OF_MONTH)
    if not (1 <= bare.number <= _MOST_NUMBERS[type(model)] or counted_back):
        return None
    return replace(model, number=bare.number, begin=bare.begin, end=bare.end)


def _completed(model: Point, node: Point | Bare) -> Point | None:
    """Complete a node from the point after it: a waiting number, or «начало» in «начало – середина мая»."""
    if isinstance(node, Bare):
        return _numbered_like(model, node)
    if isinstance(node, Part) and node.month is None and isinstance(model, Part):
        return replace(node, month=model.month, year=model.year, shift=model.shift)
    return node


def _read_items(tokens: Tokens, at: int, opened: bool, first: Read[Point]) -> list[_Item]:
    """Read points and waiting numbers as far as joints lead from one to the next and the numbers find a point.

    first: the point at `at`, if there is one. opened: «с» stands before it.
    """
    joint = _Joint.NONE
    items: list[_Item] = []
    read: Read[Point | Bare] = first or _bare(tokens, at)
    while read and len(items) < _MOST_ITEMS:
        node = read[0]
        waiting = items[-1].node if items else None
        if isinstance(waiting, Bare) and not isinstance(node, Bare) and _completed(node, waiting) is None:
            break
        items.append(_Item(joint, opened, node, read[1]))
        joint, opened, at = _joint(tokens, read[1])
        if joint is _Joint.NONE:
            break
        read = point(tokens, at) or _bare(tokens, at)
    return items


def _whole(items: list[_Item]) -> list[tuple[_Item, Point]]:
    """Complete the waiting nodes from right to left; numbers at the end that found no point are left out."""
    done: list[tuple[_Item, Point]] = []
    for item in reversed(items):
        node = _completed(done[-1][1], item.node) if done else item.node
        if node is not None and not isinstance(node, Bare):
            done.append((item, node))
    return done[::-1]


def _unnamed(point: Point) -> bool:
    """Tell a part of a month that is not named: «1 неделя», «начало», «последний четверг»."""
    return isinstance(point, PARTS_OF_MONTH) and point.month is None


def _spans(whole: list[tuple[_Item, Point]]) -> Iterator[Span]:
    """Pair the ends of ranges; a point opened by «с» and never closed is an open span.

    In «сентябрь – 1 неделя» and «начало – 1 сентября» the dash makes no range of the named and the unnamed.
    """
    at = 0
    while at < len(whole):
        item, first = whole[at]
        last, begin = first, at
        while at + 1 < len(whole) and whole[at + 1][0].joint is _Joint.RANGE:
            if _unnamed(last) is not _unnamed(whole[at + 1][1]):
                break
            at += 1
            last = whole[at][1]
        bound = Bound.FROM if item.opened and at == begin else Bound.WITHIN
        yield Span(first.begin, last.end, first, last, bound)
        at += 1


def _single(only: Point, opened: bool) -> Span:
    """Make a span of one point."""
    return Span(only.begin, only.end, only, only, Bound.FROM if opened else Bound.WITHIN)


def spans(tokens: Tokens, at: int) -> Read[tuple[Span, ...]]:
    """Read a point, a range or a list of them. Numbers that turn out to number nothing are passed over together."""
    opened, at = _opening(tokens, at) if tokens[at].role in _OPENINGS else (False, at)
    first = point(tokens, at)
    if first and tokens[first[1]].role not in _JOINING:
        return (_single(first[0], opened),), first[1]
    items = _read_items(tokens, at, opened, first)
    if first and len(items) == 1:
        return (_single(first[0], opened),), first[1]
    whole = _whole(items)
    if whole:
        return tuple(_spans(whole)), whole[-1][0].after
    return ((), items[-1].after) if len(items) > 1 else None
