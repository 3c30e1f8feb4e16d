"""What a group could work on together: the topics of a mentor who leads one, and the mentees each topic serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .barriers import ENOUGH
from .coverage import covered
from .criteria import request_text
from .stems import phrases
from .words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from mentoring_xl.schema.tables import Mentee, Mentor

    from .facts import Facts
    from .stems import Phrase


@dataclass(frozen=True)
class Topics:
    """The topics of one mentor. names: his competences as they are written. serves: topics × mentees."""

    names: tuple[str, ...]
    serves: NDArray[np.bool_]


def topics(facts: Facts) -> Mapping[int, Topics]:
    """Return column → topics of each mentor who leads a group, in column order.

    A topic serves a mentee when it covers half of one of his requests at least. Nobody is left out for want of data:
    who has no request fits any topic, and a mentor without competences has one topic without a name for everybody.
    """
    leaders = [column for column, mentor in enumerate(facts.mentors) if mentor.leads_group]
    if not leaders:
        return {}
    asked = _asked(facts.mentees)
    return {column: _topics(asked, facts.mentors[column]) for column in leaders}


def agree(leader: Mentor, mentees: Sequence[Mentee]) -> bool:
    """Tell whether one topic of a mentor serves all these mentees."""
    return bool(_topics(_asked(mentees), leader).serves.all(axis=1).any())


def _asked(mentees: Sequence[Mentee]) -> list[tuple[Phrase, ...]]:
    return [tuple(stems for _, stems in phrases(request_text(mentee))) for mentee in mentees]


def _topics(asked: Sequence[Sequence[Phrase]], leader: Mentor) -> Topics:
    offered = phrases(leader.competences)
    if not offered:
        return Topics(("",), np.ones((1, len(asked)), dtype=np.bool_))
    items = vocabulary(asked)
    fits = covered(list(items), [stems for _, stems in offered]) >= ENOUGH
    serves = np.ones((len(offered), len(asked)), dtype=np.bool_)
    for row, own in enumerate(asked):
        if own:
            serves[:, row] = fits[[items[item] for item in own]].any(axis=0)
    return Topics(tuple(text for text, _ in offered), serves)
