"""How alike words are: in spite of typing slips, and by sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np

from .senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]

V = TypeVar("V")

_PREFIX_FROM, _PREFIX_REST, _PREFIX = 4, 3, 0.8
_TYPO_FROM, _TYPO = 7, 0.9
_AKIN = 0.6


def likeness(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """Return how alike stems are, by their letters or, 0.6, by sense («травля», «конфликт»), len(left) × len(right)."""
    found = spelling(left, right)
    ours, theirs = _by_sense(left), _by_sense(right)
    for number in ours.keys() & theirs.keys():
        places = np.ix_(ours[number], theirs[number])
        found[places] = np.maximum(found[places], np.float32(_AKIN))
    return found


def spelling(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """Return how alike stems are by their letters, len(left) × len(right), 0…1.

    1 for equal stems, 0.9 for long ones that a slip of the hand explains, 0.8 when one begins with the other.
    """
    from rapidfuzz.distance import OSA, Prefix
    from rapidfuzz.process import cdist

    shorter = np.minimum.outer(_lengths(left), _lengths(right))
    longer = np.maximum.outer(_lengths(left), _lengths(right))
    common = cdist(left, right, scorer=Prefix.similarity, dtype=np.uint8)
    slips = cdist(left, right, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8)
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    found[(common == shorter) & (shorter >= _PREFIX_FROM) & (longer - shorter <= _PREFIX_REST)] = _PREFIX
    found[(slips <= 1) & (shorter >= _TYPO_FROM)] = _TYPO
    found[slips == 0] = 1
    return found


def _by_sense(words: Sequence[str]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        for number in senses().get(word, ()):
            found.setdefault(number, []).append(place)
    return found


def vocabulary(rows: Iterable[Sequence[V]]) -> dict[V, int]:
    """Return the different values of all rows in order, with their numbers."""
    return {value: place for place, value in enumerate(dict.fromkeys(value for row in rows for value in row))}


def membership(rows: Sequence[Sequence[V]], items: dict[V, int]) -> Matrix:
    """Return rows × items, 1 where a row has the item, else 0."""
    found = np.zeros((len(rows), len(items)), dtype=np.float32)
    for row, values in enumerate(rows):
        found[row, [items[value] for value in values]] = 1
    return found


def _lengths(words: Iterable[str]) -> NDArray[np.int32]:
    return np.array([len(word) for word in words], dtype=np.int32)
