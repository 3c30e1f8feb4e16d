"""Who is satisfied after the programme: the school's own definition stands in «Настройки»."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_flag, as_number
from mentoring_xl.core.text import code_key, split_list
from mentoring_xl.schema.asking import AFTER, SMALLEST_GROUP
from mentoring_xl.schema.choices import ANSWER_TYPES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Answer, Question, Setting

from .facts import codes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mentoring_xl.core.outcome import Tables

_SCALE, _YES_NO = ANSWER_TYPES.values[:2]


@dataclass(frozen=True)
class Satisfaction:
    """How many were asked, answered and are satisfied; the last is withheld (None) of fewer than three answers."""

    satisfied: int | None
    answered: int
    asked: int


def satisfaction(tables: Tables, people: Collection[str], asked: Collection[str]) -> Satisfaction:
    """Count the satisfied among those of a bank who answered after the programme.

    tables: of «Анкеты» only the answers that count. people: folded codes of the bank. asked: of those who had a pair;
    whoever answered was asked, too.
    """
    settings = Settings(tables[Setting])
    threshold, glad = settings.number("satisfied_from"), codes(split_list(settings.text("glad_questions")))
    questions = {code_key(question.code): question for question in tables[Question] if question.stage == AFTER}
    given: dict[str, list[tuple[Question, str]]] = {}
    for answer in tables[Answer]:
        person, question = code_key(answer.person_code), questions.get(code_key(answer.question_code))
        if question and person in people and _is_asked_for(question, glad):
            given.setdefault(person, []).append((question, answer.answer))
    happy = sum(is_satisfied(found, threshold, glad) for found in given.values())
    count = len(given)
    return Satisfaction(happy if count >= SMALLEST_GROUP else None, count, len(set(asked) & set(people) | given.keys()))


def is_satisfied(answers: Iterable[tuple[Question, str]], threshold: float, glad: Collection[str]) -> bool:
    """Tell whether the mean mark reaches the threshold and no question about gladness was answered «нет».

    glad: folded codes of these questions.
    """
    found = list(answers)
    marks = [mark for question, text in found if question.kind == _SCALE and (mark := as_number(text)) is not None]
    sad = any(as_flag(text) is False for question, text in found if code_key(question.code) in glad)
    return bool(marks) and fmean(marks) >= threshold and not sad


def _is_asked_for(question: Question, glad: Collection[str]) -> bool:
    """A mark of influence, such as anxiety, tells nothing of satisfaction."""
    mark = question.kind == _SCALE and not question.effect
    return mark or (question.kind == _YES_NO and code_key(question.code) in glad)
