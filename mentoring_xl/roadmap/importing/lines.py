"""Lines of a cell or a page made whole: a line that a page was too narrow for is no paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[а-я]\)|[-–—•●▪*·◦○■])\s*(?=[^\W\d_]|[«\"„(])", re.IGNORECASE)
"""What a sub-item begins with: «1)», «1.», «2.1.», «а)», «- »."""
_HYPHENATED = re.compile(r"([^\W\d_]+)[-‐‑]$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_CLOSING = tuple(",.;:!?)»”")
_SENTENCE = re.compile(r"(?:[^\W\d_]{3}|[)»])\s?[.:;!?]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """Tidy each line of a text and drop blank ones; paragraphs stay parted by line breaks."""
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def one_line(text: str) -> str:
    """Return a text of several lines as one, words hyphenated at the end of a line made whole."""
    whole = ""
    for line in clean(text).splitlines():
        whole = glued(whole, line) if whole else line
    return whole


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs: a line that goes on with the one before it, inside a sentence, is joined to it."""
    found: list[str] = []
    for line in clean(text).splitlines():
        if found and _goes_on(found[-1], line):
            found[-1] = glued(found[-1], line)
        else:
            found.append(line)
    return tuple(found)


def unwrapped(lines: Iterable[tuple[str, bool]]) -> str:
    """Join the lines of a narrow cell of a page to paragraphs; an item mark and a new sentence begin one too.

    lines: each with whether the line below it had had room on it, so begins a paragraph.
    """
    found: list[str] = []
    begins = True
    for text, is_last in lines:
        line = tidy(text)
        if not line:
            continue
        if begins or MARKER.match(line) or (_SENTENCE.search(found[-1]) and line[0].isupper()):
            found.append(line)
        else:
            found[-1] = _fitted(found[-1], line)
        begins = is_last
    return "\n".join(found)


def glued(start: str, rest: str) -> str:
    """Join two lines; a hyphen at the end of the first stays only when the word needs it."""
    cut, word = _HYPHENATED.search(start), _FIRST_WORD.match(rest)
    if cut and rest[0].isdigit():
        return start + rest
    if not (cut and word):
        return f"{start} {rest}"
    return start[:-1] + rest if _is_one_word(cut[1], word[0]) else start + rest


def _fitted(start: str, rest: str) -> str:
    """Join two lines of a cell that may be too narrow for a word, which then goes on without a hyphen."""
    cut, word = _LAST_WORD.search(start), _FIRST_WORD.match(rest)
    known = _dictionary().word_is_known
    parts = (cut[0].lower(), word[0]) if cut and word else ()
    broken = cut and word and not all(map(known, parts)) and _is_one_word(*parts)
    return start + rest if broken or rest.startswith(_CLOSING) else glued(start, rest)


@cache
def _is_one_word(start: str, rest: str) -> bool:
    return rest.islower() and bool(_dictionary().word_is_known((start + rest).lower()))


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


def _goes_on(before: str, line: str) -> bool:
    if MARKER.match(line):
        return False
    return line[0].islower() or line[0] == "(" or before[-1] == "," or bool(_HYPHENATED.search(before))
