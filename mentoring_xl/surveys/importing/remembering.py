"""«Столбцы анкет»: what each column was taken for, so that the next load takes it again and a person can correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Append, Put
from mentoring_xl.core.text import fold, tidy
from mentoring_xl.schema.tables import SurveyColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.core.edit import Edit

    from .columns import Column
    from .understanding import Understood


def remembered(plan: Understood) -> tuple[Edit, ...]:
    """Return the rows to add and those to correct; a row that a person has checked keeps what he wrote."""
    columns = {fold(column.head): column for column in reversed(plan.columns)}
    first = [column for column in plan.columns if columns[fold(column.head)] is column]
    fresh = tuple(
        SurveyColumn(heading=column.head, stage=plan.stage, role=plan.role).but(**_said(column))
        for column in first
        if column.known is None
    )
    return (*_corrected(first), *([Append(SurveyColumn, fresh)] if fresh else []))


def _corrected(columns: list[Column]) -> Iterator[Put]:
    for column in columns:
        row = column.known
        said = _said(column)
        if row is not None and row.checked:
            said = {"question": said["question"]}
        changed = {name: value for name, value in said.items() if row is not None and getattr(row, name) != value}
        if row is not None and changed:
            yield Put(row, changed)


def _said(column: Column) -> dict[str, object]:
    question = column.question
    return {
        "target": tidy(question.code) if question else column.service,
        "question": tidy(question.text) if question else "",
        "likeness": None if column.service else column.likeness,
    }
