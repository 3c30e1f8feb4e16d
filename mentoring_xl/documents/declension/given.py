"""Given names and patronymics in all cases: petrovich against the dictionary, the grammar where both fall short."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mentoring_xl.documents.declension.cleaning import KYZY, OGLY
from mentoring_xl.documents.declension.grammar import VOWELS, plain
from mentoring_xl.documents.declension.model import (
    Forms,
    Gender,
    Paradigm,
    agree,
    compared,
    fixed,
    joined,
    with_endings,
)
from mentoring_xl.documents.declension.voices import Reading, petrovich, readings

DISPUTED: Final = "имя склоняют по-разному: проверьте форму"
UNCONFIRMED: Final = "имя не подтверждено словарём: проверьте форму"
OTHER_GENDER: Final = "имя не подходит к полу: проверьте пол"
DOUBLE: Final = "неясно, склоняется ли первая часть двойного имени: проверьте форму"
PATRONYMIC: Final = "отчество не похоже на русское: проверьте форму"


@lru_cache(maxsize=4096)
def decline_given(word: str, gender: Gender) -> Paradigm:
    """Forms of a lower-case given name. Raises nothing.

    Both halves of a woman's double name decline (Анны-Марии); a man's first half is left open (Жан-Жака, Карла-Юхана).
    """
    if "-" not in word:
        return _single(word, gender)
    whole = [reading for reading in _names(word, gender) if reading.known and reading.declines]
    if whole:
        return compared(whole[0].forms, [petrovich(word, "FIRSTNAME", gender)], DOUBLE)
    paradigm = joined([_single(part, gender) for part in word.split("-")])
    return paradigm.doubted(DOUBLE) if gender == "m" else paradigm


@lru_cache(maxsize=4096)
def decline_patronymic(word: str, gender: Gender) -> Paradigm:
    """Forms of a lower-case patronymic; with оглы, кызы it does not decline. Raises nothing."""
    if word.endswith(tuple(OGLY | KYZY)):
        return fixed(word)
    if re.search("(овна|евна|ична|инична|инишна)$", word):
        return with_endings(word[:-1], "ы е у ой")
    if re.search("(ович|евич)$", word):
        return with_endings(word, "а у а ем")
    known = [reading for reading in readings(word, gender) if reading.kind == "patronymic"]
    if known:
        return Paradigm(known[0].forms)
    ending = "а у а ем" if word.endswith(("ич", "ыч")) else ""
    return (with_endings(word, ending) if ending else _single(word, gender)).doubted(PATRONYMIC)


def _single(word: str, gender: Gender) -> Paradigm:
    if not word or word[-1] in "оеёиыуэю":
        return fixed(word)
    if gender == "f" and word[-1] not in VOWELS + "ь":  # Ануш, Айгерим, Алтынай
        return fixed(word).doubted(OTHER_GENDER) if _for_others_only(word, gender) else fixed(word)
    if gender == "f" and word.endswith("ь"):
        return _third_declension(word)
    names = [reading for reading in _names(word, gender) if reading.declines]
    known = [reading for reading in names if reading.known]
    rules = _rules(word, gender)
    if not names:
        sure = (plain(word, gender) or word.endswith("ия")) and not _for_others_only(word, gender)
        return Paradigm(rules) if sure else Paradigm(rules).doubted(UNCONFIRMED)
    best = (known or names)[0].forms
    chosen = best if known or all(map(agree, best, rules)) else rules
    return compared(chosen, [rules, *(reading.forms for reading in (known or names[:1]))], DISPUTED)


def _for_others_only(word: str, gender: Gender) -> bool:
    """Whether the dictionary holds the name in the other gender only, which may be a slip."""
    other: Gender = "m" if gender == "f" else "f"
    return any(each.known for each in _names(word, other)) and not any(each.known for each in _names(word, gender))


def _third_declension(word: str) -> Paradigm:
    """Любовь, Адель, Асель, Гузель decline; those that the dictionary holds as fixed are used both ways (Розенталь)."""
    paradigm = with_endings(word[:-1], "и и ь ью")
    attested = [reading.forms for reading in _names(word, "f") if reading.known and reading.declines]
    return compared(paradigm.forms, attested or [fixed(word).forms], DISPUTED)


def _rules(word: str, gender: Gender) -> Forms:
    """Petrovich, but for -ек: it takes Марек and Алек for pet names like Санёк."""
    if gender == "m" and word.endswith("ек"):
        return with_endings(word, "а у а ом").forms
    return petrovich(word, "FIRSTNAME", gender)


def _names(word: str, gender: Gender) -> list[Reading]:
    return [reading for reading in readings(word, gender) if reading.kind == "given"]
