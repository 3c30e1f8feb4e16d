"""Scores, bans and warnings straight from rows of the banks, for those who have no workbook."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import code_key

from . import barriers, scores
from .facts import Facts, Lack
from .rules import Rules, read_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring_xl.schema.tables import MatchRule, Mentee, Mentor

_CONSENT = Lack("data_consent", "нет согласия на обработку персональных данных")
_AGREEMENT = Lack("mentor_agreement", "нет согласия быть наставником")


def score(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    settings: Rules | Iterable[MatchRule] = (),
    today: dt.date | None = None,
    **known: Any,
) -> scores.Scores:
    """Return the scores of everyone with everyone, mentees × mentors in the order given.

    settings: rows of «Настройки подбора», or what `read_rules` made of them; without rows the defaults hold.
    today: ages and times are counted from it; by default the day of the call. known: other fields of Facts, as ranks.
    """
    return scores.score(_facts(mentees, mentors, today, known), _rules(settings))


def bans(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    settings: Rules | Iterable[MatchRule] = (),
    today: dt.date | None = None,
    **known: Any,
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return (row, column) → the reasons in Russian, for each forbidden pair, row by row; arguments as in `score`.

    Consents are read from the columns of the banks unless `lacks` are given.
    """
    rules = _rules(settings)
    facts = _facts(mentees, mentors, today, {"lacks": _lacks(mentees, mentors), **known})
    return barriers.bans(facts, rules, scores.score(facts, rules)).reasons()


def warnings(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    settings: Rules | Iterable[MatchRule] = (),
    today: dt.date | None = None,
    **known: Any,
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return (row, column) → what to think about, for each such pair, row by row; arguments as in `score`."""
    return barriers.warnings(_facts(mentees, mentors, today, known), _rules(settings)).reasons()


def _facts(mentees: Sequence[Mentee], mentors: Sequence[Mentor], today: dt.date | None, known: dict[str, Any]) -> Facts:
    return Facts(tuple(mentees), tuple(mentors), today or dt.datetime.now().astimezone().date(), **known)


def _rules(settings: Rules | Iterable[MatchRule]) -> Rules:
    return settings if isinstance(settings, Rules) else read_rules(settings)[0]


def _lacks(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> dict[str, tuple[Lack, ...]]:
    lacks: dict[str, tuple[Lack, ...]]
    lacks = {code_key(mentee.code): (_CONSENT,) for mentee in mentees if mentee.consent_on is None}
    for mentor in mentors:
        gaps = ((_CONSENT, mentor.consent_on), (_AGREEMENT, mentor.agreement_on))
        lacks[code_key(mentor.code)] = tuple(lack for lack, signed in gaps if signed is None)
    return lacks
