"""Open answers without the people they name: names in any case, initials, codes, addresses and telephones."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pymorphy3 import MorphAnalyzer

HIDDEN = "…"
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"(?<![\w-])[^\W\d_]{1,3}\s?[-–]\s?\d+(?![\w-])")
_ADDRESS = re.compile(r"\S+@\S+|\+?\d[\d\s()–-]{8,}\d")
_INITIALS = re.compile(rf"{HIDDEN}(?:\s*[А-ЯЁ]\.)+|(?:[А-ЯЁ]\.\s*)+{HIDDEN}")
_RUN = re.compile(rf"{HIDDEN}(?:[\s-]*{HIDDEN})+")
_ENDING = re.compile(r"(?:[аяойийьыйе]|ая|ой|ий|ый|ия)$")
_OTHER_ENDING = re.compile(r"[аеийоуыьюягмхв]{0,3}")
_STEM = 3
_OF_NAMES = frozenset({"Name", "Surn", "Patr"})


def nameless(names: Iterable[str], codes: Iterable[str]) -> Callable[[str], str]:
    """Return what puts «…» in a text in place of people: those with these full names and codes, and common names.

    A word with a capital letter is taken for a name of the banks by its stem, so «Вера» at the beginning of a sentence
    goes even when faith is meant; a small letter only where the word means nothing else.
    """
    stems = {_stem(word) for name in names for word in _WORD.findall(tidy(name)) if len(word) >= _STEM}
    known = {code_key(code) for code in codes}

    @cache
    def names_somebody(word: str, *, first: bool) -> bool:
        ours = _has_stem(fold(word), stems)
        if not word[0].isupper():
            return ours and _means_only_a_name(word)
        return ours or _is_a_name(word, only_likeliest=first)

    def hide(text: str) -> str:
        text = _ADDRESS.sub(HIDDEN, tidy(text))
        text = _CODE.sub(lambda code: HIDDEN if code_key(code[0]) in known else code[0], text)
        text = _WORD.sub(
            lambda word: HIDDEN if names_somebody(word[0], first=_begins(text, word.start())) else word[0], text
        )
        return _RUN.sub(HIDDEN, _INITIALS.sub(HIDDEN, text))

    return hide


def _stem(word: str) -> str:
    word = fold(word)
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _STEM else word


def _has_stem(word: str, stems: set[str]) -> bool:
    """Tell whether a folded word is a stem with the ending of another case."""
    beginnings = range(max(_STEM, len(word) - 3), len(word) + 1)
    return any(word[:end] in stems and _OTHER_ENDING.fullmatch(word[end:]) for end in beginnings)


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(' «"(–-')
    return not before or before[-1] in ".!?;:"


@cache
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _is_a_name(word: str, *, only_likeliest: bool) -> bool:
    if not _morphology().word_is_known(word):
        return False
    parses = _morphology().parse(word)[: 1 if only_likeliest else None]
    return any(_OF_NAMES & set(parse.tag.grammemes) for parse in parses)


def _means_only_a_name(word: str) -> bool:
    parses = _morphology().parse(word)
    return not _morphology().word_is_known(word) or all(_OF_NAMES & set(parse.tag.grammemes) for parse in parses)
