"""«Заполнить приказы»: the register, the lines and the sheets of all orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Append, Edit, Print, Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, counted, tidy
from mentoring_xl.documents.faces.sheet import page
from mentoring_xl.schema.states.orders import CANCELLED
from mentoring_xl.schema.tables import CaseForms, Order
from mentoring_xl.schema.texts import PAIRING

from . import case_forms
from .addressees import thanked
from .ordering.checks import check_lines, check_names, check_register
from .ordering.drawing import Drawn, drawn
from .ordering.ledger import Ledger, is_final, sheet_of
from .ordering.marks import keep_lines, mark_pairs, tell_banks
from .ordering.whom import Composed, Composition, compose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.documents.paper import Paper


@dataclass(frozen=True)
class _Work:
    """All orders with their lines, one a code; the papers of those that are not signed; what was found."""

    ledger: Ledger
    composition: Composition
    composed: tuple[Composed, ...]
    laid: tuple[tuple[Composed, Drawn], ...]

    @property
    def has_papers(self) -> bool:
        """Whether any order is drawn: without one, nothing is missing and no name has to be declined."""
        return any(order.paper for _, order in self.laid)

    def findings(self) -> Iterator[Finding]:
        yield from self.composition.refused
        yield from self.composition.unrewarded
        yield from check_register(self.ledger)
        yield from check_lines(self.ledger)
        if self.has_papers:
            yield from check_names(self.ledger)
        for _, order in self.laid:
            yield from order.findings


def fill_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Draw every order that is not signed yet, propose one for the pairs that wait, mark the pairs of signed orders.

    A signed order is never changed, nor is its sheet; numbers, dates and what a person wrote in the register stay.
    """
    progress("Приказы", 0, 2)
    work = _work(tables, today)
    progress("Приказы", 1, 2)
    marks = mark_pairs(work.ledger)
    edits = (
        *_entered(tables[Order], work),
        *keep_lines(work.ledger, work.composed),
        *(Print(order.order.sheet, page(order.paper)) for _, order in work.laid if order.paper),
        *marks,
        *(tell_banks(work.ledger) if marks else ()),
        *_proposed_forms(work),
    )
    return Outcome(edits, tuple(dict.fromkeys(work.findings())), _summary(work, len(marks)))


def _proposed_forms(work: _Work) -> tuple[Append, ...]:
    """Return the doubtful forms, when an order or a thank-you letter is to be written."""
    tables = work.ledger.tables
    letters = [person for _, person in thanked(work.ledger)]
    return case_forms.proposals(tables, letters) if CaseForms in tables and (work.has_papers or letters) else ()


def check_orders(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Find what «Заполнить приказы» would find, and make no edit."""
    return Outcome((), tuple(dict.fromkeys(_work(tables, today).findings())), ())


def order_papers(tables: Tables, today: dt.date) -> tuple[tuple[Order, Paper], ...]:
    """Return the orders that are not cancelled with their papers; a signed one has the lines that were signed."""
    ledger = Ledger(tables, today)
    shown = (one for one in _once(compose(ledger).orders) if one.order.state != CANCELLED)
    papers = (drawn(ledger, composed) for composed in shown)
    return tuple((order.order, order.paper) for order in papers if order.paper)


def _work(tables: Tables, today: dt.date) -> _Work:
    ledger = Ledger(tables, today)
    composition = compose(ledger)
    composed = _once(composition.orders)
    laid = tuple((one, drawn(ledger, one)) for one in composed if not is_final(one.order))
    return _Work(ledger, composition, composed, laid)


def _once(composed: tuple[Composed, ...]) -> tuple[Composed, ...]:
    """Return the orders that name a kind; of several for one sheet a signed one counts, else the upper one."""
    first: dict[str, Composed] = {}
    for one in sorted(composed, key=lambda one: not is_final(one.order)):
        if tidy(one.order.kind):
            first.setdefault(code_key(sheet_of(one.order)), one)
    chosen = {id(one) for one in first.values()}
    return tuple(one for one in composed if id(one) in chosen)


def _entered(register: tuple[Order, ...], work: _Work) -> Iterator[Edit]:
    """Yield the row of a proposed order and the cells of the others that change."""
    filled = {id(composed.order): order.order for composed, order in work.laid if order.paper}
    before = dict(zip(map(id, work.ledger.orders), register, strict=True))
    for composed in work.composed:
        row = filled.get(id(composed.order), composed.order)
        if composed.new:
            yield Append(Order, (row,))
            continue
        old = before[id(composed.order)]
        changed = {name: value for name, value in row.values().items() if value != getattr(old, name)}
        if changed:
            yield Put(old, changed)


def _summary(work: _Work, marked: int) -> tuple[str, ...]:
    papers = [(composed, order.order) for composed, order in work.laid if order.paper]
    pairs = [(order, len(composed.lines)) for composed, order in papers if order.kind == PAIRING]
    others = [order.sheet for _, order in papers if order.kind != PAIRING]
    said = [
        f"Приказ о закреплении пар – на листе «{order.sheet}»: {counted(count, 'пара', 'пары', 'пар')}."
        for order, count in pairs
    ] or ["Новых пар для приказа нет."]
    if others:
        said.append(f"Готовы и другие приказы: {counted(len(others), 'лист', 'листа', 'листов')}.")
    if refused := len(work.composition.refused):
        said.append(f"Не вошли: {counted(refused, 'пара', 'пары', 'пар')}.")
    if marked:
        said.append(f"Отмечены закреплёнными: {counted(marked, 'пара', 'пары', 'пар')}.")
    return tuple(said)
