"""What «Склонения» holds for the papers, and which names and posts of the book are proposed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Append
from mentoring_xl.core.text import tidy
from mentoring_xl.documents.declension import Gender, confirmed, proposed
from mentoring_xl.schema.choices import GENDERS, TAKING_PART
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import CaseForms, Employee, Mentee, Mentor, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.outcome import Tables

READS = (Mentee, Mentor, Employee, Setting, CaseForms)
_SEXES: dict[str, Gender] = {GENDERS.values[0]: "m", GENDERS.values[1]: "f"}


def overrides(tables: Tables) -> dict[tuple[str, str], str]:
    """Return the confirmed forms, as decline_name and decline_post take them. Reads CaseForms."""
    return confirmed(tables[CaseForms])


def proposals(tables: Tables, also: Iterable[Mentee | Mentor] = ()) -> tuple[Append, ...]:
    """Return the rows that «Склонения» lacks: doubtful names and posts of those who take part. Reads READS.

    also: others whom a paper names in an oblique case.
    """
    others = tuple(also)
    names = [*_names(tables), *((person.full_name, _SEXES.get(person.gender)) for person in others)]
    posts = [*_posts(tables), *(person.post for person in others)]
    rows = proposed([(name, sex) for name, sex in names if tidy(name)], filter(tidy, posts), tables[CaseForms])
    return (Append(CaseForms, rows),) if rows else ()


def _names(tables: Tables) -> Iterator[tuple[str, Gender | None]]:
    settings = Settings(tables[Setting])
    yield from ((settings.text(code), None) for code in ("director", "curator"))
    yield from ((person.full_name, _SEXES.get(person.gender)) for person in _people(tables))


def _posts(tables: Tables) -> Iterator[str]:
    settings = Settings(tables[Setting])
    yield from (settings.text(code) for code in ("director_post", "curator_post"))
    yield from (person.post for person in _people(tables))


def _people(tables: Tables) -> Iterator[Employee | Mentee | Mentor]:
    yield from tables[Employee]
    yield from (mentee for mentee in tables[Mentee] if mentee.status in TAKING_PART)
    yield from (mentor for mentor in tables[Mentor] if mentor.status in TAKING_PART)
