"""A full name in any case: taken apart, each word declined by its role, put together as it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, get_args

from mentoring_xl.documents.declension.cleaning import has_cyrillic, normalise_name, recased
from mentoring_xl.documents.declension.given import decline_given, decline_patronymic
from mentoring_xl.documents.declension.model import Declined, Gender, Paradigm, fixed, place_of
from mentoring_xl.documents.declension.person import Person, Role, guessed_gender, take_apart
from mentoring_xl.documents.declension.surnames import decline_surname

NOT_RUSSIAN: Final = "имя записано не русскими буквами: впишите форму сами"
EMPTY: Final = "имя не указано: впишите его"
NO_GENDER: Final = "пол неизвестен: укажите его"
GENDER_CLASH: Final = "пол не совпадает с отчеством: проверьте пол"
ROLES: Final = "неясно, где фамилия, а где имя: проверьте форму"
_RUSSIAN_WORD: Final = re.compile(r"[А-Яа-яЁё]+([-'][А-Яа-яЁё]+)*")


def decline_name(
    full_name: str,
    case: str,
    gender: Gender | None = None,
    *,
    overrides: Mapping[tuple[str, str], str] | None = None,
) -> Declined:
    """A full name («Арефьева Вера Ивановна», «Вера Ивановна Арефьева», «Арефьева В.И.») in `case`.

    case: one of CASES. gender: None takes it from the patronymic, and without one the form is uncertain.
    overrides: (name as normalise_name() gives it, case) → form, which wins and is certain.
    A name without Cyrillic letters comes back unchanged and uncertain. ValueError for another case or gender.
    """
    place = place_of(case)
    if gender not in (None, *get_args(Gender)):
        raise ValueError(f"gender must be 'm', 'f' or None, got {gender!r}")
    name = normalise_name(full_name)
    if overrides and (name, case) in overrides:
        return Declined(overrides[name, case], certain=True)
    if not has_cyrillic(name):
        return Declined(full_name, certain=False, doubt=NOT_RUSSIAN if name else EMPTY)
    person = take_apart(name)
    told = person.patronymic_gender
    sex = person.gender or gender or told or guessed_gender(person)
    paradigms = [_paradigm(word, role, sex, person) for word, role in zip(person.words, person.roles, strict=True)]
    forms = person.words if place is None else _forms(person.words, paradigms, place)
    doubt = _doubt(person, gender, paradigms, place)
    return Declined(" ".join(forms), certain=not doubt, doubt=doubt)


def _forms(words: tuple[str, ...], paradigms: list[Paradigm], place: int) -> tuple[str, ...]:
    return tuple(recased(word, paradigm.forms[place]) for word, paradigm in zip(words, paradigms, strict=True))


def _doubt(person: Person, gender: Gender | None, paradigms: list[Paradigm], place: int | None) -> str:
    """The first reason to look at the form; in the nominative only foreign letters are one."""
    if place is None:
        return next((NOT_RUSSIAN for paradigm in paradigms if NOT_RUSSIAN in paradigm.doubts), "")
    if gender and person.patronymic_gender not in (None, gender):
        return GENDER_CLASH
    if not (gender or person.gender):
        return NO_GENDER
    return next((paradigm.doubts[place] for paradigm in paradigms if paradigm.doubts[place]), _unclear(person))


def _unclear(person: Person) -> str:
    return "" if person.clear else ROLES


def _paradigm(word: str, role: Role, gender: Gender, person: Person) -> Paradigm:
    lower = word.lower()
    if role in ("fixed", "initials"):
        return fixed(lower)
    if not _RUSSIAN_WORD.fullmatch(word):
        return fixed(lower).doubted(NOT_RUSSIAN)
    if role == "given":
        return decline_given(lower, gender)
    if role == "patronymic":
        return decline_patronymic(lower, gender) if not person.turkic else fixed(lower)
    prefix, apostrophe, stem = lower.rpartition("'")
    return _prefixed(prefix + apostrophe, decline_surname(stem, gender, native=person.native))


def _prefixed(prefix: str, paradigm: Paradigm) -> Paradigm:
    """О'Нил: what stands before the apostrophe is kept."""
    genitive, dative, accusative, instrumental = (prefix + form for form in paradigm.forms)
    return Paradigm((genitive, dative, accusative, instrumental), paradigm.doubts)
