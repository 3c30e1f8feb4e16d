"""Who was asked a question: everybody it is meant for, and everybody who sent in its questionnaire."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key
from mentoring_xl.schema.asking import AFTER, BEFORE, asked_in
from mentoring_xl.schema.choices import SURVEY_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.schema.asking import Participant
    from mentoring_xl.schema.tables import Question

_INTERIM, _PREFERENCES = SURVEY_STAGES.values[2:4]
_OF_ALL, _OF_PAIRS = frozenset({BEFORE, _PREFERENCES}), frozenset({AFTER, _INTERIM})


def counts_asked(question: Question) -> bool:
    """Tell whether it is known who was to answer: of the curator's card and SWOT nobody keeps count."""
    return question.stage in _OF_ALL | _OF_PAIRS


def who_was_asked(
    questions: Iterable[Question], people: Mapping[str, Participant], sent: Iterable[tuple[Question, str]]
) -> dict[str, frozenset[str]]:
    """Return code of the question → folded codes of those asked.

    That is everybody of the banks whom it is meant for, after the programme only those whose pair has worked, and
    everybody who answered any question of the same questionnaire: who left one blank was asked it all the same.
    people: those of the banks by folded code. sent: questions with the codes of those who answered them.
    """
    forms: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    answered: defaultdict[str, set[str]] = defaultdict(set)
    for question, person in sent:
        known = people.get(person)
        role, form = (known.role, known.form) if known else (question.role, question.form)
        forms[question.stage, person] |= {(role, form), (question.role or role, question.form or form)}
        answered[code_key(question.code)].add(person)
    meant = {stage: [*_meant(stage, people), *_senders(stage, forms)] for stage in {one.stage for one in questions}}
    return {
        question.code: frozenset(
            {person for person, role, form in meant[question.stage] if _is_for(question, role, form)}
            | answered[code_key(question.code)]
        )
        for question in questions
    }


def _meant(stage: str, people: Mapping[str, Participant]) -> Iterable[tuple[str, str, str]]:
    return ((code, one.role, one.form) for code, one in people.items() if one.paired or stage in _OF_ALL)


def _senders(stage: str, forms: Mapping[tuple[str, str], Iterable[tuple[str, str]]]) -> Iterable[tuple[str, str, str]]:
    return ((person, *kind) for (one, person), kinds in forms.items() if one == stage for kind in kinds)


def _is_for(question: Question, role: str, form: str) -> bool:
    return question.role in {"", role} and asked_in(question.form, form)
