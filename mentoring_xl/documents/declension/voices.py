"""The two libraries that decline: petrovich (by rules, pytrovich) and OpenCorpora's dictionary (pymorphy3).

Both are loaded at first use and kept; every word goes in and comes out in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from mentoring_xl.documents.declension.model import Forms, Gender

Part: TypeAlias = Literal["LASTNAME", "FIRSTNAME", "MIDDLENAME"]
Kind: TypeAlias = Literal["surname", "given", "patronymic", "noun", "adjective"]

# pymorphy3 raises ValueError at letters that have no Unicode name
_RUSSIAN: Final = re.compile("[а-яё]+(-[а-яё]+)*")
_GRAMMEMES: Final = ("gent", "datv", "accs", "ablt")
_PETROVICH_CASES: Final = ("GENITIVE", "DATIVE", "ACCUSATIVE", "INSTRUMENTAL")
_TAGS: Final = {"m": ("masc", "Ms-f", "ms-f", "GNdr"), "f": ("femn", "Ms-f", "ms-f", "GNdr")}
_PLACES_AND_SHORTENINGS: Final = ("Geox", "Abbr", "Init", "Orgn", "Trad")


@dataclass(frozen=True)
class Reading:
    """One nominative singular reading of a word: what it is, whether the dictionary holds it, its forms."""

    kind: Kind
    known: bool
    declines: bool
    feminine: bool
    animate: bool
    forms: Forms


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1)
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


def petrovich(word: str, part: Part, gender: Gender) -> Forms:
    """What petrovich's rules make of one word of a name."""
    from pytrovich.enums import Case, NamePart
    from pytrovich.enums import Gender as PetrovichGender

    sex = PetrovichGender.MALE if gender == "m" else PetrovichGender.FEMALE
    make = _maker().make
    genitive, dative, accusative, instrumental = (
        make(NamePart[part], sex, Case[name], word) for name in _PETROVICH_CASES
    )
    return genitive, dative, accusative, instrumental


@lru_cache(maxsize=4096)
def readings(word: str, gender: Gender | None = None) -> tuple[Reading, ...]:
    """Nominative singular nouns, adjectives and participles spelled `word`, likeliest first.

    gender: keeps readings of that gender (and of both). Place names and abbreviations are left out.
    """
    if not _RUSSIAN.fullmatch(word):
        return ()
    found = (_reading(parse, gender) for parse in _analyzer().parse(word))
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _reading(parse: Any, gender: Gender | None) -> Reading | None:
    tag = parse.tag
    if tag.POS not in ("NOUN", "ADJF", "PRTF") or tag.case != "nomn" or tag.number != "sing" or "neut" in tag:
        return None
    if any(mark in tag for mark in _PLACES_AND_SHORTENINGS):
        return None
    if gender and not any(mark in tag for mark in _TAGS[gender]):
        return None
    forms = _forms(parse)
    if not forms:
        return None
    return Reading(_kind(tag), parse.is_known, "Fixd" not in tag, "femn" in tag, "anim" in tag, forms)


def _kind(tag: Any) -> Kind:
    if tag.POS != "NOUN":
        return "adjective"
    names: tuple[tuple[str, Kind], ...] = (("Surn", "surname"), ("Name", "given"), ("Patr", "patronymic"))
    return next((kind for mark, kind in names if mark in tag), "noun")


def _forms(parse: Any) -> Forms | None:
    gender = {parse.tag.gender} if parse.tag.POS != "NOUN" else set()
    inflected = [parse.inflect({"sing", case} | gender) for case in _GRAMMEMES]
    if not all(inflected):
        return None
    genitive, dative, accusative, instrumental = (form.word for form in inflected)
    # people are animate even when the word they are named by is a thing: вижу Мороза
    person = genitive if parse.tag.gender == "masc" and accusative == parse.word else accusative
    return genitive, dative, person, instrumental
