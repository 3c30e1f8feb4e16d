"""What waits for the director: orders to sign, programmes to approve, measures of the plan that are overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import fold, shortened, tidy
from mentoring_xl.schema.states.orders import DRAFT, TO_SIGN
from mentoring_xl.schema.states.programmes import DRAFT as UNAPPROVED
from mentoring_xl.schema.states.steps import OVERDUE
from mentoring_xl.schema.tables import CopyChange, Order, Programme, Step

from .changes import called

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mentoring_xl.core.table import Row

_LONGEST = 300


def waiting(rows: Mapping[type[Row], Sequence[Row]]) -> tuple[CopyChange, ...]:
    """Return a line for each, in the order of sheets and rows; `rows` are those of the new book that the links name."""
    return tuple(
        CopyChange(
            place=f"{table.spec.sheet}!A{number}",
            row_key=called(row),
            what=what,
            title=table.spec.column(field).title,
            after=shortened(as_text(getattr(row, field) or ""), _LONGEST),
        )
        for table, (is_waiting, what, field) in _WAITING.items()
        for number, row in enumerate(rows.get(table, ()), table.spec.head + 1)
        if is_waiting(row)
    )


def _is_unsigned(order: Order) -> bool:
    return fold(order.state) in ("", DRAFT, TO_SIGN) and bool(tidy(order.kind))


def _is_unapproved(programme: Programme) -> bool:
    return fold(programme.state) in ("", UNAPPROVED) and bool(tidy(programme.pair_code))


def _is_overdue(step: Step) -> bool:
    return fold(step.state) == OVERDUE


_WAITING: Mapping[type[Row], tuple[Callable[..., bool], str, str]] = {
    Step: (_is_overdue, OVERDUE, "ends"),
    Programme: (_is_unapproved, "на утверждение", "goal"),
    Order: (_is_unsigned, "на подпись", "state"),
}
