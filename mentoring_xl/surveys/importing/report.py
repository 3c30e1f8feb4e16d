"""What was understood of a file of answers, column by column, without anything of who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, shortened, tidy

from .service import SKIP

if TYPE_CHECKING:
    from .columns import Column
    from .understanding import Understood

_SHOWN = 60
_SAME = 100


def described(plan: Understood) -> tuple[str, ...]:
    """Return what a dry run shows: the questionnaire, and each column with what it goes to and how like it is."""
    return (
        f"Файл «{plan.sheet.name}». Опрос: {questionnaire(plan)}. Анкет: {len(plan.sheet.rows)}.",
        *of_several(plan),
        *(f"Столбец «{shortened(column.head, _SHOWN)}» → {_goes_to(column)}." for column in plan.columns),
    )


def as_data(plan: Understood) -> dict[str, object]:
    """Return the same for programs."""
    return {
        "file": plan.sheet.name,
        "stage": plan.stage,
        "role": plan.role,
        "forms": len(plan.sheet.rows),
        "columns": [
            {
                "title": column.head,
                "question": tidy(column.question.code) if column.question else None,
                "service": column.service or None,
                "likeness": column.likeness,
            }
            for column in plan.columns
        ],
    }


def of_several(plan: Understood) -> tuple[str, ...]:
    """Return which sheet was read where the file has several with tables."""
    if not plan.sheet.title:
        return ()
    return (
        f"В файле несколько листов с таблицами, взят самый большой: «{plan.sheet.title}». "
        "Другой лист загрузите отдельным файлом.",
    )


def questionnaire(plan: Understood) -> str:
    """Return which questionnaire it is: «до, наставляемый»."""
    return ", ".join(filter(None, (plan.stage, plan.role)))


def read(plan: Understood) -> str:
    """Return how much was read as one sentence."""
    asked = sum(column.question is not None for column in plan.columns)
    forms = counted(len(plan.sheet.rows), "анкета", "анкеты", "анкет")
    return f"Опрос: {questionnaire(plan)}. Прочитано: {forms}, {counted(asked, 'вопрос', 'вопроса', 'вопросов')}."


def _goes_to(column: Column) -> str:
    if column.question:
        text = f" «{shortened(column.question.text, _SHOWN)}»" if column.likeness < _SAME else ""
        return f"{tidy(column.question.code)}{text}, сходство {column.likeness} %"
    if column.service == SKIP or not column.service:
        return "не загружается"
    return column.service
