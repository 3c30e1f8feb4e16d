"""Whether the numbers of the plan run on: none twice, none left out, counted anew in each section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import tidy
from mentoring_xl.roadmap.family import family
from mentoring_xl.schema.findings.plan import R504, R505

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Step

_NUMBER = re.compile(r"(?P<above>(?:\d{1,3}\.)*)(?P<last>\d{1,3})[.)]?")
_Run = tuple[int | None, str, str]


class _Numbered(NamedTuple):
    """A row and the last part of its number: 5 of «3.5»."""

    step: Step
    number: int


def faulty_numbers(steps: Iterable[Step]) -> Iterator[Finding]:
    """Find numbers that stand twice (R504, at the later row) and numbers left out (R505, at the row after the gap).

    steps: in sheet order. Rows are compared with those of the same parent and the same numbers above them; a new
    section may begin with 1 or run on, and so may a second list below the first. Numbers that are no digits («а)»)
    are not looked at, nor is the first number of the plan: it may be a part of a larger one.
    """
    runs: dict[_Run, list[_Numbered]] = {}
    plan = family(steps)
    for step, parent in zip(plan.steps, plan.parents, strict=True):
        read = _NUMBER.fullmatch(tidy(step.number).replace(" ", ""))
        if read:
            level = "" if read["above"] else step.level
            runs.setdefault((parent, read["above"], level), []).append(_Numbered(step, int(read["last"])))
    for (_, above, _), rows in runs.items():
        expected = 1 if above else rows[0].number
        for part in _counted_anew(rows):
            yield from _faults(part, above, expected if part[0].number > 1 else 1)
            expected = part[-1].number + 1


def _counted_anew(rows: Sequence[_Numbered]) -> Iterator[Sequence[_Numbered]]:
    """Cut a run where a section begins, and where a second list begins: 1 after another number and before 2."""
    begin = 0
    for at in range(1, len(rows)):
        before, row = rows[at - 1], rows[at]
        again = row.number == 1 and before.number > 1 and at + 1 < len(rows) and rows[at + 1].number == 2
        if again or before.step.section != row.step.section:
            yield rows[begin:at]
            begin = at
    yield rows[begin:]


def _faults(rows: Sequence[_Numbered], above: str, expected: int) -> Iterator[Finding]:
    present = {row.number for row in rows}
    first: dict[int, Step] = {}
    for row in rows:
        cell = row.step.cell("number")
        missing = [f"{above}{number}" for number in range(expected, row.number) if number not in present]
        if row.number in first:
            yield R504.at(cell, text=tidy(row.step.number), row=first[row.number].cell("number").row)
        elif missing:
            said = missing[0] if len(missing) == 1 else f"{missing[0]}–{missing[-1]}"
            yield R505.at(cell, text=tidy(row.step.number), missing=said)
        first.setdefault(row.number, row.step)
        expected = max(expected, row.number + 1)
