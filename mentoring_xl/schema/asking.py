"""What ties questionnaires to people: in which forms a question is asked, what is compared before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold

from .choices import FORMS, SURVEY_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tables import Answer, Question

BEFORE, AFTER = SURVEY_STAGES.values[:2]
SMALLEST_GROUP = 3
"""Of fewer answers it could be told who gave which."""
_TEACHERS, _PUPILS = (code_key(form) for form in FORMS.values[:2])
_CODE = re.compile(r"(.*)[ДП]-(\d+)")


@dataclass(frozen=True)
class Participant:
    """Somebody of the banks. code, name: as typed. role, form: as the lists write them. paired: his pair has worked."""

    code: str
    name: str
    role: str
    form: str
    paired: bool = False


@dataclass(frozen=True)
class Reply:
    """An answer that counts and fits its question. person: his folded code, or one of its own for an unsigned answer.

    value: a number, an option as the question writes it, «да» or «нет», or free text. answer: the row itself.
    """

    question: Question
    person: str
    value: float | str
    answer: Answer


def asked_in(question_form: str, form: str) -> bool:
    """Tell whether a question of «Опросники» with this form belongs to the questionnaire of a form.

    A question without a form belongs to every questionnaire; one of «ученик–ученик» to all but «учитель–учитель»:
    other forms have only the questions of their own besides.
    """
    asked, form = code_key(question_form), code_key(form)
    return asked in {"", form} or (asked == _PUPILS and form != _TEACHERS)


def items(questions: Iterable[Question]) -> dict[str, str]:
    """Return folded question code → what the question is about, the same before and after.

    That is the question's `measure`; without it the measure of its twin, whose code differs only in the letter of the
    stage (УУ-НД-03, УУ-НП-03); without both the code less this letter.
    """
    given = tuple(questions)
    named = {_twin(question.code): fold(question.measure) for question in given if question.measure.strip()}
    return {
        code_key(question.code): fold(question.measure) or named.get(_twin(question.code)) or _twin(question.code)
        for question in given
    }


def _twin(code: str) -> str:
    found = _CODE.fullmatch(code_key(code))
    return f"{found[1]}-{found[2]}" if found else code_key(code)
