"""What the same people answered before and after: the mean of both, and which way a change is for the better."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key
from mentoring_xl.schema.asking import AFTER, BEFORE, SMALLEST_GROUP, items
from mentoring_xl.schema.choices import EFFECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.asking import Reply
    from mentoring_xl.schema.tables import Question

LESS_IS_BETTER = " (лучше, когда меньше)"


def less_is_better(question: Question) -> bool:
    """Tell whether a smaller number is the better one, as of anxiety."""
    return question.effect == EFFECTS.values[1]


def compared(questions: Iterable[Question], replies: Iterable[Reply]) -> dict[str, dict[str, float]]:
    """Return folded code of a question of «после» → the columns `before` and `change` of «Итоги анкет».

    Only those count who answered in numbers both times, by role and item, whatever the form of their questionnaire, as
    on «Влияние»; of fewer than three nothing is told.
    """
    about = items(questions)
    before: dict[tuple[str, str, str], float] = {}
    after: defaultdict[str, list[tuple[tuple[str, str, str], float]]] = defaultdict(list)
    for reply in replies:
        if not isinstance(reply.value, float) or reply.question.stage not in {BEFORE, AFTER}:
            continue
        code = code_key(reply.question.code)
        key = reply.person, reply.question.role, about[code]
        if reply.question.stage == BEFORE:
            before[key] = reply.value
        else:
            after[code].append((key, reply.value))
    pairs = {code: [(before[key], mark) for key, mark in marks if key in before] for code, marks in after.items()}
    return {code: _means(found) for code, found in pairs.items() if len(found) >= SMALLEST_GROUP}


def _means(pairs: list[tuple[float, float]]) -> dict[str, float]:
    return {
        "before": round(fmean(before for before, _ in pairs), 2),
        "change": round(fmean(after - before for before, after in pairs), 2),
    }
