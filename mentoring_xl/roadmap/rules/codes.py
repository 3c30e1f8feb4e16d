"""What is wrong with the codes of the plan, by which a row finds its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.roadmap.family import code_key, family
from mentoring_xl.schema.findings.plan import R501, R502, R503

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Step


def faulty_codes(steps: Iterable[Step]) -> Iterator[Finding]:
    """Find codes that stand twice (R501, at the later row) and rows without one (R502; R503 once when none has one)."""
    rows = tuple(steps)
    if rows and not any(code_key(step.code) for step in rows):
        yield R503.at(family(rows).whole("code"))
        return
    first: dict[str, Step] = {}
    for step in rows:
        code = code_key(step.code)
        if not code:
            yield R502.at(step.cell("code"))
        elif code in first:
            yield R501.at(step.cell("code"), text=tidy(step.code), row=first[code].cell("code").row)
        else:
            first[code] = step
