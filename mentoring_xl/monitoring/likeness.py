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


class _Statement(NamedTuple):
    """words: those that carry the meaning, all when none does. denials: how many of «не», «нет», «без», «ни»."""

    words: tuple[_Word, ...]
    denials: int


def alike(one: str, two: str) -> bool:
    """Tell whether two statements say the same, or one says it at greater length.

    «Мало времени» and «мало времени на встречи» are one, «мало времени» and «не мало времени» are not.
    """
    first, second = _read(one), _read(two)
    if first.denials != second.denials:
        return False
    short, long = sorted((first.words, second.words), key=len)
    if len(short) < len(long) and len(short) < _FEWEST_WORDS:
        return False
    return bool(short) and all(any(_same(word, other) for other in long) for word in short)


@lru_cache(maxsize=65536)
def _same(one: _Word, two: _Word) -> bool:
    if one.dictionary == two.dictionary:
        return True
    from rapidfuzz.distance import OSA

    return min(len(one.said), len(two.said)) >= _LONG_WORD and OSA.distance(one.said, two.said) <= 1


@lru_cache(maxsize=4096)
def _read(text: str) -> _Statement:
    words = _WORD.findall(fold(text))
    parses = {word: _morphology().parse(word)[0] for word in words if word not in _NEGATIONS}
    carrying = {word: parse for word, parse in parses.items() if parse.tag.POS not in _SERVICE}
    return _Statement(
        tuple(_Word(word, parse.normal_form) for word, parse in (carrying or parses).items()),
        sum(word in _NEGATIONS for word in words),
    )


@lru_cache(maxsize=1)
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
