"""What is weighed in a pair: each criterion gives mentees × mentors, 0…1, NaN where a side has no data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import fold
from mentoring_xl.schema.choices import CATEGORIES

from .across import crossed, marked
from .facts import OUTSIDER, class_number, group, places
from .forms import fitting_form, mentee_side, mentor_side
from .phrases import weekly_hours, wished_ages, years_off
from .stems import phrase, phrases
from .words import coverage, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mentoring_xl.schema.tables import Mentee, Mentor

    from .facts import Facts
    from .stems import Phrase
    from .words import Matrix

_RANKS = {1: 1.0, 2: 0.8, 3: 0.6}
_GRADES = {fold(name): grade for name, grade in zip(CATEGORIES.values, (0.0, 0.3, 0.7, 1.0, 1.0, 1.0), strict=True)}
_YEAR = dt.timedelta(days=365)
_VAST = 1e9
"""A slip of the finger of any length counts as this much, so that differences of float32 stay numbers."""


def request(facts: Facts) -> Matrix:
    """How well the competences cover the requests and deficits."""
    asked = [_items(request_text(mentee)) for mentee in facts.mentees]
    return coverage(asked, [_items(mentor.competences) for mentor in facts.mentors])


def request_text(mentee: Mentee) -> str:
    """Return requests and deficits as one list."""
    return "; ".join(part for part in (mentee.request, mentee.deficits) if part.strip())


def subject(facts: Facts) -> Matrix:
    """Share of the shorter list of subjects that both have."""
    return overlap([_items(m.subjects) for m in facts.mentees], [_items(m.subjects) for m in facts.mentors])


def interests(facts: Facts) -> Matrix:
    """Share of the shorter list of interests that both have."""
    return overlap([_items(m.interests) for m in facts.mentees], [_items(m.interests) for m in facts.mentors])


def _items(cell: str) -> list[Phrase]:
    return [stems for _, stems in phrases(cell)]


def preference(facts: Facts) -> Matrix:
    """Mean of both sides' choices: 1, 0.8, 0.6 by place, 0 for those whom a person who chose did not name."""
    by_mentee, by_mentor = (np.full(facts.shape, np.nan, dtype=np.float32) for _ in range(2))
    for who, _ in facts.ranks:
        if who in facts.row_of:
            by_mentee[facts.row_of[who]] = 0
        elif who in facts.column_of:
            by_mentor[:, facts.column_of[who]] = 0
    for (who, whom), rank in facts.ranks.items():
        if who in facts.row_of and whom in facts.column_of:
            by_mentee[facts.row_of[who], facts.column_of[whom]] = _RANKS[rank]
        elif who in facts.column_of and whom in facts.row_of:
            by_mentor[facts.row_of[whom], facts.column_of[who]] = _RANKS[rank]
    return _mean(by_mentee, by_mentor)


def experience(facts: Facts) -> Matrix:
    """Mean of the lead in years of service, whole at the norm of the settings, and the mentor's category."""
    norm = max(facts.norms.experience, 1)
    years = _numbers(mentor.experience for mentor in facts.mentors)
    lead = years - _numbers(mentee.experience for mentee in facts.mentees)[:, None]
    grade = _numbers(_GRADES.get(fold(mentor.category)) for mentor in facts.mentors)
    return _mean(np.clip(lead / norm, 0, 1), np.broadcast_to(grade, facts.shape))


def age(facts: Facts) -> Matrix:
    """1 inside the age or class that the mentor wishes, 0.5 a year off, 0 further away."""
    year = facts.today.year

    def value(mentee: tuple[int | None, int | None], wish: str) -> float | None:
        born, school_class = mentee
        wishes = wished_ages(wish)
        off = years_off(wishes, (year - born - 1, year - born) if born else None, school_class) if wishes else None
        return None if off is None else 1.0 if off <= 0 else 0.5 if off <= 1 else 0.0

    ages = [(mentee.birth_year, class_number(mentee)) for mentee in facts.mentees]
    return crossed(ages, [mentor.wished_age for mentor in facts.mentors], value)


def time(facts: Facts) -> Matrix:
    """Mean of the share of the mentee's year when the mentor is there and of an hour a week for each mentee."""
    hours = (
        None if (found := weekly_hours(mentor.time)) is None else min(found / max(places(mentor), 1), 1.0)
        for mentor in facts.mentors
    )
    return _mean(_common_time(facts), np.broadcast_to(_numbers(hours), facts.shape))


def _common_time(facts: Facts) -> Matrix:
    def window(person: Mentee | Mentor) -> tuple[int, int] | None:
        if not (person.available_from or person.available_to):
            return None
        first = max(person.available_from or facts.today, facts.today)
        return first.toordinal(), min(person.available_to or facts.today + _YEAR, facts.today + _YEAR).toordinal()

    def value(mentee: tuple[int, int] | None, mentor: tuple[int, int] | None) -> float | None:
        if mentee is None or mentor is None:
            return None
        days = min(mentee[1], mentor[1]) - max(mentee[0], mentor[0]) + 1
        return min(max(days, 0) / max(mentee[1] - mentee[0] + 1, 1), 1.0)

    return crossed([window(person) for person in facts.mentees], [window(person) for person in facts.mentors], value)


def form(facts: Facts) -> Matrix:
    """1 when a form fits both, 0 when none does."""
    return crossed(
        [mentee_side(mentee) for mentee in facts.mentees],
        [mentor_side(mentor) for mentor in facts.mentors],
        lambda mentee, mentor: None if (found := fitting_form(mentee, mentor)) == "" else float(found is not None),
    )


def place(facts: Facts) -> Matrix:
    """1 for a mentor of this school, 0 for an outsider whose place names another one."""
    schools = [phrase(school) for school in facts.norms.schools]

    def near(mentor: Mentor) -> float | None:
        if group(mentor) not in {"", OUTSIDER}:
            return 1.0
        return float(phrase(mentor.place) in schools) if schools and mentor.place.strip() else None

    return np.broadcast_to(_numbers(near(mentor) for mentor in facts.mentors), facts.shape)


def previous(facts: Facts) -> Matrix:
    """1 for two who have finished a programme together; no data for all others."""
    return np.where(marked(facts, facts.finished), np.float32(1), np.float32(np.nan))


def _numbers(values: Iterable[float | None]) -> Matrix:
    known = np.array([np.nan if value is None else value for value in values], dtype=float)
    found: Matrix = np.clip(known, -_VAST, _VAST).astype(np.float32)
    return found


def _mean(one: Matrix, other: Matrix) -> Matrix:
    """Return the mean of two matrices; where one is NaN, the other."""
    return np.where(np.isnan(one), other, np.where(np.isnan(other), one, (one + other) / 2))


CRITERIA: Mapping[str, Callable[[Facts], Matrix]] = {
    found.__name__: found
    for found in (request, preference, subject, experience, age, time, interests, form, place, previous)
}
"""By the code of the rule."""
