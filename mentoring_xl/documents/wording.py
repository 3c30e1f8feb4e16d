"""Texts that a school edits: «{школа}», «{координатор:дательный}» are filled from the book, or told to be empty."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.text import fold, tidy

from .declension import Declined, Gender, decline_act, decline_name, decline_post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.cell import Cell

BLANK = "____"
CASES = {
    "именительный": "nominative",
    "родительный": "genitive",
    "дательный": "dative",
    "винительный": "accusative",
    "творительный": "instrumental",
}
"""The word after the colon and the case that it means."""
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ANY_ACTS = {
    "genitive": "следующих документов",
    "dative": "следующим документам",
    "accusative": "следующие документы",
    "instrumental": "следующими документами",
}


@dataclass(frozen=True)
class Person:
    """Somebody named in a paper: his post before his name. cell: where a doubtful form is to be told."""

    full_name: str
    post: str = ""
    gender: Gender | None = None
    cell: Cell | None = None

    def declined(self, case: str, overrides: Overrides | None = None) -> tuple[Declined, ...]:
        """Return the post, when there is one, in small letters, and the name in a case of `CASES`."""
        name = decline_name(self.full_name, case, self.gender, overrides=overrides)
        if not self.post:
            return (name,)
        post = decline_post(self.post, case, overrides=overrides)
        return replace(post, text=_small(post.text)), name


@dataclass(frozen=True)
class Acts:
    """The grounds of a paper. titles: in the nominative."""

    titles: tuple[str, ...]
    cell: Cell | None = None

    def declined(self, case: str, overrides: Overrides | None = None) -> tuple[Declined, ...]:
        """Return them as one text that is never wrong: «статьёй 351.8 …, письмом …».

        Where the case of one of them is not certain, all stay in the nominative: «следующими документами: …».
        """
        known = overrides or {}
        forms = [known.get((title, case)) or decline_act(title, case) for title in self.titles if case in _ANY_ACTS]
        if case in _ANY_ACTS and None in forms:
            return (Declined(f"{_ANY_ACTS[case]}: {', '.join(self.titles)}", certain=True),)
        return (Declined(", ".join(filter(None, forms)) or ", ".join(self.titles), certain=True),)


Overrides: TypeAlias = "Mapping[tuple[str, str], str]"
"""(post or name in the nominative, case) → the form that a person has confirmed."""


@dataclass(frozen=True)
class Slot:
    """What a placeholder stands for: texts, people or acts, empty when the book has none. where: what to fill in."""

    values: tuple[str | Person | Acts, ...] = ()
    where: str = ""


Slots: TypeAlias = "Mapping[str, Slot]"
"""Placeholder in small letters without a case → what it stands for."""


@dataclass(frozen=True)
class Doubt:
    """A form that a person has to look at, and where its nominative stands."""

    cell: Cell | None
    text: str
    doubt: str


@dataclass(frozen=True)
class Filled:
    """The text with its placeholders filled, several texts when it was written for each of a list.

    unknown: placeholders that mean nothing here. empty: those without data, with the place to fill in.
    """

    texts: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    empty: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()


def fill(text: str, slots: Slots, *, each: bool = False, overrides: Overrides | None = None) -> Filled:
    """Fill the placeholders of a text; what is unknown or empty stands as «____».

    each: a placeholder with several values makes a text of its own for every one of them; else they are joined by
    commas. A placeholder that begins with a capital begins what it stands for with one. Raises nothing.
    """
    pieces = _PLACEHOLDER.split(text)
    read = [_read(name, slots, overrides) for name in pieces[1::2]]
    count = max((1, *(len(found.values) for found in read))) if each else 1
    texts = tuple(_joined(pieces[::2], [found.said(number, count) for found in read]) for number in range(count))
    return Filled(
        texts,
        unknown=tuple(found.name for found in read if found.unknown),
        empty=tuple((found.name, found.where) for found in read if not found.unknown and not found.values),
        doubts=tuple(dict.fromkeys(doubt for found in read for doubt in found.doubts)),
    )


@dataclass(frozen=True)
class _Found:
    name: str
    values: tuple[str, ...] = ()
    where: str = ""
    unknown: bool = False
    doubts: tuple[Doubt, ...] = ()

    def said(self, number: int, count: int) -> str:
        if not self.values:
            return BLANK
        text = self.values[number] if count > 1 and len(self.values) == count else ", ".join(self.values)
        return text[:1].upper() + text[1:] if self.name[:1].isupper() else text


def _read(name: str, slots: Slots, overrides: Overrides | None) -> _Found:
    key, _, word = (tidy(part) for part in name.partition(":"))
    slot, case = slots.get(fold(key)), CASES.get(fold(word) or "именительный")
    told = f"{key}:{word}" if word else key
    strings = slot is not None and any(isinstance(value, str) for value in slot.values)
    if slot is None or case is None or (word and strings):
        return _Found(told, unknown=True)
    values, doubts = [], []
    for value in slot.values:
        if isinstance(value, str):
            values.append(value)
            continue
        forms = value.declined(case, overrides)
        values.append(" ".join(form.text for form in forms))
        doubts += [Doubt(value.cell, form.text, form.doubt) for form in forms if not form.certain]
    return _Found(told, tuple(values), slot.where, doubts=tuple(doubts))


def _joined(plain: list[str], said: list[str]) -> str:
    return "".join(part for pair in zip(plain, [*said, ""], strict=True) for part in pair)


def _small(post: str) -> str:
    """Begin a post with a small letter, as inside a sentence; an abbreviation stays: «ИО директора»."""
    return post if post[1:2].isupper() else post[:1].lower() + post[1:]
