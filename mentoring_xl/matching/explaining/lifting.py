"""What a person can do about each ban, and how gladly he would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.matching.barriers import OF_MENTEE, OF_MENTOR
from mentoring_xl.matching.facts import couple_code

from .wording import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.matching.barriers import Barrier
    from mentoring_xl.matching.board import Board

_DATA = "оформите согласие {whose} на обработку персональных данных"
_MINOR = "оформите согласие законного представителя {whose}"
_AGREEMENT = "оформите согласие {whose} быть наставником"
_STATUS = "верните статус «участвует» {whom}"
_DATES = "согласуйте сроки участия: наставник {mentor}"
_FORBIDDEN = "снимите «Запрет» с пары {pair} на листе «Пары»"
_VETO = "обсудите отказ от пары {pair}"
_FORM = "согласуйте форму, которая подходит обоим, и впишите её в банки: наставник {mentor}"
_AGAIN = "впишите пару {pair} на лист «Пары» сами: раньше она расторгалась"
_REQUIRED = "снимите «Обязательно» с условия «{rule}» в «Настройках подбора»"
_SWITCH = "выключите правило «{rule}» в «Настройках подбора»"
_AGE = "проверьте год рождения, а если он верен, выключите правило «{rule}» в «Настройках подбора»"


@dataclass(frozen=True)
class _Lift:
    """What to do about a ban. changes: it counts as so many. effort: among as many changes, one more place being 1."""

    text: str
    effort: int
    changes: int = 1


_LIFTS: Mapping[str, _Lift] = {
    "data_consent": _Lift(_DATA, 2),
    "minor_consent": _Lift(_MINOR, 2),
    "mentor_agreement": _Lift(_AGREEMENT, 3),
    "inactive": _Lift(_STATUS, 4),
    "dates": _Lift(_DATES, 4),
    "forbidden": _Lift(_FORBIDDEN, 5),
    "veto": _Lift(_VETO, 6),
    "form_misfit": _Lift(_FORM, 7, 2),
    "dissolved": _Lift(_AGAIN, 8, 2),
}
"""By rule; what is not here is switched off for everybody."""

_SWITCHED, _SWITCHED_REQUIRED = _Lift(_SWITCH, 10, 2), _Lift(_REQUIRED, 9, 2)
_AGE_RULES = dict.fromkeys(("mentee_age", "younger_mentor"), _Lift(_AGE, 9, 2))
PLACE_EFFORT, HAND_EFFORT, TOPIC_EFFORT = 1, 1, 7
IMPOSSIBLE = 1000
"""More changes than anybody makes."""
FIXED = frozenset({"same_person", "duplicate"})
"""Rules that nothing can be done about."""


def _of(board: Board, barrier: Barrier) -> _Lift:
    if barrier.rule in board.rules.required:
        return _SWITCHED_REQUIRED
    return _LIFTS.get(barrier.rule) or _AGE_RULES.get(barrier.rule, _SWITCHED)


def changes(board: Board, barrier: Barrier) -> int:
    """Return as how many changes the lifting of a ban counts: a form or a rule touches more than one person."""
    return _of(board, barrier).changes


def effort(board: Board, barrier: Barrier) -> int:
    """Return how hard it is to lift a ban: a paper is easier than a talk, a talk easier than a rule for everyone."""
    return _of(board, barrier).effort


def is_wide(board: Board, barrier: Barrier) -> bool:
    """Tell whether lifting a ban frees others than this mentee too: it lies on the mentor, or is a rule for all."""
    return barrier.text.endswith(OF_MENTOR) or barrier.rule in board.rules.required or barrier.rule not in _LIFTS


def lift(board: Board, barrier: Barrier, row: int, column: int) -> str:
    """Say in the imperative how to lift a ban that concerns this pair."""
    facts = board.facts
    mentee, mentor = facts.mentees[row], facts.mentors[column]
    is_of_mentee = barrier.text.endswith(OF_MENTEE)
    return _of(board, barrier).text.format(
        whose="наставляемого" if is_of_mentee else f"наставника ({named(mentor)})",
        whom="наставляемому" if is_of_mentee else f"наставнику ({named(mentor)})",
        mentor=named(mentor),
        pair=couple_code(mentee, mentor),
        rule=board.rules.titles.get(barrier.rule, barrier.text),
    )


def place(board: Board, column: int) -> str:
    """Say that a mentor needs one more place."""
    return f"добавьте место наставнику ({named(board.facts.mentors[column])})"


def by_hand(board: Board, row: int, column: int) -> str:
    """Say that a pair has to be written by a person, because a further place alone would go to somebody else."""
    pair = couple_code(board.facts.mentees[row], board.facts.mentors[column])
    return f"впишите пару {pair} на лист «Пары» сами: при пересчёте это место получил бы другой"


def other_topic(board: Board, column: int) -> str:
    """Say what to do when the topic of a group does not fit."""
    return f"согласуйте другую тему группы или снимите «Ведёт группу»: наставник {named(board.facts.mentors[column])}"
