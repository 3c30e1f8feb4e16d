"""What is wrong with the programmes of the book: their dates, their pairs, goals without a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, fold
from mentoring_xl.documents.programmes.draft import months_later
from mentoring_xl.roadmap.plan_years import period_name
from mentoring_xl.schema.findings.programmes import W102, W103, W104, W105, W106, W107
from mentoring_xl.schema.states.programmes import COMPLETED, DRAFT
from mentoring_xl.schema.tables import Programme

from .couples import codes_of, known_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.deadlines import Plan
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Pair

    from .programmes import Work


def programme_findings(
    tables: Tables, works: Sequence[Work], pairs: tuple[Pair, ...], plan: Plan, settings: Settings
) -> Iterator[Finding]:
    """Yield what is wrong with the programmes of the book, as they stand after the press, in sheet order."""
    after = {id(work.old): work.row for work in works if work.old}
    present = known_codes(pairs)
    for row in (*(after.get(id(old), old) for old in tables[Programme]), *(work.row for work in works if not work.old)):
        if fold(row.state) == COMPLETED or not row.pair_code.strip():
            continue
        lost = [code for code in sorted(codes_of(row.pair_code, present)) if code not in present]
        if lost:
            yield W106.at(row.cell("pair_code"), pair=", ".join(lost))
        yield from _about(row, plan, settings)
        if not lost and not row.goal.strip() and fold(row.state) in {"", DRAFT}:
            yield W107.at(row.cell("goal"))


def _about(row: Programme, plan: Plan, settings: Settings) -> Iterator[Finding]:
    if row.starts is None or row.ends is None:
        return
    if row.ends < row.starts:
        yield W105.at(row.cell("ends"), pair=row.pair_code)
        return
    said = {"pair": row.pair_code, "starts": date_text(row.starts), "ends": date_text(row.ends)}
    shortest, longest = settings.whole("programme_months_from"), settings.whole("programme_months_to")
    if row.ends < months_later(row.starts, shortest):
        yield W102.at(row.cell("ends"), months=shortest, **said)
    if row.ends > months_later(row.starts, longest):
        yield W103.at(row.cell("ends"), months=longest, **said)
    if row.starts < plan.start or row.ends > plan.end:
        yield W104.at(row.cell("ends"), pair=row.pair_code, period=period_name(plan))
