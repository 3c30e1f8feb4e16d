"""What is wrong in the register of orders, and where the book no longer says what a signed order says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, date_text, fold, tidy
from mentoring_xl.deadlines.working_days import day_off
from mentoring_xl.documents import orders
from mentoring_xl.matching.ledger import joined_key
from mentoring_xl.schema.findings.papers import (
    D102,
    D103,
    D104,
    D105,
    D107,
    D110,
    D111,
    D112,
    D113,
    D114,
    D119,
    D120,
    D121,
    D122,
    D123,
    D124,
)
from mentoring_xl.schema.states.orders import CANCELLED, DRAFT, SIGNED, TO_SIGN
from mentoring_xl.schema.states.pairs import FIXED
from mentoring_xl.schema.tables import Setting
from mentoring_xl.schema.texts import PAIRING, STOPPING

from .ledger import sheet_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Order, OrderLine

    from .ledger import Ledger

_NAME_PARTS = 3


def check_register(ledger: Ledger) -> Iterator[Finding]:
    """Find missing and repeated numbers and codes, and days on which nobody signs."""
    yield from _numbers(ledger.orders)
    yield from _codes(ledger.orders)
    six_days = ledger.settings.flag("six_days")
    for order in ledger.orders:
        if order.date and order.state in ("", DRAFT, TO_SIGN):
            yield from _day(order, order.date, ledger.today, six_days=six_days)


def check_lines(ledger: Ledger) -> Iterator[Finding]:
    """Find fixed pairs that are gone, changed, dissolved or have lost a consent."""
    for difference in ledger.differences:
        bound = difference.bound
        if difference.now is None:
            yield D104.at(bound.order.cell("pairs"), pair=bound.line.code)
        else:
            yield _changed(bound.order, bound.line, difference.now)
    for order in ledger.orders:
        if order.state == TO_SIGN and order.kind == PAIRING:
            yield from _moved_on(ledger, order)
    stopping = _being_stopped(ledger)
    for code, pair in ledger.dissolved.items():
        if code in ledger.force and code not in stopping:
            order = ledger.force[code].order
            yield D111.at(pair.cell("state"), pair=tidy(pair.code) or joined_key(pair), number=order.order_number)
    cancelled = _cancelled(ledger)
    for pair in ledger.pairs:
        code = joined_key(pair)
        if pair.state == FIXED and code not in ledger.force and code in cancelled.get(code_key(pair.order_number), ()):
            yield D123.at(pair.cell("state"), number=pair.order_number)
        if pair.state == FIXED and (reason := ledger.banks.hindrance(pair)):
            yield D105.at(pair.cell("state"), number=pair.order_number, reason=reason)


def _being_stopped(ledger: Ledger) -> set[str]:
    """Return the folded codes of the dissolved pairs for which an order is on its way: a draft takes all of them."""
    orders_of = [order for order in ledger.orders if order.kind == STOPPING and order.state not in (SIGNED, CANCELLED)]
    if any(order.state != TO_SIGN for order in orders_of):
        return set(ledger.dissolved)
    return {code_key(line.code) for order in orders_of for line in ledger.lines_of(order)}


def check_names(ledger: Ledger) -> Iterator[Finding]:
    """Find school and director that are not named, and a director's name that is not a full Russian one."""
    found = {row.code: row for row in ledger.tables[Setting]}
    for code in ("school", "director"):
        if code in found and not ledger.settings.text(code):
            yield D107.at(found[code].cell("value"), title=found[code].title)
    name = ledger.settings.text("director")
    if name and "director" in found:
        cell = found["director"].cell("value")
        if not any("а" <= letter <= "я" for letter in fold(name)):
            yield D121.at(cell, text=name)
        elif "." not in name and len(name.split()) < _NAME_PARTS:
            yield D120.at(cell, text=name)


def _numbers(register: Iterable[Order]) -> Iterator[Finding]:
    seen: dict[tuple[str, int], Order] = {}
    for order in register:
        missing = [word for word, value in (("номера", tidy(order.order_number)), ("даты", order.date)) if not value]
        if order.state == SIGNED and missing:
            yield D102.at(order.cell("order_number"), missing=" и ".join(missing))
        if not tidy(order.order_number) or order.date is None or order.state == CANCELLED:
            continue
        first = seen.setdefault((code_key(order.order_number), order.date.year), order)
        if first is not order and first.date:
            code = D103 if first.date == order.date else D112
            row, day = first.cell("order_number").row, date_text(first.date)
            yield code.at(order.cell("order_number"), number=order.order_number, day=day, row=row)


def _codes(register: Iterable[Order]) -> Iterator[Finding]:
    seen: dict[str, Order] = {}
    for order in register:
        if tidy(order.code):
            first = seen.setdefault(code_key(sheet_of(order)), order)
            if first is not order:
                yield D119.at(order.cell("code"), code=order.code, row=first.cell("code").row)


def _day(order: Order, day: dt.date, today: dt.date, *, six_days: bool) -> Iterator[Finding]:
    if day < today and order.state != TO_SIGN:
        yield D113.at(order.cell("date"), day=date_text(day))
    elif reason := day_off(day, six_days=six_days):
        yield D114.at(order.cell("date"), day=date_text(day), reason=reason)


def _cancelled(ledger: Ledger) -> dict[str, set[str]]:
    """Return number of a cancelled order → the pairs that it had fixed, both folded."""
    found: dict[str, set[str]] = {}
    for order in ledger.orders:
        if order.state == CANCELLED and tidy(order.order_number):
            codes = {code_key(line.code) for line in ledger.lines_of(order)}
            found.setdefault(code_key(order.order_number), set()).update(codes)
    return found


def _moved_on(ledger: Ledger, order: Order) -> Iterator[Finding]:
    """Find what has become of the pairs of an order that is being signed."""
    bounds = [orders.Bound(order, code_key(order.code), line) for line in ledger.lines_of(order)]
    for difference in orders.differences(bounds, ledger.present):
        yield _changed(order, difference.bound.line, difference.now)
    codes = {code_key(bound.line.code) for bound in bounds}
    for pair in ledger.pairs:
        if joined_key(pair) in codes and (reason := ledger.banks.hindrance(pair)):
            yield D124.at(order.cell("pairs"), pair=ledger.banks.code(pair), reason=reason)


def _changed(order: Order, line: OrderLine, now: OrderLine | None) -> Finding:
    code = D110 if order.state == SIGNED else D122
    told = orders.named(now) if now else "такой пары нет"
    return code.at(order.cell("pairs"), number=line.number or "", was=orders.named(line), now=told)
