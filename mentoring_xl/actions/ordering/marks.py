"""What orders leave in other tables: the marks of fixed pairs, the names in the banks, the lines of the orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.actions.gathering import norms
from mentoring_xl.core.edit import Put, Rewrite
from mentoring_xl.core.text import code_key
from mentoring_xl.matching.banks import bank_edits
from mentoring_xl.matching.facts import Facts, in_code_order
from mentoring_xl.schema.tables import Mentee, Mentor, OrderLine, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .ledger import Ledger
    from .whom import Composed


def mark_pairs(ledger: Ledger) -> tuple[Put, ...]:
    """Return the pairs that have just been fixed by signed orders, each with the number of its order."""
    return tuple(
        Put(before, {"state": after.state, "order_number": after.order_number})
        for before, after in zip(ledger.tables[Pair], ledger.pairs, strict=True)
        if after is not before
    )


def tell_banks(ledger: Ledger) -> tuple[Put, ...]:
    """Tell the banks of the pairs, as «Пересчитать пары» would."""
    mentees, mentors = ledger.tables[Mentee], ledger.tables[Mentor]
    facts = Facts(in_code_order(mentees), in_code_order(mentors), ledger.today, norms=norms(ledger.settings))
    return tuple(bank_edits(facts, mentees, mentors, ledger.pairs))


def keep_lines(ledger: Ledger, composed: Iterable[Composed]) -> tuple[Rewrite, ...]:
    """Lay «Строки приказов» anew when it changes; lines of orders that are no longer in the register stay last."""
    if OrderLine not in ledger.tables:
        return ()
    old = ledger.tables[OrderLine]
    found = list(composed)
    codes = {code_key(one.order.code) for one in found}
    orphans = [line for line in old if code_key(line.order_code) not in codes]
    lines = (*(line for one in found for line in one.lines), *orphans)
    return (Rewrite(OrderLine, lines),) if lines != old else ()
