"""How much the head of a column looks like a question, 0–100, and the best whole set of columns and questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import code_key, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring_xl.schema.tables import Question

SURE = 80
"""From here on a column is taken for a question, when no other question is nearly as like."""
EXACT = 97
"""From here on only marks and numbers differ."""
ALWAYS = 100
"""The very same, or told by its code."""
_MARGIN = 12
_MARKS = re.compile(r"[^\w\s]|_")
_NUMBER = re.compile(r"^\s*(?:вопрос\s*)?(?:№\s*)?\d{1,3}(?:\.\d{1,2})?\s*[.):]\s*", re.IGNORECASE)
_CODE = re.compile(r"^\s*[\[(]?\s*([^\W_]{1,4}(?:-[^\W_]{1,4}){1,3})(?![\w-])")
_ROW_OF_GRID = re.compile(r".*\[(.+)\]\s*$")


def likenesses(heads: Sequence[str], questions: Sequence[Question]) -> Any:
    """Return an array of heads × questions.

    A head that begins with the code of a question is that question, whatever it says besides. A head of a row of a
    grid, «Оцените [комфорт]», is compared as a whole and by its row.
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    texts = [plain(question.text) for question in questions]
    wordings = [plain(head) for head in heads], [plain(_ROW_OF_GRID.sub(r"\1", head)) for head in heads]
    scorers = (fuzz.ratio, fuzz.token_sort_ratio)
    best = np.max([process.cdist(some, texts, scorer=scorer) for some in wordings for scorer in scorers], axis=0)
    codes = {code_key(question.code): at for at, question in enumerate(questions)}
    for row, head in enumerate(heads):
        found = _CODE.match(head)
        at = codes.get(code_key(found[1])) if found else None
        if at is not None:
            best[row] = 0
            best[row, at] = ALWAYS
    return best


def assigned(scores: Any) -> Mapping[int, int]:
    """Return column → question so that the sum of likenesses is the greatest, each at most once; 0 is no match."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(scores, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if scores[row, column] > 0}


def is_sure(scores: Any, pairs: Mapping[int, int], row: int) -> bool:
    """Tell whether the question a column got is sure: like enough, and no other one is nearly as like.

    A question that another column is more like is no rival, nor are the same words in another questionnaire.
    """
    own = scores[row, pairs[row]]
    if own < SURE or own >= EXACT:
        return bool(own >= SURE)
    taken = {column for other, column in pairs.items() if scores[other, column] > max(SURE, scores[row, column])}
    same = (scores == scores[:, [pairs[row]]]).all(axis=0)
    rivals = (score for column, score in enumerate(scores[row]) if not same[column] and column not in taken)
    return bool(own - max(rivals, default=0) >= _MARGIN)


def plain(text: str) -> str:
    """Return a head or a question without its number and marks, folded."""
    return " ".join(_MARKS.sub(" ", fold(_NUMBER.sub("", text))).split())
