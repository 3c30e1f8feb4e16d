"""Which questionnaire a file is: the stage, role and form whose questions its columns fit best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .likeness import EXACT, SURE, assigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.schema.tables import Question

_CLEARLY = 5
"""Points of likeness in the mean by which one questionnaire must fit better than the next."""


@dataclass(frozen=True)
class Fit:
    """How well one questionnaire fits. role: "" when both answer it. count: columns that are questions of it.

    mean: likeness of the best set, over all columns that may be questions. exact: columns in the very words of it.
    """

    stage: str
    role: str
    form: str
    mean: float
    exact: int
    count: int


def fits(questions: Sequence[Question], scores: Any) -> tuple[Fit, ...]:
    """Return the fit of each questionnaire, the best first. scores: columns × questions, 0–100.

    Questions of no form belong to all forms of their stage; so do those of no role to both roles.
    """
    found = (_fit(questions, scores, *kind) for kind in _kinds(questions))
    return tuple(sorted(found, key=lambda fit: (round(fit.mean, 6), fit.exact), reverse=True))


def rivals(found: Sequence[Fit]) -> tuple[Fit, ...]:
    """Return the best fit and those of another stage or role that it does not beat beyond doubt."""
    best = found[0]
    return tuple(
        fit
        for fit in found
        if fit is best
        or ((fit.stage, fit.role) != (best.stage, best.role)
            and best.mean - fit.mean < _CLEARLY
            and best.exact <= fit.exact)
    )  # fmt: skip


def _kinds(questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    kinds = dict.fromkeys((question.stage, question.role, question.form) for question in questions)
    with_roles = {stage for stage, role, _ in kinds if role}
    yield from (kind for kind in kinds if kind[1] or kind[0] not in with_roles)


def _fit(questions: Sequence[Question], scores: Any, stage: str, role: str, form: str) -> Fit:
    own = [
        at
        for at, question in enumerate(questions)
        if question.stage == stage and question.role in {"", role} and question.form in {"", form}
    ]
    part = scores[:, own]
    got = [score for row, column in assigned(part).items() if (score := float(part[row, column])) >= SURE]
    return Fit(stage, role, form, sum(got) / len(scores), sum(score >= EXACT for score in got), len(got))
