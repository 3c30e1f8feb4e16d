"""Words of school life that speak of one thing, from senses.tsv: «травля» and «конфликт», «домашка» and «задание»."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .stems import EMPTY, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def senses() -> Mapping[str, tuple[int, ...]]:
    """Return stem → the numbers of the lines it stands in; words that say little are left out.

    A line is the name of a sense, a tab, and its words.
    """
    found: dict[str, tuple[int, ...]] = {}
    lines = (files(__package__) / "senses.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in phrase(line):
            if word not in EMPTY:
                found[word] = (*found.get(word, ()), number)
    return found
