"""Short free texts of the mentors' bank: which ages or classes a mentor wishes, how many hours a week he has."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from mentoring_xl.core.grid import as_number
from mentoring_xl.core.text import fold

_ANY = re.compile(r"люб|не важн|неважн|без разниц|все возраст|без ограничен")
_RANGE = re.compile(r"(\d+)\s*[-‐-―−]\s*(\d+)|от\s+(\d+)\s+до\s+(\d+)|с\s+(\d+)\s+(?:до|по)\s+(\d+)")
_FROM = re.compile(r"(?:от|с|старше)\s+(\d+)|(\d+)\s*\+")
_TO = re.compile(r"(?:до|младше)\s+(\d+)")
_ONE = re.compile(r"\d+")
_LAST_BARE_CLASS = 9
_PART = re.compile(r"[;,/\n]|\sили\s|\sи\s")
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*[-‐-―−]\s*\d+(?:[.,]\d+)?)?\s*(час|ч\b|мин|раз|урок|занят|встреч)")
_PER_WEEK = (
    (re.compile(r"месяц|мес\b"), 0.25),
    (re.compile(r"день|ежедневн|дня"), 5.0),
    (re.compile(r"недел|нед\b"), 1.0),
)


@dataclass(frozen=True)
class Wish:
    """Bounds, both included. is_class: they are classes, not years of age."""

    low: float
    high: float
    is_class: bool = False


@lru_cache(maxsize=1024)
def wished_ages(text: str) -> tuple[Wish, ...] | None:
    """Read «12–14», «классы 5–7», «от 10 лет», «5, 6, 7 класс», «любой»; None when it cannot be read.

    Bare numbers up to 9 are classes. A comma or «или» separates alternatives.
    """
    words = fold(text)
    if _ANY.search(words):
        return (Wish(-math.inf, math.inf),)
    spans = [span for part in _PART.split(words) if (span := _span(part))]
    if not spans:
        return None
    wishes = []
    for part, low, high in spans:
        named = part if re.search(r"класс|кл\b|лет|год", part) else words
        is_class = bool(re.search(r"класс|кл\b", named)) or (
            not re.search(r"лет|год", named) and (high if math.isfinite(high) else low) <= _LAST_BARE_CLASS
        )
        wishes.append(Wish(low, high, is_class))
    return tuple(wishes)


def _span(part: str) -> tuple[str, float, float] | None:
    if found := _RANGE.search(part):
        low, high = (float(number) for number in found.groups() if number)
        return part, min(low, high), max(low, high)
    if found := _FROM.search(part):
        return part, float(found.group(1) or found.group(2)), math.inf
    if found := _TO.search(part):
        return part, -math.inf, float(found.group(1))
    if found := _ONE.search(part):
        return part, float(found.group()), float(found.group())
    return None


def years_off(wishes: tuple[Wish, ...], ages: tuple[int, int] | None, school_class: int | None) -> float | None:
    """Return how far a person is from the nearest wish, 0 when inside; None when the data to compare is missing.

    ages: the least and the greatest age the person may have. Classes stand one year apart, as ages do.
    """
    gaps = []
    for wish in wishes:
        if wish.is_class and school_class is not None:
            gaps.append(max(wish.low - school_class, school_class - wish.high, 0))
        elif not wish.is_class and (ages or wish.low == -math.inf == -wish.high):
            youngest, oldest = ages or (0, 0)
            gaps.append(max(wish.low - oldest, youngest - wish.high, 0))
    return min(gaps) if gaps else None


@lru_cache(maxsize=1024)
def weekly_hours(text: str) -> float | None:
    """Read «2 часа в неделю», «30 минут», «1 раз в месяц» as hours a week; once, a lesson or a meeting is an hour."""
    words = fold(text)
    found = _AMOUNT.search(words)
    amount = as_number(found.group(1)) if found else None
    if found is None or amount is None:
        return None
    if found.group(2) == "мин":
        amount /= 60
    return amount * next((factor for unit, factor in _PER_WEEK if unit.search(words)), 1.0)
