"""Ages, years of service, numbers of mentees, classes and periods of the banks against the school's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, fold, number_text, split_list, tidy
from mentoring_xl.schema.findings.people import (
    P501,
    P502,
    P503,
    P504,
    P505,
    P506,
    P507,
    P508,
    P509,
    P510,
    P511,
)
from mentoring_xl.schema.tables import Mentee, Mentor

from .members import PUPIL, TEACHER, erased, in_group

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Employee

    from .members import Person

_LIFE = range(5, 101)
_SERVICE = 70
_CLASS = re.compile(r"(?:[1-9]|1[0-2]) ?-? ?[«\"']?[а-я]{0,2}[»\"']?(?: ?кл(?:асс|\.)?)?")
_COURSE = re.compile(r".*\b(?:курс|групп).*|[а-я]{1,6}-\d.*")


def ages(people: Iterable[Person], settings: Settings, today: dt.date) -> Iterator[Finding]:
    """Yield at the birth year P501 impossible, P502 too young a mentee, P503 a pupil mentor out of range, P504 none.

    The age is the one reached in the year of `today`; a pupil mentor is too old when he has surely turned older.
    """
    low, high = settings.whole("pupil_mentor_age_from"), settings.whole("pupil_mentor_age_to")
    youngest = settings.whole("mentee_age_from")
    for person in people:
        cell, pupil = person.cell("birth_year"), in_group(person, PUPIL)
        if person.birth_year is None:
            if pupil and not erased(person):
                yield P504.at(cell)
            continue
        age = today.year - person.birth_year
        if age not in _LIFE:
            yield P501.at(cell, year=person.birth_year)
        elif isinstance(person, Mentee) and age < youngest:
            yield P502.at(cell, age=_years(age), limit=youngest)
        elif isinstance(person, Mentor) and pupil and not low <= age <= high + 1:
            yield P503.at(cell, age=_years(age), low=low, high=high)


def service(people: Iterable[Mentee | Mentor | Employee], settings: Settings) -> Iterator[Finding]:
    """Yield P505 at impossible years of service, P506 at those of a teacher mentor below the school's threshold."""
    limit = settings.whole("mentor_experience")
    for person in people:
        years = person.experience
        if years is None:
            continue
        if not 0 <= years <= _SERVICE:
            yield P505.at(person.cell("experience"), years=number_text(years))
        elif isinstance(person, Mentor) and in_group(person, TEACHER) and years < limit:
            yield P506.at(person.cell("experience"), years=_years(years), limit=_from_years(limit))


def capacities(mentors: Iterable[Mentor], settings: Settings) -> Iterator[Finding]:
    """Yield P507 below zero, P509 above the largest group, P508 above a teacher's usual load; zero is fine."""
    usual, largest = settings.whole("usual_load"), settings.whole("group_max")
    for mentor in mentors:
        cell, capacity = mentor.cell("capacity"), mentor.capacity or 0
        if capacity < 0:
            yield P507.at(cell)
        elif capacity > largest:
            yield P509.at(cell, capacity=capacity, limit=largest)
        elif capacity > usual and in_group(mentor, TEACHER):
            yield P508.at(cell, capacity=capacity, limit=usual)


def classes(people: Iterable[Mentee | Mentor | Employee]) -> Iterator[Finding]:
    """Yield P510 at a class that is neither like 8Б nor a college year or group; an employee may have several."""
    for person in people:
        for text in split_list(person.school_class):
            if not _CLASS.fullmatch(fold(text)) and not _COURSE.fullmatch(fold(text)):
                yield P510.at(person.cell("school_class"), text=tidy(text))


def periods(people: Iterable[Person]) -> Iterator[Finding]:
    """Yield P511 where a person's availability or participation ends before it begins."""
    for person in people:
        for first, last in (("available_from", "available_to"), ("entered", "finished")):
            start, end = getattr(person, first), getattr(person, last)
            if start and end and end < start:
                yield P511.at(person.cell(last), end=date_text(end), start=date_text(start))


def _years(years: float) -> str:
    if not float(years).is_integer():
        return f"{number_text(years)} года"
    return counted(int(years), "год", "года", "лет")


def _from_years(years: int) -> str:
    return f"{years} года" if years % 10 == 1 and years % 100 != 11 else f"{years} лет"
