"""What each column of a file holds: as a person or an earlier load said, else the best whole set by likeness."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import code_key, fold

from .likeness import assigned, is_sure
from .service import SKIP, service, target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.schema.tables import Question, SurveyColumn

_OWN_FORM = 3
"""Points in favour of a question of the form that fits the file best: others may have it in the same words."""


@dataclass(frozen=True)
class Column:
    """One column. question: None for a service column and for one not known. service: one of service.TARGETS or "".

    likeness: 0–100 to the question, or to the nearest one when none is taken. known: its row of «Столбцы анкет».
    """

    head: str
    question: Question | None = None
    service: str = ""
    likeness: int = 0
    known: SurveyColumn | None = None


def told(known: Iterable[SurveyColumn], stage: str, role: str) -> Mapping[str, SurveyColumn]:
    """Return folded head → the row of «Столбцы анкет»; one of this stage and role before one of any."""
    rows = [row for row in known if row.stage in {"", stage} and row.role in {"", role}]
    return {fold(row.heading): row for row in sorted(rows, key=lambda row: (row.stage != "", row.role != ""))}


def columns_of(
    heads: Sequence[str], questions: Sequence[Question], scores: Any, form: str, known: Mapping[str, SurveyColumn]
) -> tuple[Column, ...]:
    """Return the meaning of each column. questions: of one stage and role. scores: heads × questions, 0–100."""
    columns = _said(heads, questions, scores, known)
    taken = {id(column.question) for column in columns if column.question}
    places = [place for place, column in enumerate(columns) if not column.question and not column.service]
    free = [at for at, question in enumerate(questions) if id(question) not in taken]
    part = scores[places][:, free]
    pairs = assigned(part + [_OWN_FORM * (questions[at].form in {"", form}) for at in free]) if part.size else {}
    for row, column in pairs.items():
        place, question = places[row], questions[free[column]]
        sure = question if is_sure(part, pairs, row) else None
        columns[place] = replace(columns[place], question=sure, likeness=round(float(part[row, column])))
    return tuple(columns)


def _said(
    heads: Sequence[str], questions: Sequence[Question], scores: Any, known: Mapping[str, SurveyColumn]
) -> list[Column]:
    """Take what «Столбцы анкет» says of the columns, and what their heads say of service ones; leave the rest open."""
    codes = {code_key(question.code): at for at, question in enumerate(questions)}
    role = next((question.role for question in questions if question.role), "")
    columns: list[Column] = []
    for place, head in enumerate(heads):
        row = known.get(fold(head))
        at = codes.pop(code_key(row.target), None) if row else None
        if at is not None:
            columns.append(Column(head, questions[at], likeness=round(float(scores[place, at])), known=row))
        elif row is not None and (target(row.target) or row.checked):
            columns.append(Column(head, service=target(row.target) or SKIP, known=row))
        else:
            columns.append(Column(head, service=service(head, role), known=row))
    return columns
