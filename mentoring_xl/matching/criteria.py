"""What is weighed in a pair: each criterion gives mentees × mentors, 0…1, NaN where a side has no data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import fold
from mentoring_xl.schema.choices import CATEGORIES

from .across import Marked, Worked, crossed, distinct, of_mentors, spread
from .coverage import Coverage
from .facts import OUTSIDER, class_number, group
from .forms import fitting_form, mentee_side, mentor_side, models
from .lists import akin, overlap
from .phrases import weekly_hours, wished_ages, years_off
from .stems import phrase, phrases
from .subjects import kinship

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from mentoring_xl.schema.tables import Mentee, Mentor

    from .across import Index, Part
    from .facts import Facts
    from .stems import Phrase
    from .words import Matrix

_RANKS = {1: 1.0, 2: 0.8, 3: 0.6}
_GRADES = {fold(name): grade for name, grade in zip(CATEGORIES.values, (0.0, 0.3, 0.7, 1.0, 1.0, 1.0), strict=True)}
_YEAR = dt.timedelta(days=365)
_VAST = 1e9
"""A slip of the finger of any length counts as this much, so that differences of float32 stay numbers."""


def request(facts: Facts) -> Part:
    """How well the competences cover the requests and deficits."""
    asked = tuple(tuple(_items(request_text(mentee))) for mentee in facts.mentees)
    offers = tuple(phrase(mentor.competences) for mentor in facts.mentors)
    return Coverage(asked, offers)


def request_text(mentee: Mentee) -> str:
    """Return requests and deficits as one list."""
    return "; ".join(part for part in (mentee.request, mentee.deficits) if part.strip())


def subject(facts: Facts) -> Part:
    """Share of the shorter list of subjects that both have; another subject of one area counts half."""
    return _shared(facts, "subjects", kinship)


def interests(facts: Facts) -> Part:
    """Share of the shorter list of interests that both have; one of the same sense counts half."""
    return _shared(facts, "interests", akin)


def _shared(facts: Facts, field: str, compare: Callable[[Sequence[Phrase], Sequence[Phrase]], Matrix]) -> Part:
    left, row_of = distinct([getattr(person, field) for person in facts.mentees])
    right, column_of = distinct([getattr(person, field) for person in facts.mentors])
    small = overlap([_items(cell) for cell in left], [_items(cell) for cell in right], compare)
    return spread(small, row_of, column_of)


def _items(cell: str) -> list[Phrase]:
    return [stems for _, stems in phrases(cell)]


def preference(facts: Facts) -> Part:
    """Mean of both sides' choices: 1, 0.8, 0.6 by place, 0 for those whom a person who chose did not name.

    Who answered nothing is left out of the mean; where neither answered nothing is known.
    """
    chose = {who for who, _ in facts.ranks}
    rows = np.array([key in chose for key in facts.keys[0]], dtype=np.bool_)
    mentors_chose = chose - facts.row_of.keys()
    columns = np.array([key in mentors_chose for key in facts.keys[1]], dtype=np.bool_)
    spots: dict[int, dict[int, float]] = {}
    for who, whom in facts.ranks:
        mentee, mentor = (who, whom) if who in facts.row_of else (whom, who)
        if seat := facts.seat((mentee, mentor)):
            row, column = seat
            gained = sum(_RANKS.get(facts.ranks.get(key, 0), 0.0) for key in ((mentee, mentor), (mentor, mentee)))
            spots.setdefault(row, {})[column] = gained / (int(rows[row]) + int(columns[column]))
    others = Worked(facts.shape, lambda i, j: np.where(rows[i] | columns[j], np.float32(0), np.float32(np.nan)))
    return Marked(others, spots, facts.shape)


def experience(facts: Facts) -> Part:
    """Mean of the lead in years of service, whole at the norm of the settings, and the mentor's category."""
    norm = max(facts.norms.experience, 1)
    ours, theirs = (_numbers(person.experience for person in side) for side in (facts.mentees, facts.mentors))
    grade = _numbers(_GRADES.get(fold(mentor.category)) for mentor in facts.mentors)
    return Worked(facts.shape, lambda i, j: _mean(np.clip((theirs[j] - ours[i]) / norm, 0, 1), grade[j]))


