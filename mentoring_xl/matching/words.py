"""How far two texts say the same: words compared in spite of typing slips, phrases in spite of their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np

from .stems import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from .stems import Phrase

    Matrix: TypeAlias = NDArray[np.float32]

V = TypeVar("V")

_PREFIX_FROM, _PREFIX_REST, _PREFIX = 4, 3, 0.8
_TYPO_FROM, _TYPO = 7, 0.9
_EMPTY_WEIGHT = 0.25
_SAME_ITEM = 0.8


def likeness(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """Return how alike stems are, len(left) × len(right), 0…1.

    1 for equal stems, 0.9 for long ones that a slip of the hand explains, 0.8 when one begins with the other.
    """
    from rapidfuzz.distance import OSA, Prefix
    from rapidfuzz.process import cdist

    shorter = np.minimum.outer(_lengths(left), _lengths(right))
    longer = np.maximum.outer(_lengths(left), _lengths(right))
    common = cdist(left, right, scorer=Prefix.similarity, dtype=np.int32)
    slips = cdist(left, right, scorer=OSA.distance, score_cutoff=1, dtype=np.int32)
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    found[(common == shorter) & (shorter >= _PREFIX_FROM) & (longer - shorter <= _PREFIX_REST)] = _PREFIX
    found[(slips <= 1) & (shorter >= _TYPO_FROM)] = _TYPO
    found[slips == 0] = 1
    return found


def covered(left: Sequence[Phrase], right: Sequence[Phrase]) -> Matrix:
    """Return what share of each left phrase is said in each right one, len(left) × len(right), 0…1.

    Words that say little («помощь», «развитие») count for a quarter of a word.
    """
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    left_words, right_words = _vocabulary(left), _vocabulary(right)
    if not left_words or not right_words:
        return found
    alike = likeness(list(left_words), list(right_words))
    best = np.zeros((len(left_words), len(right)), dtype=np.float32)
    for column, words in enumerate(right):
        if words:
            best[:, column] = alike[:, [right_words[word] for word in words]].max(axis=1)
    for row, words in enumerate(left):
        if words:
            weights = np.array([_EMPTY_WEIGHT if word in EMPTY else 1 for word in words], dtype=np.float32)
            found[row] = weights @ best[[left_words[word] for word in words]] / weights.sum()
    return found


def coverage(requests: Sequence[Sequence[Phrase]], offers: Sequence[Sequence[Phrase]]) -> Matrix:
    """Return how well each one's offers cover each one's requests, mean over the requests; NaN when a side has none."""
    unions = [tuple(dict.fromkeys(word for item in items for word in item)) for items in offers]
    shares = covered([item for items in requests for item in items], unions)
    found = np.full((len(requests), len(offers)), np.nan, dtype=np.float32)
    first = 0
    for row, items in enumerate(requests):
        if items:
            found[row] = shares[first : first + len(items)].mean(axis=0)
        first += len(items)
    found[:, [not union for union in unions]] = np.nan
    return found


def overlap(left: Sequence[Sequence[Phrase]], right: Sequence[Sequence[Phrase]]) -> Matrix:
    """Return the share of the shorter list that both lists have, len(left) × len(right); NaN when a side has none."""
    left_items, right_items = _vocabulary(left), _vocabulary(right)
    alike = same(list(left_items), list(right_items)).astype(np.float32)
    ours, theirs = _membership(left, left_items), _membership(right, right_items)
    common = np.minimum(ours @ (alike @ theirs.T > 0), (theirs @ (alike.T @ ours.T > 0)).T)
    shorter = np.minimum.outer(ours.sum(axis=1), theirs.sum(axis=1))
    found: Matrix = np.full(shorter.shape, np.nan, dtype=np.float32)
    np.divide(common, shorter, out=found, where=shorter > 0)
    return found


def same(left: Sequence[Phrase], right: Sequence[Phrase]) -> NDArray[np.bool_]:
    """Tell which items name one thing: «русский язык» and «русский язык и литература» do."""
    found: NDArray[np.bool_] = np.maximum(covered(left, right), covered(right, left).T) >= _SAME_ITEM
    return found


def _vocabulary(rows: Sequence[Sequence[V]]) -> dict[V, int]:
    return {value: place for place, value in enumerate(dict.fromkeys(value for row in rows for value in row))}


def _membership(rows: Sequence[Sequence[Phrase]], items: dict[Phrase, int]) -> Matrix:
    found = np.zeros((len(rows), len(items)), dtype=np.float32)
    for row, values in enumerate(rows):
        found[row, [items[value] for value in values]] = 1
    return found


def _lengths(words: Iterable[str]) -> NDArray[np.int32]:
    return np.array([len(word) for word in words], dtype=np.int32)
