"""What is wrong with the ticks, and which measures name nothing to confirm them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text
from mentoring_xl.roadmap.family import family
from mentoring_xl.schema.findings.plan import R301, R302, R303, R304, R305

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Step


def faulty_ticks(steps: Iterable[Step], today: dt.date) -> Iterator[Finding]:
    """Find ticks without a date or a document (R301), done in the future (R302), dates without a tick (R303).

    A document is expected only where the row names its result.
    """
    for step in steps:
        if not step.done:
            if step.done_on is not None:
                yield R303.at(step.cell("done"))
            continue
        if step.done_on is not None and step.done_on > today:
            yield R302.at(step.cell("done_on"), date=date_text(step.done_on))
        no_date, no_document = step.done_on is None, bool(step.result.strip()) and not step.document.strip()
        if no_date or no_document:
            missing = ["даты выполнения"] * no_date + ["документа"] * no_document
            yield R301.at(step.cell("done_on" if no_date else "document"), missing=", ".join(missing))


def missing_results(steps: Iterable[Step]) -> Iterator[Finding]:
    """Find rows that name neither a result nor a document.

    steps: in sheet order. Yields R305 once, for the table as a whole, when no row names any; else R304 for the top row
    of each branch without one of its own, above or below. Done rows are left alone.
    """
    plan = family(steps)
    own = [step.holds("result") or step.holds("document") for step in plan.steps]
    if plan.steps and not any(own):
        yield R305.at(plan.whole("result"))
        return
    closed = plan.closed()
    for position in plan.uncovered(own):
        if not closed[position]:
            yield R304.at(plan.steps[position].cell("result"))
