"""One surname in all cases: the grammar's word first, then petrovich against the dictionary; any dispute is a doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mentoring_xl.documents.declension import grammar
from mentoring_xl.documents.declension.model import (
    INSTRUMENTAL,
    Forms,
    Gender,
    Paradigm,
    agree,
    compared,
    fixed,
    joined,
)
from mentoring_xl.documents.declension.voices import Reading, petrovich, readings

UNCONFIRMED: Final = "фамилия не подтверждена словарём: проверьте форму"
DISPUTED: Final = "правила и словарь склоняют фамилию по-разному: проверьте форму"
FIRST_PART: Final = "неясно, склоняется ли первая часть фамилии: проверьте форму"


@lru_cache(maxsize=4096)
def decline_surname(word: str, gender: Gender, native: bool) -> Paradigm:
    """Forms of a lower-case surname, hyphened parts each by itself. Raises nothing.

    native: the bearer has a Russian patronymic, so -ин and -ов are possessive (Ивановым), not foreign (Дарвином).
    """
    *first_parts, last = word.split("-")
    paradigms = [_first_part(part, gender) for part in first_parts] + [_single(last, gender, native)]
    return joined(paradigms)


def _first_part(word: str, gender: Gender) -> Paradigm:
    """The first half of a double surname declines when it is a surname itself: Римского-Корсакова, Бонч-Бруевича.

    Source: Розенталь, § 149.
    """
    typical = (*grammar.POSSESSIVE, "ский", "цкий", "ич", *grammar.POSSESSIVE_FEMALE, *grammar.ADJECTIVAL_FEMALE)
    if word and (word.endswith(typical) or grammar.settled(word, gender) == fixed(word)):
        return _single(word, gender, native=True)
    if word and petrovich(f"{word}-", "LASTNAME", gender) == fixed(f"{word}-").forms:
        return fixed(word)
    itself = _single(word, gender, native=True) if _known_surnames(word, gender) else fixed(word)
    return itself.doubted(FIRST_PART)


def _single(word: str, gender: Gender, native: bool) -> Paradigm:
    if not word:
        return fixed(word)
    settled = grammar.settled(word, gender)
    namesakes = _namesakes(word, gender)
    if settled and (settled == fixed(word) or not namesakes):
        return _with_open_questions(settled, word, gender, native)
    paradigm = _weighed(word, gender, native, settled, namesakes)
    nouns = [reading.forms for reading in namesakes if reading.kind == "noun"]
    if nouns and grammar.stress_decides(word, gender):
        # the dictionary knows the stress of the common noun: ткачом, швецом
        forms = _with_instrumental(paradigm, nouns[0][INSTRUMENTAL]).forms
        return Paradigm(forms, (*paradigm.doubts[:INSTRUMENTAL], ""))
    return _with_open_questions(paradigm, word, gender, native)


def _namesakes(word: str, gender: Gender) -> list[Reading]:
    """Common nouns, adjectives and given names spelled like the surname: мороз, соловей, бедный, лев."""
    wanted = None if word[-1] in "ая" else gender
    kinds = {"noun", "given"}
    if not word.endswith((*grammar.POSSESSIVE, *grammar.POSSESSIVE_FEMALE)):
        kinds |= {"patronymic"} | ({"adjective"} if word[-1] not in "ая" or gender == "f" else set())
    elif gender == "f" and _known_surnames(word, gender):
        kinds = {"noun"}
    return [each for each in readings(word, wanted) if each.known and each.declines and each.kind in kinds]


def _weighed(word: str, gender: Gender, native: bool, settled: Paradigm | None, namesakes: list[Reading]) -> Paradigm:
    by_grammar = settled or grammar.corrected(word, gender)
    rules = by_grammar.forms if by_grammar else petrovich(word, "LASTNAME", gender)
    surnames = [] if settled else _dictionary_surnames(word, gender)
    votes = [rules, *surnames, *(reading.forms for reading in namesakes)]
    chosen = _choice(word, gender, rules, namesakes)
    paradigm = compared(chosen, votes, DISPUTED)
    enough = len(votes) > 1 or (native and grammar.plain(word, gender))
    return paradigm if enough else paradigm.doubted(UNCONFIRMED)


def _choice(word: str, gender: Gender, rules: Forms, namesakes: list[Reading]) -> Forms:
    nouns = [reading.forms for reading in namesakes if reading.kind == "noun"]
    given = [reading.forms for reading in namesakes if reading.kind == "given"]
    if gender == "f" and word.endswith(grammar.POSSESSIVE_FEMALE):
        known = _known_surnames(word, gender)
        return (known or nouns or [rules])[0]
    if word.endswith(grammar.POSSESSIVE):
        given = []
    agreed = [forms for forms in _known_surnames(word, gender) if all(map(agree, forms, rules))]
    adjectives = [reading.forms for reading in namesakes if reading.kind == "adjective" and gender == "m"]
    surnames = [] if word.endswith(grammar.POSSESSIVE) else _dictionary_surnames(word, gender, guess=False)
    return (nouns or given or agreed or adjectives or surnames or [rules])[0]


def _known_surnames(word: str, gender: Gender) -> list[Forms]:
    return [reading.forms for reading in readings(word, gender) if reading.kind == "surname" and reading.known]


def _dictionary_surnames(word: str, gender: Gender, *, guess: bool = True) -> list[Forms]:
    """The dictionary's forms of the surname; with `guess` also those it guesses by the ending of an unknown word."""
    found = [reading for reading in readings(word, gender) if reading.kind == "surname" and (guess or reading.known)]
    declined = [reading for reading in found if reading.declines]
    if word[-1] in "ая" and not declined:
        # OpenCorpora marks some women's surnames in -а as fixed beside the same men's surname that declines
        declined = [
            reading for reading in readings(word) if reading.kind == "surname" and reading.known and reading.declines
        ]
    chosen = declined or found or [reading for reading in readings(word, gender) if guess and not reading.known]
    return [chosen[0].forms] if chosen else []


def _with_instrumental(paradigm: Paradigm, instrumental: str) -> Paradigm:
    return Paradigm((*paradigm.forms[:INSTRUMENTAL], instrumental), paradigm.doubts)


def _with_open_questions(paradigm: Paradigm, word: str, gender: Gender, native: bool) -> Paradigm:
    every_case = grammar.open_question(word, gender)
    attested = bool(_namesakes(word, gender))
    if every_case == grammar.GEORGIAN_AYA and attested:
        every_case = ""
    if gender == "m" and word.endswith(grammar.POSSESSIVE_FEMALE) and not (attested or _known_surnames(word, gender)):
        every_case = grammar.FEMALE_SURNAME
    if every_case:
        return paradigm.doubted(every_case)
    instrumental = grammar.open_instrumental(word, gender, native)
    if not instrumental or grammar.settled(word, gender) == paradigm:
        return paradigm
    likely = grammar.likely_instrumental(word, paradigm.forms[0]) or paradigm.forms[INSTRUMENTAL]
    return _with_instrumental(paradigm, likely).doubted_instrumental(instrumental)
