"""One order drawn: its row in the register as the program fills it, its paper, and what the paper lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.documents import orders
from mentoring_xl.documents.orders.lines import OUT
from mentoring_xl.documents.wording import BLANK, Slot
from mentoring_xl.schema.findings.papers import D117, D118
from mentoring_xl.schema.states.orders import DRAFT
from mentoring_xl.schema.tables import Step
from mentoring_xl.schema.texts import CHANGING, GROUND, TITLE

from .ledger import is_final, rows, sheet_of
from .naming import acquainted, grounds, heading, slots
from .whom import base_of

if TYPE_CHECKING:
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.documents.paper import Paper
    from mentoring_xl.schema.tables import Order, PaperText

    from .ledger import Ledger
    from .whom import Composed


@dataclass(frozen=True)
class Drawn:
    """paper: None when there are no texts for the kind. order: the row with the fields that the program fills."""

    order: Order
    paper: Paper | None
    findings: tuple[Finding, ...] = ()


def drawn(ledger: Ledger, composed: Composed) -> Drawn:
    """Draw an order from its texts and lines; what a person wrote in its row stays."""
    texts = orders.texts_of(composed.order.kind, ledger.texts)
    if not texts:
        return Drawn(composed.order, None, (D118.at(composed.order.cell("kind"), kind=composed.order.kind),))
    known = slots(ledger, composed)
    order = _row(ledger, composed, texts, known)
    known["основания"] = Slot(grounds(order), known["основания"].where)
    said = orders.filled(texts, known, ledger.overrides)
    wording = orders.wording(said)
    plan = rows(ledger.tables, Step)
    content = orders.Content(
        heading(ledger, order),
        wording,
        orders.appendix(order.kind, wording.appendix, composed.lines, plan),
        acquainted(ledger, composed),
    )
    paper = orders.order_paper(order.code, order.kind, content)
    faults = (D117.at(order.cell("kind")),) if composed.bare else tuple(orders.faults(said, known))
    return Drawn(order if is_final(order) else order.but(file=f"{paper.folder}/{paper.name}.docx"), paper, faults)


def _row(ledger: Ledger, composed: Composed, texts: tuple[PaperText, ...], known: dict[str, Slot]) -> Order:
    """Fill the row; a title or grounds with a blank in them are made anew until the book can fill it."""
    order = composed.order
    said = orders.filled(texts, known, ledger.overrides)
    title = order.title if tidy(order.title) and BLANK not in order.title else " ".join(orders.said(said, TITLE))
    legal = order.grounds if tidy(order.grounds) else "; ".join(orders.said(said, GROUND))
    if is_final(order):
        return order.but(title=title, grounds=legal)
    base = base_of(ledger, order) if order.kind == CHANGING else None
    return order.but(
        title=title,
        grounds=legal,
        state=order.state or DRAFT,
        pairs=", ".join(line.code for line in composed.lines if line.change != OUT),
        sheet=sheet_of(order),
        changes=order.changes or (base.code if base else ""),
    )
