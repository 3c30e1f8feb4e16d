"""Russian full names as they are typed: their parts, the gender that a patronymic tells, and what is odd in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import cyrillic, fold, tidy
from mentoring_xl.schema.findings.people import P521, P522, P523, P524, P525

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Employee, Mentee, Mentor

_MALE_SUFFIXES = frozenset({"оглы", "оглу", "улы", "уулу", "угли"})
_FEMALE_SUFFIXES = frozenset({"кызы", "гызы", "кизи"})
_LATIN = re.compile(r"[A-Za-z]")
_SPACED_HYPHEN = re.compile(r"\s*[-‐-―]\s*")


def parts(full_name: str) -> tuple[str, ...]:
    """Return the words of a name in the order typed, lower case, ё as е, look-alikes as Cyrillic, dots dropped."""
    name = _SPACED_HYPHEN.sub("-", fold(cyrillic(tidy(full_name))))
    return tuple(name.replace(".", " ").replace(",", " ").split())


def gender(full_name: str) -> str:
    """Return «м» or «ж» by the patronymic, "" when there is none; a surname alone does not tell."""
    words = parts(full_name)
    if _MALE_SUFFIXES.intersection(words):
        return "м"
    if _FEMALE_SUFFIXES.intersection(words):
        return "ж"
    if len(words) < 3:
        return ""
    for word in words[1:]:
        if word.endswith(("ич", "ыч")):
            return "м"
        if word.endswith(("вна", "чна")):
            return "ж"
    return ""


def odd_names(people: Iterable[Mentee | Mentor | Employee]) -> Iterator[Finding]:
    """Yield what is odd in the names, in the order of `people`.

    P525 Latin letters, P524 initials or else P523 not three parts, all at the name; P521 no gender to be told and
    P522 a gender against the patronymic, at the gender.
    """
    for person in people:
        words = parts(person.full_name)
        if not words:
            continue
        latin = sorted(set(_LATIN.findall(person.full_name)))
        if latin:
            yield P525.at(person.cell("full_name"), letters=", ".join(latin))
        count = len(words) - len((_MALE_SUFFIXES | _FEMALE_SUFFIXES).intersection(words))
        if any(len(word) == 1 for word in words):
            yield P524.at(person.cell("full_name"))
        elif count != 3:
            yield P523.at(person.cell("full_name"), count=count)
        told, written = gender(person.full_name), fold(person.gender)
        if not told and not written:
            yield P521.at(person.cell("gender"))
        elif told and written in {"м", "ж"} and told != written:
            yield P522.at(person.cell("gender"), gender=written)
