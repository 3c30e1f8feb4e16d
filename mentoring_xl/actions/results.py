"""What the questionnaires came to, question by question; nothing of it is written into the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import surveys
from mentoring_xl.core.text import fold
from mentoring_xl.schema.choices import FORMS, GROUPS, ROLES
from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Question

if TYPE_CHECKING:
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.surveys import Result

_TEACHER, _TEACHERS = GROUPS.values[0], FORMS.values[0]


def survey_results(tables: Tables) -> tuple[Result, ...]:
    """Return the results of the questions that were answered at least once, in sheet order.

    Asked are the members of the banks whose role and form a question is meant for; one without either is for all.
    """
    banks: tuple[tuple[Mentee | Mentor, ...], ...] = (tables[Mentee], tables[Mentor])
    asked = {
        question.code: sum(
            _meant_for(question, person)
            for role, bank in zip(ROLES.values, banks, strict=True)
            if question.role in {"", role}
            for person in bank
        )
        for question in tables[Question]
    }
    return tuple(result for result in surveys.results(tables[Question], tables[Answer], asked) if result.n)


def _meant_for(question: Question, person: Mentee | Mentor) -> bool:
    """Teachers answer the form of teachers, everybody else the near variants of the others."""
    return not question.form or (fold(question.form) == fold(_TEACHERS)) == (fold(person.group) == _TEACHER)
