"""When two short statements say the same: word by word, whatever the order, the endings and a slip of the pen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_FEWEST_WORDS = 2
"""From which a statement may be the beginning of a longer one: «нагрузка» is not yet «нагрузка на глаза»."""
_LONG_WORD = 5
_WORD = re.compile(r"[\w-]+")
_SERVICE = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_NEGATIONS = frozenset({"не", "нет", "без", "ни"})


class _Word(NamedTuple):
    said: str
    dictionary: str


def alike(one: str, two: str) -> bool:
    """Tell whether two statements say the same, or one says it at greater length.

    «Мало времени» and «мало времени на встречи» are one, «мало времени» and «не мало времени» are not.
    """
    if _denials(one) != _denials(two):
        return False
    short, long = sorted((_words(one), _words(two)), key=len)
    if len(short) < len(long) and len(short) < _FEWEST_WORDS:
        return False
    return bool(short) and all(any(_same(word, other) for other in long) for word in short)


@lru_cache(maxsize=4096)
def _same(one: _Word, two: _Word) -> bool:
    if one.dictionary == two.dictionary:
        return True
    from rapidfuzz.distance import OSA

    return min(len(one.said), len(two.said)) >= _LONG_WORD and OSA.distance(one.said, two.said) <= 1


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    """Return the words that carry the meaning; all words when none does."""
    words = [word for word in _WORD.findall(fold(text)) if word not in _NEGATIONS]
    parses = {word: _morphology().parse(word)[0] for word in words}
    carrying = [word for word in words if parses[word].tag.POS not in _SERVICE]
    return tuple(_Word(word, parses[word].normal_form) for word in carrying or words)


def _denials(text: str) -> int:
    return sum(word in _NEGATIONS for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=4096)
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
