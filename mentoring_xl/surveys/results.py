"""What a questionnaire came to: numbers of answers, means and shares, with small groups hidden."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key

from .answers import NUMERIC, SCALE, YES_NO, counted_answers, kind, options, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.schema.tables import Answer, Question

SMALLEST_GROUP = 3
_TOP = 9


@dataclass(frozen=True)
class Result:
    """One question's answers; percentages are 0–100, None where there is nothing to count.

    n: people whose answer fits the question. response: n of those asked. top: share of 9 and 10 on the 1–10 scale.
    chosen: answers in the order of the options, how many each. hidden: fewer than three answered, so that all but n and
    response is withheld.
    """

    code: str
    text: str
    kind: str
    n: int
    response: float | None = None
    mean: float | None = None
    median: float | None = None
    top: float | None = None
    chosen: tuple[tuple[str, int], ...] = ()
    hidden: bool = False


def results(questions: Iterable[Question], answers: Iterable[Answer], asked: Mapping[str, int]) -> tuple[Result, ...]:
    """Return a result per question in the order of `questions`.

    asked: question code → how many people were asked; a question that is not there has no response rate. Of several
    answers of one person to one question the last by date counts, without dates the lowest on the sheet.
    """
    given: defaultdict[str, list[str]] = defaultdict(list)
    for (code, _), answer in counted_answers(answers).items():
        given[code].append(answer.answer)
    whole = {code_key(code): number for code, number in asked.items()}
    return tuple(
        _result(question, given[code_key(question.code)], whole.get(code_key(question.code))) for question in questions
    )


def _result(question: Question, texts: list[str], asked: int | None) -> Result:
    values = [found for found in (value(question, text) for text in texts) if found is not None]
    numbers = [found for found in values if isinstance(found, float)]
    n, sort = len(values), kind(question)
    response = _share(n, asked) if asked else None
    if n < SMALLEST_GROUP:
        return Result(question.code, question.text, sort, n, response, hidden=True)
    if sort in NUMERIC:
        from statistics import fmean, median

        top = _share(sum(number >= _TOP for number in numbers), n) if sort == SCALE else None
        return Result(question.code, question.text, sort, n, response, fmean(numbers), median(numbers), top)
    listed = ("да", "нет") if sort == YES_NO else options(question)
    counts = Counter(values)
    chosen = tuple((option, counts[option]) for option in listed)
    return Result(question.code, question.text, sort, n, response, chosen=chosen)


def _share(part: int, whole: int) -> float:
    return part / whole * 100
