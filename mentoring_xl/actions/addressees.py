"""Who gets a letter, how he is addressed, and who may be named on the school's site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import people
from mentoring_xl.core.text import tidy
from mentoring_xl.documents import Person
from mentoring_xl.matching.ledger import key, state
from mentoring_xl.people import members
from mentoring_xl.schema.choices import GENDERS, ROLES
from mentoring_xl.schema.states.pairs import FINISHED
from mentoring_xl.schema.tables import Consent, Mentee, Mentor, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents import Gender
    from mentoring_xl.people.members import Person as Member

    from .desk import Desk
    from .ordering.ledger import Ledger

_MENTEE, _MENTOR = ROLES.values
_PUPILS = {GENDERS.values[0]: "ученик", GENDERS.values[1]: "ученица"}
_PUPIL = "обучающийся"
_SEXES: dict[str, Gender] = {GENDERS.values[0]: "m", GENDERS.values[1]: "f"}


def thanked(ledger: Ledger) -> Iterator[tuple[str, Member]]:
    """Yield role and person of those who have completed a programme and whose data may be used, mentors first."""
    banks = ledger.banks
    done = [key(pair) for pair in ledger.tables[Pair] if state(pair) == FINISHED]
    mentors, mentees = {mentor for _, mentor in done}, {mentee for mentee, _ in done}
    for role, bank, codes in ((_MENTOR, banks.mentors, mentors), (_MENTEE, banks.mentees, mentees)):
        for code, member in bank.items():
            person = member.person
            passed = isinstance(person, Mentee) and person.passed
            if (code in codes or passed) and tidy(person.full_name) and ledger.consented(person):
                yield role, person


def addressed(person: Member) -> Person:
    """Return the person with the post, of a pupil «ученик 8Б класса»."""
    post = tidy(person.post)
    if not post and person.school_class:
        post = f"{_PUPILS.get(person.gender, _PUPIL)} {tidy(person.school_class)} класса"
    gender = _SEXES.get(person.gender)
    return Person(tidy(person.full_name), post, gender, person.cell("full_name"))


def published(desk: Desk) -> tuple[str, ...]:
    """Return the names of those in the programme whose consents to data processing and publication are in force."""
    banks = desk.ledger.banks
    everybody: tuple[Mentee | Mentor, ...] = tuple(
        member.person for bank in (banks.mentors, banks.mentees) for member in bank.values()
    )
    standing = people.standing(everybody, desk.tables[Consent], desk.ledger.settings, desk.today)
    return tuple(
        dict.fromkeys(
            tidy(person.full_name)
            for person in everybody
            if members.takes_part(person, desk.today)
            and tidy(person.full_name)
            and standing[person.code].publication
            and standing[person.code].data_consent
        )
    )
