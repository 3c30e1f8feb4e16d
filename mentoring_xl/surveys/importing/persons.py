"""Those who may have answered, from the banks and the staff, and what a form says of who filled it in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.choices import ROLES
from mentoring_xl.schema.tables import Mentee, Mentor

from .names import class_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Employee

MENTEE, MENTOR = ROLES.values
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Person:
    """Somebody who may have answered. role: one of ROLES, group: of GROUPS, "" for staff. emails: lower case."""

    code: str
    name: str
    role: str
    school_class: str
    emails: frozenset[str]
    group: str = ""


NOBODY = Person("", "", "", "", frozenset())
"""Who has answered a questionnaire that asks for no name."""


@dataclass(frozen=True)
class Signature:
    """What a form says of who filled it in; "" where it says nothing."""

    name: str = ""
    code: str = ""
    email: str = ""
    school_class: str = ""
    role: str = ""

    @property
    def written(self) -> str:
        """The signature as one line, "" when there is only a class: that is nobody's."""
        if not (self.name or self.email or self.code):
            return ""
        return ", ".join(filter(None, (self.name, self.school_class, self.email, self.code)))


def members(mentees: Iterable[Mentee], mentors: Iterable[Mentor], role: str) -> tuple[Person, ...]:
    """Return the members of the banks of a role, of both when it is ""."""
    banks = ((MENTEE, tuple(mentees)), (MENTOR, tuple(mentors)))
    return tuple(_member(row, own) for own, bank in banks if role in {"", own} for row in bank)


def with_staff(staff: Iterable[Employee], mentees: Iterable[Mentee], mentors: Iterable[Mentor]) -> tuple[Person, ...]:
    """Return the staff, and the members of the banks who are not of the staff."""
    employees = tuple(staff)
    codes = {code_key(row.code) for row in employees}
    names = {words(row.full_name) for row in employees}
    banks: tuple[Mentee | Mentor, ...] = (*mentees, *mentors)
    others = {id(row) for row in banks if code_key(row.staff_code) not in codes and words(row.full_name) not in names}
    return (
        *(Person(tidy(row.code), row.full_name, "", "", _emails(row.email)) for row in employees),
        *(_member(row, MENTEE if isinstance(row, Mentee) else MENTOR) for row in banks if id(row) in others),
    )


def email_in(text: str) -> str:
    """Return the first e-mail address of a text in lower case, "" when there is none."""
    found = _EMAIL.search(text)
    return found[0].lower() if found else ""


def _member(row: Mentee | Mentor, role: str) -> Person:
    school_class, emails = class_key(row.school_class), _emails(row.contacts)
    return Person(tidy(row.code), row.full_name, role, school_class, emails, row.group)


def _emails(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _EMAIL.findall(text))
