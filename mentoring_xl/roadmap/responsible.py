"""Who answers for the rows of the plan: somebody must, and the staff list must know who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.schema.findings.plan import R401, R402, R403

from .family import family
from .split import split_responsible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Step

    from .staff import Staff


def missing_responsible(steps: Iterable[Step]) -> Iterator[Finding]:
    """Find rows that nobody answers for.

    steps: in sheet order. Yields R402 once, for the table as a whole, when no row names anybody; else R401 for the top
    row of each branch without a responsible of its own, above or below. Done rows are left alone.
    """
    plan = family(steps)
    own = [bool(tidy(step.responsible)) for step in plan.steps]
    if plan.steps and not any(own):
        yield R402.at(plan.whole("responsible"))
        return
    closed = plan.closed()
    for position in plan.uncovered(own):
        if not closed[position]:
            yield R401.at(plan.steps[position].cell("responsible"))


def unknown_responsible(steps: Iterable[Step], staff: Staff) -> Iterator[Finding]:
    """Find responsible people and posts that the staff list does not have; an empty list knows nobody and says nothing.

    Bodies, groups, duties («ответственный за питание») and posts of other bodies are not looked for. Yields R403, at
    most one per cell; beside a person stands the only similar name of the list.
    """
    if not staff:
        return
    for step in steps:
        unknown = [item for item in split_responsible(step.responsible) if not staff.knows(item)]
        if unknown:
            names = [staff.nearest(item.person) for item in unknown if item.person]
            similar = "; ".join(name for name in names if name)
            hint = f"; похоже на: {similar}" if similar else ""
            text = "; ".join(item.person or item.role or "" for item in unknown)
            yield R403.at(step.cell("responsible"), text=text, hint=hint)
