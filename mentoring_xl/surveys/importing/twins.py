"""The same words in the questionnaires of two forms: an answer goes to the question of the form of who answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold
from mentoring_xl.schema.choices import FORMS, GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Question

    from .persons import Person
    from .wording import Said

_TEACHERS, _TEACHER = FORMS.values[0], GROUPS.values[0]


class Twins:
    """Questions of a form and those in the same words that the other group is asked: teachers, or everybody else."""

    def __init__(self, questions: Iterable[Question]) -> None:
        asked = [question for question in questions if question.form]
        kinds = {question.code: _kind(question) for question in reversed(asked)}
        firsts = {(*_kind(question), _of_teachers(question)): question for question in reversed(asked)}
        self._others = {
            question.code: firsts.get((*kinds[question.code], not _of_teachers(question))) for question in asked
        }

    def of(self, said: Said, person: Person) -> Said:
        """Return the answer to the question of the person's own form where that has one in the same words."""
        if not person.group or _of_teachers(said.question) == (person.group == _TEACHER):
            return said
        other = self._others.get(said.question.code)
        return replace(said, question=other) if other else said


def _kind(question: Question) -> tuple[str, ...]:
    return question.stage, question.role, question.kind, fold(question.text)


def _of_teachers(question: Question) -> bool:
    return question.form == _TEACHERS
