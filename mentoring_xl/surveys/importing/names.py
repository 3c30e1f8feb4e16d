"""Full names as people sign: order, initials, a missing patronymic, one slip of the hand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import code_key, cyrillic, fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACED_HYPHEN = re.compile(r"\s*[-‐-―]\s*")
_CLASS = re.compile(r"(?<![\w-])(\d{1,2})\s*[-–«\"' ]*\s*([А-Яа-яЁёA-Za-z])[»\"']*(?:\s*класс\w*|\s*кл\.?)?(?![\w.])")
_NOT_LETTERS = re.compile(r"[^\w\s-]|\d|_")
_SLIP_FROM = 4
_SPELT_BOTH_WAYS = frozenset("иьй")


def words(name: str) -> tuple[str, ...]:
    """Return the words in the order typed, lower case, ё as е, look-alikes as Cyrillic; marks and digits fall out."""
    plain = _SPACED_HYPHEN.sub("-", fold(cyrillic(tidy(name))))
    return tuple(word for word in _NOT_LETTERS.sub(" ", plain).split() if word.strip("-"))


def without_class(name: str) -> tuple[str, str]:
    """Part «Иванова Анна, 8 «Б» класс» into the name and the class, "" when there is none."""
    found = _CLASS.search(name)
    return (
        (name, "") if found is None else (tidy(name[: found.start()] + " " + name[found.end() :]), found[1] + found[2])
    )


def class_key(text: str) -> str:
    """Return the form by which two spellings of a class are the same: «8 «б»» is «8Б»."""
    found = _CLASS.search(text)
    return code_key(found[1] + found[2] if found else text)


def letters(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words in alphabetical order, halves of double names apart: the same for one name in any order."""
    return tuple(sorted("-".join(name).split("-")))


def agrees(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether a signature may be short for a name (surname first), or the name for the signature.

    The surname is whole in both; of the rest each word is the same or the initial of the other, and at least the first
    name is there. Words after the patronymic, such as a post, do not matter.
    """
    if not name or name[0] not in typed:
        return False
    at = typed.index(name[0])
    rest = typed[:at] + typed[at + 1 :]
    pairs = list(zip(rest, name[1:], strict=False))
    return bool(pairs) and all(_short(one, two) for one, two in pairs)


def slipped(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether just one word differs, by one letter missing, spare, wrong or swapped, and is no word of its own.

    «Соколава» is a slip for «Соколова»; «Алена» is not one for «Алина», nor «Иванов» for «Иванова».
    """
    for turn in _turns(typed):
        differing = [(one, two) for one, two in zip(turn, name, strict=False) if one != two]
        if len(turn) == len(name) and len(differing) == 1 and _is_slip(*differing[0]):
            return True
    return False


def _short(one: str, two: str) -> bool:
    return one == two or (1 in {len(one), len(two)} and one[0] == two[0])


def _turns(typed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield from (typed[at:] + typed[:at] for at in range(len(typed)))


def _is_slip(typed: str, name: str) -> bool:
    from rapidfuzz.distance import OSA

    if min(len(typed), len(name)) < _SLIP_FROM or typed[0] != name[0] or OSA.distance(typed, name) != 1:
        return False
    if set(typed) ^ set(name) <= _SPELT_BOTH_WAYS and len(typed) == len(name) and set(typed) != set(name):
        return True
    return typed[-1] == name[-1] and not _dictionary().word_is_known(typed)


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
