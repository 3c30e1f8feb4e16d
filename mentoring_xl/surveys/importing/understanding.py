"""A file of answers understood: which questionnaire it is, and what each of its columns holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import code_key, fold
from mentoring_xl.schema.choices import ROLES, SURVEY_STAGES

from . import sentences
from .columns import Column, columns_of, told
from .fitting import fits, rivals
from .joining import joined
from .likeness import ALWAYS, likenesses
from .service import service

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring_xl.schema.tables import Question, SurveyColumn

    from .source import Sheet


@dataclass(frozen=True)
class Understood:
    """Filled-in forms and the meaning of their columns, in the order of the file. role: "" when both may answer."""

    sheet: Sheet
    stage: str
    role: str
    columns: tuple[Column, ...]

    @property
    def strange(self) -> tuple[str, ...]:
        """The heads of columns that are not loaded because nobody knows what they are."""
        return tuple(head for head in self._unused if fold(head) not in self._loaded)

    @property
    def repeated(self) -> tuple[str, ...]:
        """The heads of columns that are not loaded because the one before of the same head is, with other answers."""
        return tuple(dict.fromkeys(head for head in self._unused if fold(head) in self._loaded))

    @property
    def _unused(self) -> tuple[str, ...]:
        return tuple(column.head for column in self.columns if not column.question and not column.service)

    @property
    def _loaded(self) -> frozenset[str]:
        return frozenset(fold(column.head) for column in self.columns if column.question)


@dataclass(frozen=True)
class Unclear:
    """Questionnaires that fit a file alike. stages, roles: more than one where a person must say which."""

    name: str
    stages: tuple[str, ...]
    roles: tuple[str, ...]


def understood(
    questions: Iterable[Question], known: Iterable[SurveyColumn], sheet: Sheet, stage: str = "", role: str = ""
) -> Understood | Unclear:
    """Tell which questionnaire a file is and what its columns are.

    known: rows of «Столбцы анкет»; what stands there wins over likeness. stage, role: as a person said, "" when not.
    Raises BookError when the file has no question of «Опросники».
    """
    questions, known = tuple(questions), tuple(known)
    sheet = joined(sheet, questions, {fold(row.heading) for row in known if row.target or row.checked})
    fitting = tuple(question for question in questions if _asked(question, stage, role))
    asking = [place for place, head in enumerate(sheet.heads) if not service(head, role)]
    if not fitting or not asking:
        raise sentences.refusal(sentences.NO_QUESTIONS, sheet.name)
    scores = likenesses(sheet.heads, fitting)
    found = fits(fitting, _with_remembered(scores, sheet.heads, fitting, known)[asking])
    if not found[0].count and not {fold(row.heading) for row in known if row.target} & set(map(fold, sheet.heads)):
        raise sentences.refusal(sentences.NO_QUESTIONS, sheet.name)
    alike = rivals(found)
    stages, roles = {fit.stage for fit in alike}, {fit.role for fit in alike}
    if len(stages) > 1 or len(roles) > 1:
        return Unclear(sheet.name, _ordered(stages, SURVEY_STAGES.values), _ordered(roles, ROLES.values))
    best = found[0]
    own = [at for at, question in enumerate(fitting) if _asked(question, best.stage, best.role)]
    rows = told(known, best.stage, best.role or role)
    columns = columns_of(sheet.heads, [fitting[at] for at in own], scores[:, own], best.form, rows)
    return Understood(sheet, best.stage, best.role or role, columns)


def _with_remembered(
    scores: Any, heads: Sequence[str], questions: Sequence[Question], known: Iterable[SurveyColumn]
) -> Any:
    """Return the likenesses with those of columns seen before: a question may have been reworded since."""
    columns = {code_key(question.code): at for at, question in enumerate(questions)}
    rows = defaultdict(list)
    for row, head in enumerate(heads):
        rows[fold(head)].append(row)
    remembered = scores.copy()
    for told_before in known:
        at = columns.get(code_key(told_before.target))
        if at is not None:
            remembered[rows.get(fold(told_before.heading), []), at] = ALWAYS
    return remembered


def _asked(question: Question, stage: str, role: str) -> bool:
    """Tell whether a question may be asked at a stage, "" being any, of a role, "" being any."""
    whose = question.role in {"", role} or not role
    return bool(question.text.strip()) and question.stage == (stage or question.stage) and whose


def _ordered(found: set[str], order: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in order if value in found)
