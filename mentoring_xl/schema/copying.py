"""What of the book stays at school when its copy goes to the director: whole sheets, and columns with a tick each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tables import (
    TABLES,
    Answer,
    CaseForms,
    Conflict,
    Entry,
    Influence,
    Notice,
    Preference,
    Respondent,
    SurveyColumn,
)

if TYPE_CHECKING:
    from mentoring_xl.core.table import Column, Row

STAYING: tuple[type[Row], ...] = (SurveyColumn, Respondent, CaseForms, Notice, Conflict, Entry)
"""Technical sheets; they quote what private columns say."""

_WHOLE = frozenset({Answer, Preference})
"""What people said in confidence, row by row."""

TICKED: tuple[tuple[type[Row], Column | None], ...] = tuple(
    (table, column)
    for table in TABLES
    if table not in STAYING
    for column in ((None,) if table in _WHOLE else (column for column in table.spec.columns if column.private))
)
"""Private columns, and sheets whole (None): each stays at school unless its setting is ticked."""

OF_ANSWERS: dict[type[Row], str] = {Influence: "person_code"}
"""The field by which a row tells what one person answered: such rows stay where the sheet of answers stays."""


def tick_code(table: type[Row], column: Column | None) -> str:
    """Return the code of the setting that lets a column or a whole sheet into the copy."""
    return f"copy_{table.spec.name}_{column.field if column else 'all'}".lower()


def said(table: type[Row], column: Column | None) -> str:
    """Return «Лист: столбец», or «Лист: весь лист»."""
    return f"{table.spec.sheet}: {column.title if column else 'весь лист'}"