def age(facts: Facts) -> Part:
    """1 inside the age or class that the mentor wishes, 0.5 a year off, 0 further away."""
    year = facts.today.year

    def value(mentee: tuple[int | None, int | None], wish: str) -> float | None:
        born, school_class = mentee
        wishes = wished_ages(wish)
        off = years_off(wishes, (year - born - 1, year - born) if born else None, school_class) if wishes else None
        return None if off is None else 1.0 if off <= 0 else 0.5 if off <= 1 else 0.0

    ages = [(mentee.birth_year, class_number(mentee)) for mentee in facts.mentees]
    return crossed(ages, [mentor.wished_age for mentor in facts.mentors], value)


def time(facts: Facts) -> Part:
    """Mean of the share of the mentee's year when the mentor is there and of an hour a week that the mentor has.

    How many others he takes is not looked at: one more place would change the points of pairs that stay.
    """
    hours = _numbers(
        None if (found := weekly_hours(mentor.time)) is None else min(found, 1.0) for mentor in facts.mentors
    )
    ours, theirs = (_windows(side, facts.today) for side in (facts.mentees, facts.mentors))

    def common(i: Index, j: Index) -> Matrix:
        days = np.minimum(ours[i, 1], theirs[j, 1]) - np.maximum(ours[i, 0], theirs[j, 0]) + 1
        share: Matrix = np.clip(days / np.maximum(ours[i, 1] - ours[i, 0] + 1, 1), 0, 1).astype(np.float32)
        return _mean(share, hours[j])

    return Worked(facts.shape, common)


def _windows(people: Sequence[Mentee | Mentor], today: dt.date) -> NDArray[np.float64]:
    return np.array([_window(person, today) for person in people], dtype=np.float64).reshape(len(people), 2)


def _window(person: Mentee | Mentor, today: dt.date) -> tuple[float, float]:
    """Return the first and the last day of the coming year when the person is there, as numbers; NaN when not said."""
    if not (person.available_from or person.available_to):
        return np.nan, np.nan
    first = max(person.available_from or today, today)
    return first.toordinal(), min(person.available_to or today + _YEAR, today + _YEAR).toordinal()


def form(facts: Facts) -> Part:
    """1 when a form fits both, 0 when none does."""
    return crossed(
        [mentee_side(mentee) for mentee in facts.mentees],
        [mentor_side(mentor) for mentor in facts.mentors],
        lambda mentee, mentor: None if (found := fitting_form(mentee, mentor)) == "" else float(found is not None),
    )


def model(facts: Facts) -> Part:
    """1 when the mentor is ready for the role model that the mentee wishes, else 0."""
    return crossed(
        [models(mentee.wished_model) for mentee in facts.mentees],
        [models(mentor.models) for mentor in facts.mentors],
        lambda wished, ready: float(not wished.isdisjoint(ready)) if wished and ready else None,
    )


def place(facts: Facts) -> Part:
    """1 for a mentor of this school, 0 for an outsider whose place names another one."""
    schools = [phrase(school) for school in facts.norms.schools]

    def near(mentor: Mentor) -> float | None:
        if group(mentor) not in {"", OUTSIDER}:
            return 1.0
        return float(phrase(mentor.place) in schools) if schools and mentor.place.strip() else None

    return of_mentors(facts, _numbers(near(mentor) for mentor in facts.mentors))


def previous(facts: Facts) -> Part:
    """1 for two who have finished a programme together; no data for all others."""
    nothing = of_mentors(facts, np.full(len(facts.mentors), np.nan, dtype=np.float32))
    spots: dict[int, dict[int, float]] = {}
    for pair in facts.finished:
        if seat := facts.seat(pair):
            spots.setdefault(seat[0], {})[seat[1]] = 1.0
    return Marked(nothing, spots, facts.shape)


def _numbers(values: Iterable[float | None]) -> Matrix:
    known = np.array([np.nan if value is None else value for value in values], dtype=float)
    found: Matrix = np.clip(known, -_VAST, _VAST).astype(np.float32)
    return found


def _mean(one: Matrix, other: Matrix) -> Matrix:
    """Return the mean of two matrices; where one is NaN, the other."""
    return np.where(np.isnan(one), other, np.where(np.isnan(other), one, (one + other) / 2))


CRITERIA: Mapping[str, Callable[[Facts], Part]] = {
    found.__name__: found
    for found in (request, preference, subject, experience, age, time, interests, form, model, place, previous)
}
"""By the code of the rule."""
