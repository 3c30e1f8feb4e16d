"""A post in one form however it is written: «зам. дир. по УВР» and «Заместитель директора по УВР» are the same words.

posts.tsv: short and colloquial words, each with what it stands for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pkgutil import get_data
from typing import NamedTuple

from mentoring_xl.core.text import fold

from .posts import Head, head, is_before_noun, is_twofold, kind_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:\s?[-–]\s?\d+)?")
_ENDING = re.compile(
    r"(?:[ое]го|[ое]му|[ыио]й|[ая]я|[ое][ею]|[ыи][ехм]|[ыи]ми|[ую]ю|[ая]ми?|[ая]х|[ое]в|ей|[ое]м|ью|[аяоеиыуюьй])$"
)
_STEM = 6
_SHORTEST_STEM = 3
_SAYS_NOTHING = re.compile(
    r"\w|по|за|для|го|все|всех|весь|врио|ио|кл|класса?|классов|школьн\w*|школ[аы]|гимнази[яи]|лице[йя]|колледжа?|о[оу]|доу|"
    r"сош|оош|м[бка]?д?оу|учреждени[яе]|организаци[яи]|образовательн\w*|образовани[яе]|муниципальн\w*|работ[аеы]|част[иь]|"
    r"вопрос\w*|деятельност\w*|программ[аы]|наставничеств\w*|наставническ\w*|предметник\w*|молод\w+"
)
_AREAS = frozenset({"учебн", "воспит", "методи", "научн", "хозяйс", "админи", "произв", "информ", "безопа", "иностр"})
_OUTSIDE = frozenset({"пдн", "кдн", "гибдд", "овд", "мвд", "омвд", "мчс", "црб", "полици", "прокур", "участк"})
_DUTIES = frozenset(
    {"ответс", "предсе", "дежурн", "член", "предст", "лидер", "презид", "старос", "настав", "глав", "участн", "лиц"}
    | {"инспек", "началь", "ректор", "специа"}
)
_HEAD_OF = "руково"
_HEADS_ON_THE_LIST = frozenset({"классн", "методи", "музыка"})
_LONG_POST = 3
_DEPUTY = "замест"
_FIELDS = re.compile(r"(?P<post>.+?\bпо)\s+(?P<fields>.+)", re.IGNORECASE | re.DOTALL)
_TOGETHER = re.compile(r"(?<=\S)\s+совместно\b", re.IGNORECASE)
_BETWEEN_FIELDS = re.compile(r"\s*(?:,|\bи\b)\s*(?:по\s+)?", re.IGNORECASE)


class Post(NamedTuple):
    """A role as it is compared.

    kind: whom it means. nouns: the nouns by which its holder may be called; words: all that it says; classes: the
    numbers of the classes that it names.
    """

    kind: Head | None
    nouns: frozenset[str]
    words: frozenset[str]
    classes: frozenset[int]

    @property
    def areas(self) -> frozenset[str]:
        """The fields of work of a deputy: «учебн», «воспит»; none for other posts."""
        return self.words & _AREAS if _DEPUTY in self.words else frozenset()

    @property
    def is_off_the_list(self) -> bool:
        """Whether no staff list has the post: of the police, elected, or a duty such as «ответственный за питание»."""
        leads_a_circle = _HEAD_OF in self.nouns and not self.words & _HEADS_ON_THE_LIST
        return leads_a_circle or bool(self.words & _OUTSIDE or self.nouns & _DUTIES)

    def is_held_as(self, other: Post) -> bool:
        """Tell whether the post of an employee is the one meant: a noun in common, and nothing that it lacks.

        A long post may be called still longer («советник директора по воспитанию и …»), except for a deputy's fields.
        """
        longer = len(other.words) >= _LONG_POST and other.words <= self.words and not self.areas
        return bool(self.nouns & other.nouns) and (self.words <= other.words or longer)


def posts_of(role: str, *, deputies_apart: bool = False) -> tuple[Post, ...]:
    """Return the post that a role names; with `deputies_apart` «зам. директора по УР и ВР» is two."""
    fields = _FIELDS.fullmatch(role.strip()) if deputies_apart else None
    several = _BETWEEN_FIELDS.split(fields["fields"]) if fields else []
    if fields and len(several) > 1 and _DEPUTY in _post(fields["post"]).words:
        return tuple(_post(f"{fields['post']} {field}") for field in several)
    return (_post(role),)


@lru_cache(maxsize=2048)
def _post(role: str) -> Post:
    written = [word.group() for word in _WORD.finditer(_TOGETHER.split(role)[0])]
    words = [word for text in written for word in _expanded(text) if not _SAYS_NOTHING.fullmatch(word)]
    nouns = [word for word in words if head(word) is not None or not is_before_noun(word)]
    twofold = len(nouns) > 1 and is_twofold(nouns[0], nouns[1])
    called = frozenset(map(_stem, nouns[: 1 + twofold]))
    said = frozenset(_stem(word) for word in words if not word[0].isdigit() and not (twofold and word == nouns[0]))
    kind = kind_of(written)
    if kind is Head.EITHER and not (nouns and head(nouns[0])):
        kind = None
    return Post(kind, called, said if _HEAD_OF in said else said - {"классн"}, _classes(written))


def _expanded(word: str) -> list[str]:
    """Write a word out in full: «зам» is «заместитель», «УВР» is «учебный воспитательный»."""
    parts = fold(word).split("-")
    whole = _long_forms().get("".join(parts))
    if whole:
        return whole.split()
    return [long for part in parts for long in _long_forms().get(part, part).split()]


@cache
def _long_forms() -> dict[str, str]:
    lines = (get_data(__package__, "posts.tsv") or b"").decode().splitlines()
    return dict(line.split("\t") for line in lines)


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return (stem if len(stem) >= _SHORTEST_STEM else word)[:_STEM]


def _classes(words: list[str]) -> frozenset[int]:
    numbers: set[int] = set()
    for word in words:
        first, _, last = re.sub(r"\s", "", word).replace("–", "-").partition("-")
        if first.isdecimal():
            numbers |= set(range(int(first[:2]), int((last or first)[:2]) + 1))
    return frozenset(numbers)
