"""The warnings: what to think about in a pair that is allowed all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import code_key

from .across import marked, of_mentors
from .facts import PUPIL, TEACHER, group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .facts import Facts
    from .obstacles import Found


def _superior(facts: Facts) -> Found:
    led: dict[str, list[str]] = {}
    for key in facts.keys[0]:
        if head := facts.heads.get(key):
            led.setdefault(head, []).append(key)
    pairs = [
        (mentee, key)
        for key, mentor in zip(facts.keys[1], facts.mentors, strict=True)
        for mentee in led.get(code_key(mentor.staff_code), ())
    ]
    yield "наставник – непосредственный руководитель", marked(facts, pairs)


def _low_experience(facts: Facts) -> Found:
    years = [mentor.experience if group(mentor) == TEACHER else None for mentor in facts.mentors]
    low = [found is not None and found < facts.norms.experience for found in years]
    yield f"стаж наставника меньше {facts.norms.experience} лет", of_mentors(facts, np.array(low, dtype=np.bool_))


def _mentor_age(facts: Facts) -> Found:
    norms, year = facts.norms, facts.today.year
    born = [mentor.birth_year if group(mentor) == PUPIL else None for mentor in facts.mentors]
    outside = [found is not None and not norms.age_from <= year - found <= norms.age_to + 1 for found in born]
    text = f"наставнику-обучающемуся не {norms.age_from}–{norms.age_to} лет"
    yield text, of_mentors(facts, np.array(outside, dtype=np.bool_))


WARNINGS: Mapping[str, Callable[[Facts], Found]] = {
    "superior": _superior,
    "low_experience": _low_experience,
    "mentor_age": _mentor_age,
}
"""By the code of the rule; the load of a mentor shows only in the whole set of pairs."""
