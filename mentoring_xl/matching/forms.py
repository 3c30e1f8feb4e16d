"""Which form of mentoring fits two people: «учитель–учитель», «ученик–ученик», «работодатель–ученик» and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, split_list
from mentoring_xl.schema.choices import FORMS

from .facts import OUTSIDER, PUPIL, TEACHER, group

if TYPE_CHECKING:
    from mentoring_xl.schema.tables import Mentee, Mentor

_DASH = re.compile(r"\s*[-‐-―−]\s*")
_COMMON = tuple(fold(form) for form in FORMS.values)
_SIDES = {
    "учитель": {TEACHER},
    "педагог": {TEACHER},
    "преподаватель": {TEACHER},
    "ученик": {PUPIL},
    "обучающийся": {PUPIL},
    "школьник": {PUPIL},
    "студент": {PUPIL, OUTSIDER},
}


@dataclass(frozen=True)
class MenteeSide:
    """What a mentee's row says about forms."""

    group: str
    wished: str


@dataclass(frozen=True)
class MentorSide:
    """What a mentor's row says about forms. is_student: his post or place says so."""

    group: str
    forms: str
    is_student: bool


def mentee_side(mentee: Mentee) -> MenteeSide:
    """Return what the mentee's row says about forms."""
    return MenteeSide(group(mentee), _DASH.sub("–", fold(mentee.wished_form)))


def mentor_side(mentor: Mentor) -> MentorSide:
    """Return what the mentor's row says about forms."""
    return MentorSide(
        group(mentor), _DASH.sub("–", fold(mentor.forms)), "студент" in fold(f"{mentor.post} {mentor.place}")
    )


@lru_cache(maxsize=4096)
def fitting_form(mentee: MenteeSide, mentor: MentorSide) -> str | None:
    """Return the form that fits both, None when no form does, "" when a group is blank and no form is named.

    A form «А–Б» needs a mentor of group А and a mentee of group Б; a word that is neither a teacher nor a pupil means
    an outsider. Forms that are not in the common list count when one of the two names them.
    """
    ready = split_list(mentor.forms)
    named = tuple(dict.fromkeys(form for form in (mentee.wished, *ready) if form))
    candidates = [
        form
        for form in (*_COMMON, *named)
        if (not mentee.wished or form == mentee.wished)
        and (not ready or form in ready)
        and _suits(form, mentee, mentor)
    ]
    if not named and not (mentee.group and mentor.group):
        return ""
    return min(candidates, key=lambda form: _order(form, mentor), default=None)


@lru_cache(maxsize=4096)
def models(cell: str) -> frozenset[str]:
    """Return the role models that a cell names, however spaces and dashes are typed."""
    return frozenset(_DASH.sub("–", fold(part)) for part in split_list(cell))


def _suits(form: str, mentee: MenteeSide, mentor: MentorSide) -> bool:
    left, _, right = form.partition("–")
    return _is_of(mentor.group, left) and _is_of(mentee.group, right)


def _is_of(group_word: str, side: str) -> bool:
    return not group_word or group_word in _SIDES.get(side, {OUTSIDER})


def _order(form: str, mentor: MentorSide) -> bool:
    """A student comes as a student, any other outsider as an employer."""
    return mentor.group == OUTSIDER and form.startswith("студент") is not mentor.is_student
