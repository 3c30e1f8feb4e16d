"""What people type instead of a clean Russian name: stray spaces, capitals, dashes, Latin look-alikes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Latin letters whose printed shape is a Cyrillic letter
_LOOKALIKES: Final = str.maketrans("ABCEHKMOPTXYaceopxykËë", "АВСЕНКМОРТХУасеорхукЁё")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0301]")
_DASHES: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_APOSTROPHES: Final = re.compile("[’‘`ʼ′]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_INITIALS: Final = re.compile(r"([А-ЯЁ]\.-?)+", re.IGNORECASE)
_INITIALS_GAP: Final = re.compile(r"(?<=\b[А-ЯЁ]\.)\s+(?=[А-ЯЁ]\.)", re.IGNORECASE)
_GLUED_BEFORE: Final = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ]\.)")
_GLUED_AFTER: Final = re.compile(r"(?<=\b[А-ЯЁ]\.)(?=[А-ЯЁ][а-яё])")

OGLY: Final = frozenset({"оглы", "оглу", "огли", "угли", "улы", "уулу", "улу"})
KYZY: Final = frozenset({"кызы", "кизи", "гызы", "кыз"})
PARTICLES: Final = frozenset(
    {"фон", "ван", "де", "ди", "дю", "да", "ла", "ле", "дер", "ден", "эль", "аль", "ибн", "бен", "заде"}
)


def has_cyrillic(text: str) -> bool:
    """Whether the text holds at least one Cyrillic letter."""
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def one_line(text: str) -> str:
    """The text in NFC with every run of blanks (NO-BREAK SPACE too) as one space and no invisible marks."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(_INVISIBLE.sub("", composed).split())


def to_cyrillic(text: str) -> str:
    """Latin look-alikes turned Cyrillic inside words that hold Cyrillic, and in lone letters beside such words."""
    if not has_cyrillic(text):
        return text
    return _WORD.sub(lambda match: _word_to_cyrillic(match[0]), text)


def normalise_name(text: str) -> str:
    """The nominative as «Арефьева Вера Ивановна», «Арефьева В.И.»: the key of `overrides`. Raises nothing."""
    clean = _APOSTROPHES.sub("'", _DASHES.sub("-", to_cyrillic(one_line(text))))
    spaced = _GLUED_AFTER.sub(" ", _INITIALS_GAP.sub("", _GLUED_BEFORE.sub(" ", clean)))
    return " ".join(_capitalised(word) for word in spaced.split())


def is_initials(word: str) -> bool:
    """Whether the word is one or more initials with dots: «В.И.», «А.-М.»."""
    return bool(_INITIALS.fullmatch(word))


def recased(original: str, form: str) -> str:
    """`form` with the capitals of `original`, half by half of a hyphened word, and its е for ё."""
    halves = zip(original.split("-"), form.split("-"), strict=False)
    return "-".join(_recased_half(typed, declined) for typed, declined in halves)


def _recased_half(original: str, form: str) -> str:
    shared = 0
    for typed, declined in zip(original, form, strict=False):
        if typed.lower() != declined and (typed.lower(), declined) != ("е", "ё"):
            break
        shared += 1
    ending = form[shared:].upper() if len(original) > 1 and original.isupper() else form[shared:]
    result = original[:shared] + ending
    return result[:1].upper() + result[1:] if original[:1].isupper() else result


def _word_to_cyrillic(word: str) -> str:
    changed = word.translate(_LOOKALIKES)
    mendable = has_cyrillic(word) or len(word) == 1
    return changed if mendable and not re.search("[A-Za-z]", changed) else word


def _capitalised(word: str) -> str:
    if "." in word:
        return word.upper() if is_initials(word) else word
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        return lower if lower in OGLY | KYZY else _title(lower)
    return _title(word) if word.islower() and lower not in OGLY | KYZY | PARTICLES else word


def _title(word: str) -> str:
    head, *tail = re.split("([-'])", word)
    kept = (part if part in OGLY | KYZY | {"заде", "оол", "кыс"} else part.capitalize() for part in tail)
    return head.capitalize() + "".join(kept)
