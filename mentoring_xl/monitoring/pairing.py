"""Who of the mentees has a mentor, who is only promised one, and who has none: the same in the book and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold
from mentoring_xl.schema.choices import TAKING_PART
from mentoring_xl.schema.states.pairs import FINISHED, PAST, WORKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from mentoring_xl.schema.tables import Mentee, Pair


@dataclass(frozen=True)
class Pairing:
    """Mentees who take part, in sheet order.

    proposed: have no working pair, but one that is not agreed yet. alone: neither, and have not finished the programme;
    who wishes no mentor is not among them.
    """

    proposed: tuple[Mentee, ...]
    alone: tuple[Mentee, ...]


def pairing(mentees: Iterable[Mentee], pairs: Iterable[Pair], today: dt.date) -> Pairing:
    """Return who waits for what.

    Forbidden pairs do not count; a pair without a state, or in one of the school's own, is not agreed yet.
    """
    counted = [pair for pair in pairs if not pair.forbidden]
    working = _mentees(counted, WORKING)
    proposed = _mentees(counted, {fold(pair.state) for pair in counted} - PAST) - working
    finished = _mentees(counted, {FINISHED})
    present = [mentee for mentee in mentees if fold(mentee.status) in TAKING_PART]
    return Pairing(
        proposed=tuple(one for one in present if code_key(one.code) in proposed),
        alone=tuple(
            one
            for one in present
            if code_key(one.code) not in working | proposed | finished
            and one.mentors_wanted != 0
            and not one.passed
            and not (one.finished and one.finished <= today)
        ),
    )


def _mentees(pairs: Iterable[Pair], states: Collection[str]) -> frozenset[str]:
    return frozenset(code_key(pair.mentee_code) for pair in pairs if fold(pair.state) in states) - {""}
