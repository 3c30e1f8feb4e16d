"""Invented full names: common Russian words combined by a seeded draw, each combination once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


@dataclass(frozen=True)
class Name:
    """A full name and its gender, «м» or «ж»."""

    full: str
    gender: str


def names(draw: random.Random) -> Iterator[Name]:
    """Yield invented names, six in ten of women; no surname comes twice with one first name."""
    words = _words()
    seen: set[tuple[str, str]] = set()
    while True:
        woman = draw.random() < 0.62
        surname = draw.choice(words["surnames"] if draw.random() < 0.9 else words["unchanged"])
        first = draw.choice(words["women" if woman else "men"])
        father = draw.choice(words["fathers"]).split("/")[woman]
        if (surname, first) not in seen:
            seen.add((surname, first))
            yield Name(f"{feminine(surname) if woman else surname} {first} {father}", "ж" if woman else "м")


def _words() -> dict[str, list[str]]:
    lines = (files(__package__) / "names.tsv").read_text(encoding="utf-8").splitlines()
    return {kind: words.split() for kind, words in (line.split("\t") for line in lines)}


def feminine(surname: str) -> str:
    """Return the woman's form: Зимин → Зимина, Озерский → Озерская, Степной → Степная; -енко and -ых stay."""
    if surname.endswith(("ий", "ой", "ый")):
        return f"{surname[:-2]}ая"
    return f"{surname}а" if surname.endswith(("ов", "ев", "ёв", "ин", "ын")) else surname
