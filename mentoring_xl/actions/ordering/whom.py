"""Whom each order concerns: lines of signed orders stay, lines of drafts follow the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.documents import orders
from mentoring_xl.documents.orders.lines import ANEW, IN, OUT
from mentoring_xl.matching.ledger import joined_key, key
from mentoring_xl.schema.findings.papers import D101, D108, D109
from mentoring_xl.schema.states.orders import CANCELLED, DRAFT, SIGNED, TO_SIGN
from mentoring_xl.schema.states.pairs import AGREED, PROPOSED
from mentoring_xl.schema.tables import Order, OrderLine
from mentoring_xl.schema.texts import CHANGING, PAIRING, REWARDING, STOPPING

from .ledger import next_code
from .rewards import rewards

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Pair

    from .ledger import Ledger

_NAMING = frozenset((CHANGING, PAIRING, REWARDING, STOPPING))


@dataclass(frozen=True)
class Composed:
    """An order with its lines. new: it is not in the register yet."""

    order: Order
    lines: tuple[OrderLine, ...] = ()
    new: bool = False

    @property
    def bare(self) -> bool:
        """Whether the order should name somebody and does not."""
        return self.order.kind in _NAMING and not self.lines


@dataclass(frozen=True)
class Composition:
    """All orders as the register has them, a proposed one last. refused: one finding for each pair that may not enter.

    unrewarded: the same for people.
    """

    orders: tuple[Composed, ...]
    refused: tuple[Finding, ...] = ()
    unrewarded: tuple[Finding, ...] = ()


def compose(ledger: Ledger) -> Composition:
    """Return whom every order concerns.

    The first draft of a kind takes all whom such an order is due; pairs that are due and find no draft make a new one.
    """
    held, drafts = _held(ledger), _drafts(ledger)
    waiting, refused = _waiting(ledger, held[PAIRING])
    changes = tuple(_changes(ledger, drafts[CHANGING], waiting, held[CHANGING])) if CHANGING in drafts else ()
    taken = held[CHANGING] | {code_key(line.code) for line in changes}
    free = [pair for pair in waiting if joined_key(pair) not in taken]
    rewarded, unrewarded = rewards(ledger) if REWARDING in drafts else ((), ())
    wanted = {
        CHANGING: changes,
        PAIRING: tuple(map(ledger.line, free)),
        REWARDING: tuple(line for line in rewarded if code_key(line.code) not in held[REWARDING]),
        STOPPING: tuple(_stopped(ledger, held[STOPPING])),
    }
    found = [_composed(ledger, order, drafts, wanted) for order in ledger.orders]
    if free and PAIRING not in drafts:
        code = next_code((*(order.code for order in ledger.orders), *ledger.stored))
        order = Order(code=code, kind=PAIRING, state=DRAFT)
        found.append(Composed(order, orders.numbered(code, wanted[PAIRING], ()), new=True))
    return Composition(tuple(found), refused, unrewarded)


def base_of(ledger: Ledger, order: Order) -> Order | None:
    """Return the order that another one changes: the one it names, else the first that needs changes."""
    named = code_key(order.changes)
    if named or order.kind != CHANGING:
        return ledger.order(named)
    held = _held(ledger)[CHANGING]
    bounds = (difference.bound for difference in ledger.differences)
    return ledger.order(next((bound.root for bound in bounds if code_key(bound.line.code) not in held), ""))


def _composed(
    ledger: Ledger, order: Order, drafts: Mapping[str, Order], wanted: Mapping[str, tuple[OrderLine, ...]]
) -> Composed:
    if order.kind not in _NAMING:
        return Composed(order)
    if drafts.get(order.kind) is order:
        return Composed(order, orders.numbered(order.code, wanted[order.kind], ledger.lines_of(order)))
    return Composed(order, () if _is_draft(ledger, order) else ledger.lines_of(order))


def _is_draft(ledger: Ledger, order: Order) -> bool:
    """Tell whether the lines still follow the book: not once they have gone to be signed."""
    return order.state not in (SIGNED, CANCELLED) and not (order.state == TO_SIGN and ledger.lines_of(order))


def _drafts(ledger: Ledger) -> dict[str, Order]:
    first: dict[str, Order] = {}
    for order in ledger.orders:
        if order.kind in _NAMING and _is_draft(ledger, order):
            first.setdefault(order.kind, order)
    return first


def _held(ledger: Ledger) -> defaultdict[str, set[str]]:
    """Return, by kind, the folded codes in orders that are being signed."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for order in ledger.orders:
        if order.state == TO_SIGN:
            held[order.kind] |= {code_key(line.code) for line in ledger.lines_of(order)}
    return held


def _waiting(ledger: Ledger, held: set[str]) -> tuple[tuple[Pair, ...], tuple[Finding, ...]]:
    """Return the pairs that are due for an order, two people once, and why others may not enter one."""
    states = {AGREED, PROPOSED} if ledger.settings.flag("order_proposed") else {AGREED}
    due: dict[tuple[str, str], Pair] = {}
    for pair in ledger.pairs:
        if pair.state in states and not pair.forbidden and joined_key(pair) not in ledger.force.keys() | held:
            due.setdefault(key(pair), pair)
    refusals = {both: _refusal(ledger, pair) for both, pair in due.items()}
    chosen = tuple(pair for both, pair in due.items() if refusals[both] is None)
    return chosen, tuple(finding for finding in refusals.values() if finding)


def _refusal(ledger: Ledger, pair: Pair) -> Finding | None:
    for field, (sheet, code, member) in zip(("mentee_code", "mentor_code"), ledger.banks.sides(pair), strict=True):
        if member is None:
            return D108.at(pair.cell(field), text=code, sheet=sheet)
        if not tidy(member.person.full_name):
            return D109.at(member.person.cell("full_name"), code=code)
    reason = ledger.banks.hindrance(pair)
    return D101.at(pair.cell("mentee_code"), reason=reason) if reason else None


def _changes(ledger: Ledger, order: Order, waiting: tuple[Pair, ...], held: set[str]) -> Iterator[OrderLine]:
    """Yield what takes lines out of the signed order, rewrites them, and brings in who replaces those taken out."""
    base = base_of(ledger, order)
    root = code_key(base.code) if base else ""
    out: list[str] = []
    for difference in ledger.differences:
        bound, code = difference.bound, code_key(difference.bound.line.code)
        if bound.root != root or code in held:
            continue
        changed = bound.line.number if code_key(bound.order.code) == root else None
        if difference.now is None:
            out.append(code)
        yield (difference.now or bound.line).but(change=ANEW if difference.now else OUT, changed=changed)
    for pair in waiting:
        if any(code.startswith(f"{key(pair)[0]}/") for code in out) and joined_key(pair) not in held:
            yield ledger.line(pair).but(change=IN)


def _stopped(ledger: Ledger, held: set[str]) -> Iterator[OrderLine]:
    for code, bound in ledger.force.items():
        if code in ledger.dissolved and code not in held:
            yield ledger.named(bound.line).but(day=ledger.dissolved[code].ends, change="", changed=None)
