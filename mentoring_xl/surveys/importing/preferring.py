"""Preferences after the group meeting: names in the answers become codes of «Предпочтения»."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Append
from mentoring_xl.core.text import code_key, fold, split_list, tidy
from mentoring_xl.schema.tables import Preference

from .names import without_class
from .persons import Signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.schema.tables import Question

    from .forms import Form
    from .people import People
    from .persons import Person
    from .respondents import Respondents

VETO = "veto"
SEVERAL = "На одно место названо несколько человек."
_FIELDS = ("first", "second", "third", VETO)
_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_CODE = re.compile(r"[^\W\d_]{1,4}\s*[-–]\s*\d{1,5}")
_NOBODY = frozenset(
    {"нет", "никто", "никого", "нет таких", "таких нет", "не знаю", "затрудняюсь ответить", "любой", "любого", "-", "–"}
    | {"любая", "все равно", "не важно", "неважно", "со всеми могу", "со всеми", "могу со всеми", "all", "—", "любую"}
)


@dataclass(frozen=True)
class Preferred:
    """What is to be written. new, filled, replaced: rows; differing: codes of those who chose otherwise in the book."""

    edits: tuple[Edit, ...]
    new: int
    filled: int
    replaced: int
    differing: tuple[str, ...]


def choices_of(form: Form, others: People, role: str, known: Respondents) -> dict[str, str]:
    """Return field of «Предпочтения» → codes; names that are not sure go to «Кто ответил» and are left out.

    others: those who can be chosen; role: theirs. The last number of a question's code is the place, 4 is the veto.
    """
    found: dict[str, str] = {}
    for said in form.answers:
        field, names = _field(said.question), _names(said.text)
        if field and field != VETO and len(names) > 1:
            names = (tidy(said.text),)
            if sum(others.find(_signature(name, others)).person is not None for name in _names(said.text)) > 1:
                known.doubt(Signature(name=names[0]), role, (), SEVERAL, form.number)
                continue
        signatures = (_signature(name, others) for name in names)
        persons = [person for one in signatures for person in known.who(one, others, role, form.number)]
        if field and persons:
            found[field] = ", ".join(dict.fromkeys(person.code for person in persons))
    return found


def preferred(
    standing: Iterable[Preference], chosen: Sequence[tuple[Person, dt.date | None, dict[str, str]]], *, adds: bool
) -> Preferred:
    """Lay choices beside those in the book: blank cells are filled, another choice of a later day takes its place.

    chosen: who, when, field → codes; from the earliest to the latest. adds: the later choice gets a row of its own. One
    that is not known to be later changes nothing.
    """
    rows = tuple(standing)
    there = {code_key(row.person_code): row for row in sorted(rows, key=lambda row: row.answered or dt.date.min)}
    number = max((row.number or 0 for row in rows), default=0)
    fresh: list[Preference] = []
    edits: list[Edit] = []
    replaced, differing = 0, list[str]()
    for person, day, fields in {person: (person, day, fields) for person, day, fields in chosen}.values():
        row = there.get(code_key(person.code))
        other = row is not None and any(getattr(row, name) and not _same(getattr(row, name), codes)
                                        for name, codes in fields.items())  # fmt: skip
        is_later = row is not None and bool(day and row.answered and day > row.answered)
        if row is not None and other and is_later and not adds:
            replaced += 1
            edits.append(Amend(row, {**dict.fromkeys(_FIELDS, ""), **fields, "answered": day}))
        elif row is None or (other and is_later):
            fresh.append(_row(person, day, fields, number + len(fresh) + 1))
        elif day and row.answered and day < row.answered:
            continue
        elif other:
            differing.append(person.code)
        elif blank := {name: codes for name, codes in fields.items() if not getattr(row, name)}:
            edits.append(Amend(row, blank))
    filled = len(edits) - replaced
    edits += [Append(Preference, tuple(fresh))] if fresh else []
    return Preferred(tuple(edits), len(fresh), filled, replaced, tuple(differing))


def _field(question: Question) -> str:
    found = _LAST_NUMBER.search(question.code)
    place = int(found[1]) if found else 0
    return _FIELDS[place - 1] if 1 <= place <= len(_FIELDS) else ""


def _names(text: str) -> tuple[str, ...]:
    """Part a text into the names in it; words that say «nobody» are none."""
    return tuple(name for name in split_list(text) if fold(name).strip(" .!") not in _NOBODY)


def _signature(name: str, others: People) -> Signature:
    found = _CODE.search(name)
    if found and others.by_code(found[0]):
        rest = tidy(name.replace(found[0], " ")).strip(" ,;()–-")
        return Signature(name=without_class(rest)[0], code=tidy(found[0]))
    plain, school_class = without_class(name)
    return Signature(name=plain.strip(" ,;()"), school_class=school_class)


def _same(standing: str, codes: str) -> bool:
    key: Callable[[str], frozenset[str]] = lambda text: frozenset(map(code_key, split_list(text)))  # noqa: E731
    return key(standing) == key(codes)


def _row(person: Person, day: dt.date | None, fields: dict[str, str], number: int) -> Preference:
    row = Preference(number=number, person_code=person.code, full_name=tidy(person.name), answered=day)
    return row.but(**fields)
