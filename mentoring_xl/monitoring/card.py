"""The curator's card: nine criteria of 0, 1 or 2 points, their sum and its level."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_number
from mentoring_xl.core.text import code_key
from mentoring_xl.schema.choices import SURVEY_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Answer, Question

STAGE = SURVEY_STAGES.values[4]
WHOLE = 18
LEVELS = ((15, "оптимальный"), (9, "допустимый"), (0, "недопустимый"))
"""The least sum of each level, of 18 points: as in the widely used card, a school may have more criteria or fewer."""
_POINTS = frozenset({0.0, 1.0, 2.0})


@dataclass(frozen=True)
class Card:
    """The sum of the last card; of several people's cards, the mean of their sums.

    points: None while no card is whole. whole: the most that can be. criteria: how many there are. filled: criteria
    with points in the fullest card. cards: whole cards that count. day: of the last of them.
    """

    points: float | None
    whole: int
    criteria: int
    filled: int
    cards: int
    day: dt.date | None

    @property
    def level(self) -> str:
        """«оптимальный», «допустимый» or «недопустимый», by the share of 18 points; "" without a sum."""
        if self.points is None:
            return ""
        return next(name for least, name in LEVELS if self.points * WHOLE >= least * self.whole)


def curator_card(questions: Iterable[Question], answers: Iterable[Answer]) -> Card:
    """Return the card of the questions of stage «карта куратора».

    Of one person's points for a criterion the last by date count, without dates the lowest on the sheet; points other
    than 0, 1 and 2 are passed over.
    """
    criteria = {code_key(question.code) for question in questions if question.stage == STAGE} - {""}
    cards: defaultdict[str, dict[str, tuple[float, dt.date | None]]] = defaultdict(dict)
    for answer in sorted(answers, key=lambda answer: answer.answered or dt.date.min):
        criterion, points = code_key(answer.question_code), as_number(answer.answer)
        if criterion in criteria and points is not None and points in _POINTS:
            cards[code_key(answer.person_code)][criterion] = points, answer.answered
    whole = [card for card in cards.values() if len(card) == len(criteria)]
    sums = [sum(points for points, _ in card.values()) for card in whole]
    days = [day for card in whole for _, day in card.values() if day]
    return Card(
        points=round(fmean(sums), 1) if sums else None,
        whole=2 * len(criteria),
        criteria=len(criteria),
        filled=max(map(len, cards.values()), default=0),
        cards=len(whole),
        day=max(days, default=None),
    )
