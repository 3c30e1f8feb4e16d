"""Posts and standings: only the leading adjectives and the first noun decline, «заместителю директора по работе»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from mentoring_xl.documents.declension.cleaning import has_cyrillic, one_line, recased, to_cyrillic
from mentoring_xl.documents.declension.model import Declined, Gender, Paradigm, compared, fixed, joined, place_of
from mentoring_xl.documents.declension.voices import Reading, readings

NOT_RUSSIAN: Final = "должность записана не русскими буквами: впишите форму сами"
EMPTY: Final = "должность не указана: впишите её"
NO_HEAD: Final = "не найдено слово в именительном падеже: проверьте форму"
UNKNOWN: Final = "слова нет в словаре: проверьте форму"
TWO_WAYS: Final = "слово склоняют по-разному: проверьте форму"
SEVERAL: Final = "названо несколько должностей: проверьте форму"
_SHORTENED: Final = re.compile(r"((?:[а-яё]{1,4}\.-?\s*)|(?:врио|ио|зам|зав)\s+)+", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"(\s*[,;/()]\s*|\s+[-–—]\s+|\s+и\s+)")
# agents' suffixes that keep their vowel, so an unknown word in them has one paradigm: тьютор, скаутмастер
_AGENT: Final = re.compile("(ор|ер|ёр|ист|лог|граф|ник|щик|тель|ант|ент)$")
_PREFIXES: Final = frozenset({"шеф", "пресс", "вице", "экс", "обер", "бизнес", "медиа", "веб", "арт", "интернет"})


def decline_post(post: str, case: str, *, overrides: Mapping[tuple[str, str], str] | None = None) -> Declined:
    """A post in `case` (one of CASES, else ValueError); letters, quotes and abbreviations stay as typed.

    overrides: (post with single spaces, case) → form, which wins and is certain.
    Text without Cyrillic letters comes back unchanged and uncertain, as does a post without a nominative word.
    """
    place = place_of(case)
    clean = to_cyrillic(one_line(post))
    if overrides and (clean, case) in overrides:
        return Declined(overrides[clean, case], certain=True)
    if not has_cyrillic(clean):
        return Declined(post, certain=False, doubt=NOT_RUSSIAN if clean else EMPTY)
    if place is None:
        return Declined(clean, certain=True)
    first, *others = _SEPARATOR.split(clean)
    text, doubt = _segment(first, place)
    later = [(piece, "") if number % 2 == 0 else _later(piece, place) for number, piece in enumerate(others)]
    doubt = next((reason for _, reason in later if reason), doubt)
    return Declined(text + "".join(piece for piece, _ in later), certain=not doubt, doubt=doubt)


def _segment(text: str, place: int) -> tuple[str, str]:
    """The declined text of one post and the doubt about it."""
    shortened = _SHORTENED.match(text)
    start = shortened.end() if shortened else 0
    words = text[start:].split(" ")
    head = _head(tuple(word.lower() for word in words))
    if not head:
        return text, "" if shortened else NO_HEAD
    forms = [recased(word, paradigm.forms[place]) for word, paradigm in zip(words, head, strict=False)]
    doubt = next((paradigm.doubts[place] for paradigm in head if paradigm.doubts[place]), "")
    return text[:start] + " ".join(forms + words[len(head) :]), doubt


def _later(text: str, place: int) -> tuple[str, str]:
    """What stands after a comma, «и», a dash: a second post declines too; a school subject and the like do not."""
    words = tuple(text.lower().split())
    head = _head(words)
    if not head:
        return text, ""
    last = words[len(head) - 1]
    person = any(reading.animate or reading.kind == "adjective" for reading in readings(last)) or "-" in last
    return (_segment(text, place)[0] if person else text), SEVERAL


@lru_cache(maxsize=1024)
def _head(words: tuple[str, ...]) -> tuple[Paradigm, ...]:
    """Paradigms of the leading adjectives and the first noun, empty when the text does not begin with them."""
    head: list[Paradigm] = []
    gender: Gender | None = None
    for word in words:
        noun = _noun(word, gender)
        adjective = _adjective(word, gender)
        if noun and not (adjective and _noun_follows(words[len(head) + 1 :])):
            return (*head, noun)
        if not adjective:
            break
        gender = "f" if adjective.feminine else "m"
        head.append(Paradigm(adjective.forms))
    return tuple(head)


def _noun_follows(words: tuple[str, ...]) -> bool:
    """Whether the next word is a nominative noun too, so that «участковый» before it is an adjective."""
    return bool(words) and any(reading.animate or reading.kind == "adjective" for reading in readings(words[0]))


def _adjective(word: str, gender: Gender | None) -> Reading | None:
    found = (reading for reading in readings(word, gender) if reading.kind == "adjective" and "-" not in word)
    return next(found, None)


def _noun(word: str, gender: Gender | None) -> Paradigm | None:
    nouns = _person_nouns(word, gender)
    if "-" not in word or any(reading.known for reading in nouns):
        return _paradigm(word, nouns) if nouns else None
    parts = [
        fixed(part) if part in _PREFIXES or not has_cyrillic(part) else _noun(part, gender) for part in word.split("-")
    ]
    declined = [paradigm for paradigm in parts if paradigm]
    return joined(declined) if len(declined) == len(parts) else None


def _person_nouns(word: str, gender: Gender | None) -> list[Reading]:
    nouns = [reading for reading in readings(word, gender) if reading.kind == "noun"]
    people = [reading for reading in nouns if reading.animate]
    return [reading for reading in people if reading.known] or people or [each for each in nouns if each.known]


def _paradigm(word: str, nouns: list[Reading]) -> Paradigm:
    paradigm = compared(nouns[0].forms, [noun.forms for noun in nouns], TWO_WAYS)
    return paradigm if nouns[0].known or _AGENT.search(word) else paradigm.doubted(UNKNOWN)
