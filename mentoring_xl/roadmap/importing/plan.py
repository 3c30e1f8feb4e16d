"""A file as rows of «Дорожная карта»: its tables found, their measures and sub-items put below each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import MONTH, parse
from mentoring_xl.schema.choices import STEP_LEVELS
from mentoring_xl.schema.tables import Step

from . import sentences
from .codes import Codes
from .heading import above
from .items import below, split
from .reading import parts_of
from .tables import found_in
from .walk import Walk, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .heads import Heading
    from .items import Item
    from .rows import Line

STAGE, MEASURE, HEADING, ITEM = STEP_LEVELS.values
_SHOWN_FIELDS = ("deadline", "responsible", "result")


@dataclass(frozen=True)
class Imported:
    """What was understood of a school's own plan.

    file: its name. stamp, title: the lines above the table. period: the year that the title names, "" when none.
    rows: with codes, in the order of the source. headings: the columns and what each was taken for. sections: titles.
    unplaced: texts of the file that are nowhere in `rows`, but for heads of the table and their repetitions.
    """

    file: str
    stamp: tuple[str, ...]
    title: tuple[str, ...]
    period: str
    rows: tuple[Step, ...]
    headings: tuple[Heading, ...]
    sections: tuple[str, ...]
    unplaced: tuple[str, ...]

    def count(self, *levels: str) -> int:
        """Count the rows of some levels."""
        return sum(row.level in levels for row in self.rows)

    def filled(self, field: str) -> int:
        """Count the rows with something in a column."""
        return sum(row.holds(field) for row in self.rows)


def read_plan(data: bytes, file: str) -> Imported:
    """Read a plan from the bytes of a file (.docx, .xlsx, .csv, .pdf with text, .txt); BookError when there is none."""
    found = found_in(parts_of(data, file), file)
    walk = Walk()
    for table in found.tables:
        walk.read(table)
    walk.finish()
    if not walk.lines:
        raise sentences.refusal(sentences.NO_ROWS, file)
    over = above(found.before)
    return Imported(
        file,
        over.stamp,
        over.title,
        over.period,
        tuple(_levelled(_steps(_dated(walk.lines)))),
        tuple(dict.fromkeys(heading for table in found.tables for heading in table.head.headings if heading.title)),
        tuple(" / ".join(path) for path in sections_of(walk.lines)),
        (*over.stray, *walk.unplaced, *found.other),
    )


def _steps(lines: Sequence[Line]) -> list[Step]:
    codes = Codes()
    groups = list(_by_stage(lines)) if any(line.stage for line in lines) else []
    if not groups:
        return [step for line in lines for step in _measure(line, codes.measure(line.sections, line.number), codes)]
    if all(len(group) == 1 and sum(map(bool, group[0].tasks)) <= 1 for group in groups):
        return [step for group in groups for step in _whole_stage(group[0], codes)]
    by_stage = not any(line.number for group in groups for line in group[1:])
    return [step for group in groups for step in _stage(group, codes, by_stage)]


def _by_stage(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part the lines into stages: a line without one goes on with that above it."""
    group: list[Line] = []
    for line in lines:
        if group and (line.stage or line.sections != group[0].sections):
            yield group
            group = []
        group.append(line)
    yield group


def _whole_stage(line: Line, codes: Codes) -> Iterator[Step]:
    """Yield a stage that is one row of its table, and its sub-items."""
    code = codes.measure(line.sections, line.number)
    title = line.stage or next(filter(None, line.tasks), "")
    stage = Step(level=STAGE, section=title, number=line.number, title=title, code=code, **_cells(line))
    yield stage
    yield from _items(below(line.tasks[0]) if line.stage and line.tasks else (), stage, codes)


def _stage(group: Sequence[Line], codes: Codes, by_stage: bool) -> Iterator[Step]:
    """Yield a stage and the measures below it. by_stage: the numbers of the table are those of stages."""
    first = group[0]
    number = first.number if by_stage else ""
    stage = Step(level=STAGE, section=first.stage, number=number, title=first.stage)
    stage = stage.but(code=codes.measure(first.sections, number))
    if first.stage:
        yield stage
    for line in group:
        own = replace(line, number="") if by_stage else line
        for step in _measure(own, codes.below(stage.code, own.number), codes):
            yield step.but(section=first.stage or step.section)


def _measure(line: Line, code: str, codes: Codes) -> Iterator[Step]:
    """Yield a measure and its sub-items; sub-items without anything that heads them are measures each."""
    named = [task for task in line.tasks if task]
    title, items = split(named[0]) if named else ("", ())
    items += tuple(item for task in named[1:] for item in below(task))
    section = " / ".join(line.sections)
    measure = Step(level=MEASURE, section=section, number=line.number, title=title, code=code, **_cells(line))
    if title or not items:
        yield measure
        yield from _items(items, measure, codes)
        return
    for at, item in enumerate(items, 1):
        one = measure.but(title=item.text, code=codes.below(code), number=_below(line.number, at))
        yield one if at == 1 else one.but(note="")
        yield from _items(item.below, one, codes)


def _items(items: Sequence[Item], over: Step, codes: Codes) -> Iterator[Step]:
    for at, item in enumerate(items, 1):
        level = HEADING if item.below else ITEM
        number = _below(over.number, at)
        step = Step(level=level, section=over.section, number=number, title=item.text, code=codes.below(over.code))
        yield step
        yield from _items(item.below, step, codes)


def _below(number: str, at: int) -> str:
    return f"{number.rstrip('.)')}.{at}" if number else ""


def _cells(line: Line) -> dict[str, Any]:
    cells = {name: getattr(line, name) for name in _SHOWN_FIELDS}
    return {**cells, "done": line.done, "note": "\n".join(line.notes)}


def _levelled(steps: Sequence[Step]) -> Iterator[Step]:
    """Call a measure that has measures below it a stage, and those below a measure in a section items."""
    measures = {step.code for step in steps if step.level == MEASURE}
    over = {code.rpartition(".")[0] for code in measures}
    for step in steps:
        if step.level == MEASURE and step.code in over:
            yield step.but(level=HEADING if step.code.rpartition(".")[0] in measures else STAGE)
        else:
            yield step


def _dated(lines: Sequence[Line]) -> list[Line]:
    """Give measures without any deadline the month that their section is named after, in plans that have no others."""
    if any(line.deadline for line in lines):
        return list(lines)
    months = {section: parse(section).kind == MONTH for line in lines for section in line.sections[-1:]}
    return [
        replace(line, deadline=tidy(line.sections[-1])) if line.sections and months[line.sections[-1]] else line
        for line in lines
    ]
