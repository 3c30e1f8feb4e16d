"""Cells that must not be empty and cells that must come from a drop-down list, read from the table's declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.table import Kind
from mentoring_xl.core.text import tidy
from mentoring_xl.schema.findings.people import P101, P102

from .members import erased

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.table import Row


def empty_cells(rows: Iterable[Row], excused: Callable[[Row, str], bool] | None = None) -> Iterator[Finding]:
    """Yield P101 at each required cell that a person left blank, in row order and column order.

    Of somebody whose data were erased only the code is left, and nothing else is asked for. excused: tells of a row and
    a field whether it may be blank after all.
    """
    for row in rows:
        if erased(row):
            continue
        for column in row.spec.columns:
            value = getattr(row, column.field)
            blank = not tidy(value) if isinstance(value, str) else value == column.blank
            if column.required and blank and not (excused and excused(row, column.field)):
                yield P101.at(row.cell(column.field), title=column.title)


def outside_lists(rows: Iterable[Row]) -> Iterator[Finding]:
    """Yield P102 at each cell whose text is not in its strict list; lists that a school may extend are not checked."""
    for row in rows:
        for column in row.spec.columns:
            if column.choices is None or not column.choices.strict or column.kind is not Kind.TEXT:
                continue
            text = tidy(getattr(row, column.field))
            if text and column.choices.spelled(text) not in column.choices.values:
                offer = ", ".join(f"«{value}»" for value in column.choices.values)
                yield P102.at(row.cell(column.field), text=text, values=offer)
