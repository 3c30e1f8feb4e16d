"""The honest faults of the invented school: what a real book has after a year of typing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .papers import AGREEMENT, DATA

if TYPE_CHECKING:
    from mentoring_xl.schema.tables import Consent, Mentee, Mentor, Preference

    from .cast import Cast

_NO_CONSENT = frozenset({"Н-07", "Н-23", "Н-41", "Н-52", "М-18"})
_WITHDRAWN = "Н-30"
_NO_AGREEMENT = "М-06"
_SELF_SIGNED = "Н-35"


def spoil(people: Cast, today: dt.date) -> tuple[tuple[Mentee, ...], tuple[Mentor, ...]]:
    """Return the banks with one person typed twice, a child too young, empty cells and loads out of the usual."""
    mentees = {one.code: one for one in people.mentees}
    mentees["Н-26"] = mentees["Н-26"].but(birth_year=today.year - 8)
    mentees["Н-33"] = mentees["Н-33"].but(birth_year=None)
    mentees["Н-47"] = mentees["Н-47"].but(request="")
    mentees["Н-15"] = mentees["Н-15"].but(status="приостановлен")
    twin = mentees["Н-38"]
    surname, first, father = twin.full_name.split()
    mentees["Н-60"] = twin.but(
        number=60,
        code="Н-60",
        full_name=f"{surname} {first}  {father[0]}.",
        request="помощь с математикой",
        contacts="",
    )
    mentors = {one.code: one for one in people.mentors}
    mentors["М-04"] = mentors["М-04"].but(capacity=3)
    mentors["М-09"] = mentors["М-09"].but(gender="")
    mentors["М-20"] = mentors["М-20"].but(capacity=0)
    return tuple(mentees.values()), tuple(mentors.values())


def without_some(consents: tuple[Consent, ...], today: dt.date) -> tuple[Consent, ...]:
    """Return the register with five consents missing, one withdrawn, one given by a minor, one without a date."""
    rows = []
    for row in consents:
        if row.kind == DATA and row.person_code in _NO_CONSENT:
            continue
        if row.kind == AGREEMENT and row.person_code == _NO_AGREEMENT:
            continue
        changed = row
        if row.kind == DATA and row.person_code == _WITHDRAWN:
            changed = row.but(withdrawn=today - dt.timedelta(days=20), signed=today - dt.timedelta(days=220))
        elif row.kind == DATA and row.person_code == _SELF_SIGNED:
            changed = row.but(given_by="участник", representative="")
        elif row.kind == DATA and row.person_code == "Н-44":
            changed = row.but(signed=None)
        rows.append(changed)
    return tuple(row.but(number=number) for number, row in enumerate(rows, 1))


def with_a_slip(preferences: tuple[Preference, ...]) -> tuple[Preference, ...]:
    """Return the preferences with one that names nobody."""
    return (preferences[0].but(first="М-99"), *preferences[1:])
