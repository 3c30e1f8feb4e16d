"""An answer as a form gives it, put the way «Анкеты» keeps it: «10 – полностью» and «десять» are 10, «Да, конечно» is
«да»; a dash is no answer.

What does not fit its question stays as it was written: «Проверить людей» finds it, and nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_number, as_text
from mentoring_xl.core.text import fold, number_text, tidy, writable
from mentoring_xl.surveys.answers import NUMERIC, POINTS, SCALE, YES_NO, kind, unanswered, value

if TYPE_CHECKING:
    from mentoring_xl.schema.tables import Question

_NUMBERS = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,]*\d)")
_OF_ALL = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|из|of)\s*(\d+)", re.IGNORECASE)
_HIGHEST = {SCALE: 10, POINTS: 2}
_FLAGS = {"да": "да", "yes": "да", "true": "да", "нет": "нет", "no": "нет", "false": "нет"}
_WORD = re.compile(r"\w+")
_WORDS = "ноль один два три четыре пять шесть семь восемь девять десять"
_IN_WORDS = {word: number for number, word in enumerate(_WORDS.split())} | {"одна": 1, "одно": 1, "две": 2}
_POINTS_BEHIND = re.compile(r"\s+балл(?:а|ов)?$")
_MINUS = ("-", "−")
_LONGEST = 32_000
"""Characters of a cell: it takes 767 more."""
_LONGEST_MARK = 60
"""Letters of a mark with its words; a longer text that has a number in it is no mark."""


@dataclass(frozen=True)
class Said:
    """One answer. text: as «Анкеты» keeps it. fits: the question takes such an answer."""

    question: Question
    text: str
    fits: bool


def said(question: Question, given: object) -> Said | None:
    """Read an answer, None for none. given: the value of a cell, choices parted by line breaks."""
    text = writable(as_text(given)).strip()[:_LONGEST] if given is not None else ""
    if unanswered(question, text):
        return None
    sort, fitting = kind(question), value(question, text)
    if sort in NUMERIC:
        number = as_number(text) if fitting is not None else _mark(sort, text)
        return Said(question, text if number is None else number_text(number), number is not None)
    if sort == YES_NO and fitting is None:
        flag = _flag(text)
        return Said(question, flag or text, bool(flag))
    return Said(question, text if fitting is None else str(fitting), fitting is not None)


def _mark(sort: str, text: str) -> float | None:
    """Return the only number of a short text, «8 из 10» and «восемь баллов» being 8; None when it is no mark."""
    of_all = _OF_ALL.fullmatch(tidy(text))
    if of_all:
        return as_number(of_all[1]) if int(of_all[2]) == _HIGHEST.get(sort) else None
    numbers = _NUMBERS.findall(text)
    word = _IN_WORDS.get(_POINTS_BEHIND.sub("", fold(text).strip(" .!")))
    if word is None and (len(numbers) != 1 or len(text) > _LONGEST_MARK or text.startswith(_MINUS)):
        return None
    number = as_number(numbers[0]) if word is None else float(word)
    if number is None or (sort == POINTS and not number.is_integer()):
        return None
    return number if number <= _HIGHEST.get(sort, number) and not (sort == SCALE and number < 1) else None


def _flag(text: str) -> str:
    """Return the answer of a text in which just one of «да» and «нет» stands, "" for any other."""
    said = {_FLAGS[word] for word in _WORD.findall(text.lower()) if word in _FLAGS}
    return said.pop() if len(said) == 1 and len(text) <= _LONGEST_MARK else ""
