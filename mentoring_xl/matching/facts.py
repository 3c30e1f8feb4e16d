"""What matching is told: the people in code order and everything that other rooms know about them, as plain data."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from mentoring_xl.core.text import code_key, fold, tidy
from mentoring_xl.schema.choices import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.schema.tables import Mentee, Mentor

    Person: TypeAlias = Mentee | Mentor

Key: TypeAlias = tuple[str, str]
"""The `code_key` of two people."""
P = TypeVar("P", "Mentee", "Mentor")
TEACHER, PUPIL, OUTSIDER = GROUPS.values
ACTIVE = frozenset({"", "участвует"})
_PIECE = re.compile(r"(\d+)")
_CLASS = re.compile(r"\d{1,2}")


@dataclass(frozen=True)
class Lack:
    """A consent that a person does not have. rule: the code of the ban. text: «нет согласия на обработку данных»."""

    rule: str
    text: str


@dataclass(frozen=True)
class Norms:
    """The settings that matching needs. Ages and experience in years, load in mentees; mentee_age: from which on."""

    experience: int = 5
    usual_load: int = 2
    group_max: int = 4
    age_from: int = 15
    age_to: int = 19
    mentee_age: int = 10
    schools: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """People and what is known of them; keys are `code_key` of codes, and people stand in the order of their codes.

    lacks: by person. ranks: (who chooses, whom) → 1, 2 or 3. vetoes: (who refuses, whom).
    heads: by mentee, the staff code of the direct superior. active: (mentee, mentor) who are a pair now; forbidden,
    dissolved, finished: the same of those who may not be one, parted, completed a programme.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    today: dt.date
    norms: Norms = Norms()
    lacks: Mapping[str, tuple[Lack, ...]] = field(default_factory=dict)
    ranks: Mapping[Key, int] = field(default_factory=dict)
    vetoes: frozenset[Key] = frozenset()
    heads: Mapping[str, str] = field(default_factory=dict)
    active: frozenset[Key] = frozenset()
    forbidden: frozenset[Key] = frozenset()
    dissolved: frozenset[Key] = frozenset()
    finished: frozenset[Key] = frozenset()

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees × mentors."""
        return len(self.mentees), len(self.mentors)

    @cached_property
    def keys(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of the mentees and of the mentors, by row and by column."""
        return tuple(code_key(one.code) for one in self.mentees), tuple(code_key(one.code) for one in self.mentors)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each mentee key."""
        return {key: row for row, key in enumerate(self.keys[0])}

    @cached_property
    def column_of(self) -> dict[str, int]:
        """The column of each mentor key."""
        return {key: column for column, key in enumerate(self.keys[1])}

    def seat(self, pair: Key) -> tuple[int, int] | None:
        """Return row and column of two people, (mentee, mentor); None when one of them is in no bank."""
        row, column = self.row_of.get(pair[0]), self.column_of.get(pair[1])
        return None if row is None or column is None else (row, column)


def in_code_order(people: Iterable[P]) -> tuple[P, ...]:
    """Return the people who have a code, Н-2 before Н-10; of two with one code the upper one in the sheet."""
    first: dict[str, P] = {}
    for person in people:
        first.setdefault(code_key(person.code), person)
    first.pop("", None)
    return tuple(first[key] for key in sorted(first, key=code_order))


def repeated(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return the people of each bank whose code an upper row has already, in the order given."""
    seen: set[tuple[type, str]] = set()
    found = []
    for person in people:
        key = type(person), code_key(person.code)
        if key[1] and key in seen:
            found.append(person)
        seen.add(key)
    return tuple(found)


def code_order(code: str) -> tuple[tuple[int, int, str, str], ...]:
    """Return the sort key of a code: letters as letters, digits as numbers however long, 02 before 2."""
    return tuple(_rank(piece) for piece in _PIECE.split(code_key(code)) if piece)


def _rank(piece: str) -> tuple[int, int, str, str]:
    digits = piece.lstrip("0")
    return (1, len(digits), digits, piece) if piece.isdecimal() else (0, 0, piece, piece)


def is_active(person: Person) -> bool:
    """Tell whether the person takes part now: «участвует» or nothing in «Статус»."""
    return _status(person.status) in ACTIVE


_status = lru_cache(maxsize=256)(fold)


def group(person: Person) -> str:
    """Return «педагог», «обучающийся», «внешний», or "" when it is blank or another word."""
    return _group(person.group)


@lru_cache(maxsize=256)
def _group(text: str) -> str:
    word = fold(text)
    return word if word in GROUPS.values else ""


def class_number(person: Person) -> int | None:
    """Return 8 for «8Б», None when there is no class."""
    found = _CLASS.search(person.school_class)
    return int(found.group()) if found else None


def couple_code(mentee: Mentee, mentor: Mentor) -> str:
    """Return «Н-1/М-2», the codes as the banks write them."""
    return f"{tidy(mentee.code)}/{tidy(mentor.code)}"


def places(mentor: Mentor) -> int:
    """Return how many mentees the mentor takes: one when the cell is blank, none when it is negative."""
    return 1 if mentor.capacity is None else max(mentor.capacity, 0)
