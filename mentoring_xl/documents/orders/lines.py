"""The lines of orders: which stay as they were signed, which are in force, and where the book has moved on since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_codes, tidy
from mentoring_xl.schema.choices import ORDER_CHANGES
from mentoring_xl.schema.states.orders import SIGNED
from mentoring_xl.schema.tables import OrderLine
from mentoring_xl.schema.texts import CHANGING, PAIRING, STOPPING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mentoring_xl.schema.tables import Order

OUT, ANEW, IN = ORDER_CHANGES.values


@dataclass(frozen=True)
class Bound:
    """A pair that a signed order has fixed. order: whose number it bears. root: the order that all changes refer to."""

    order: Order
    root: str
    line: OrderLine


@dataclass(frozen=True)
class Difference:
    """A fixed pair whose row is gone (now is None) or says something else than the order."""

    bound: Bound
    now: OrderLine | None


def by_order(lines: Iterable[OrderLine]) -> dict[str, tuple[OrderLine, ...]]:
    """Return the lines of each order, by the folded code of the order, in their numbers."""
    grouped: defaultdict[str, list[OrderLine]] = defaultdict(list)
    for line in lines:
        grouped[code_key(line.order_code)].append(line)
    return {code: tuple(sorted(found, key=lambda line: line.number or 0)) for code, found in grouped.items()}


def lines_of(
    order: Order, stored: Mapping[str, tuple[OrderLine, ...]], known: Collection[str]
) -> tuple[OrderLine, ...]:
    """Return the lines of an order; one that has none yet is read from its column of codes, without names."""
    lines = stored.get(code_key(order.code), ()) if tidy(order.code) else ()
    return lines or tuple(
        OrderLine(order_code=order.code, number=number, code=code)
        for number, code in enumerate(split_codes(order.pairs, known), 1)
    )


def in_force(
    orders: Iterable[Order], stored: Mapping[str, tuple[OrderLine, ...]], known: Collection[str]
) -> dict[str, Bound]:
    """Return the pairs fixed by signed orders, changed and ended by later ones, by their folded codes.

    Orders follow each other by their dates, those without a date last, of one day as they stand in the register.
    """
    bound: dict[str, Bound] = {}
    signed = [order for order in orders if order.state == SIGNED and order.kind in (PAIRING, CHANGING, STOPPING)]
    for order in sorted(signed, key=lambda order: order.date or dt.date.max):
        for line in lines_of(order, stored, known):
            key = code_key(line.code)
            if order.kind == STOPPING or line.change == OUT:
                bound.pop(key, None)
            else:
                root = order.changes if order.kind == CHANGING else order.code
                bound[key] = Bound(order, code_key(root), line)
    return bound


def differences(bounds: Iterable[Bound], present: Mapping[str, OrderLine]) -> Iterator[Difference]:
    """Find where the rows of today are not as they were signed; a line without names can only be gone.

    present: the pairs of today by their folded codes, "" where a name is not known.
    """
    for bound in bounds:
        now = present.get(code_key(bound.line.code))
        if now is None:
            yield Difference(bound, None)
        elif _compared(bound.line, now):
            yield Difference(bound, now)


def named(line: OrderLine) -> str:
    """Return the pair as a sentence says it: «Лесная Вера Юрьевна – Зимин Пётр Ильич, учитель–учитель»."""
    pair = " – ".join(name for name in (line.mentor, line.mentee) if name) or line.code
    return f"{pair}, {line.form}" if line.form else pair


def numbered(code: str, wanted: Iterable[OrderLine], before: Iterable[OrderLine]) -> tuple[OrderLine, ...]:
    """Number the lines of a draft: those that it had stay in their order, new ones follow in the order given."""
    places = {(code_key(line.code), line.change): place for place, line in enumerate(before)}
    last = len(places)
    lines = sorted(wanted, key=lambda line: places.get((code_key(line.code), line.change), last))
    return tuple(line.but(order_code=code, number=number) for number, line in enumerate(lines, 1))


def _compared(signed: OrderLine, now: OrderLine) -> bool:
    """Tell whether both sides are known and differ."""
    fields = ("mentor", "mentee") if now.mentor and now.mentee else ()
    changed = (fold(getattr(signed, name)) != fold(getattr(now, name)) for name in fields if getattr(signed, name))
    forms = bool(signed.form and now.form) and fold(signed.form) != fold(now.form)
    return any(changed) or forms
