"""Text as people type it into cells: stray spaces, look-alike letters, dates and numbers in Russian form."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_LATIN = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_DASHES = re.compile(r"[‐-―−]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_TITLE_LENGTH = 31
_SEPARATOR = re.compile(r"([;,\n])")


def tidy(text: str) -> str:
    """Collapse all white space to single spaces, drop soft hyphens and invisible marks, compose letters (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return " ".join(composed.split())


def fold(text: str) -> str:
    """Return the form by which two spellings are the same: tidy, lower case, ё as е, Latin look-alikes as Cyrillic."""
    return _WORD.sub(lambda word: cyrillic(word.group()), tidy(text)).lower().replace("ё", "е")


def cyrillic(word: str) -> str:
    """Replace Latin look-alikes in a word that has Cyrillic letters; other words stay."""
    return word.translate(_LATIN) if _CYRILLIC.search(word) else word


@lru_cache(maxsize=32_768)
def code_key(code: str) -> str:
    """Return the form by which two spellings of a code or of a word from a list are the same: «h- 1» is «Н-1»."""
    return _DASHES.sub("-", tidy(code).replace(" ", "").translate(_LATIN).upper().translate(_LATIN)).replace("Ё", "Е")


def date_text(day: dt.date) -> str:
    """Return the day as dd.mm.yyyy."""
    return f"{day:%d.%m.%Y}"


def number_text(number: float, digits: int = 2) -> str:
    """Return the number with a decimal comma and without trailing zeros: 0.750 → 0,75; 3.0 → 3."""
    return f"{number:.{digits}f}".rstrip("0").rstrip(".").replace(".", ",") if digits else f"{number:.0f}"


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return the number with the right form of the word: 1 ошибка, 2 ошибки, 5 ошибок."""
    tens, units = number % 100, number % 10
    form = one if units == 1 else few if 1 < units < 5 else many
    if 10 < tens < 20:
        form = many
    return f"{number} {form}"


def split_list(text: str) -> tuple[str, ...]:
    """Split what people write as a list in one cell at «;», «,» and line breaks; empty parts fall out."""
    return tuple(part for part in (tidy(piece) for piece in _SEPARATOR.split(text)[::2]) if part)


def split_codes(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Split a list of codes as `split_list` does, but keep a known code whole that has a separator in itself.

    known: codes as `code_key` folds them. Codes that are not known come out as they are typed.
    """
    pieces = _SEPARATOR.split(text)
    longest = 1 + 2 * max((len(_SEPARATOR.findall(code)) for code in known), default=0)
    codes, start = [], 0
    while start < len(pieces):
        ends = range(min(start + longest, len(pieces)), start, -2)
        end = next((end for end in ends if code_key("".join(pieces[start:end])) in known), start + 1)
        codes.append(tidy("".join(pieces[start:end])))
        start = end + 1
    return tuple(code for code in codes if code)


def writable(text: str) -> str:
    """Return the text without what no text file may hold: control characters but line breaks, halves of characters."""
    return _CONTROL.sub("", text)


def shortened(text: str, longest: int) -> str:
    """Return the text tidied and, when it is longer than `longest` characters, cut at a word with «…»."""
    text = tidy(text)
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"


def sheet_title(text: str) -> str:
    """Return the text as a sheet may be called: without []:*?/\\ and quotes at its ends, at most 31 characters."""
    return tidy(_NOT_IN_TITLES.sub("-", text))[:_TITLE_LENGTH].strip(" '")
