"""How well an offer covers a request: by the share of its words that are said, and by the word said best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .stems import EMPTY
from .words import likeness, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .across import Index
    from .stems import Phrase
    from .words import Matrix

_EMPTY_WEIGHT = 0.25
_STRESS = 0.5
"""The part of the best word. Measured on tests/matching/labelled: of the right offers 73–88 % come to half or more,
without it 44–69 %; of the wrong ones about 1 %."""


def covered(left: Sequence[Phrase], right: Sequence[Phrase]) -> Matrix:
    """Return how well each left phrase is said in each right one, len(left) × len(right), 0…1; see Coverage."""
    return np.nan_to_num(Coverage(tuple((item,) for item in left), tuple(right)).block(slice(None)))


@dataclass(frozen=True)
class Coverage:
    """How well each one's offer covers each one's requests, the mean over the requests; a Part.

    A request is covered half by the share of its words that are said and half by its word that is said best. Words
    that say little («помощь», «развитие») count for a quarter of a word.
    requests: by mentee, his items. offers: by mentor, all that he offers as one phrase. NaN where a side has no words.
    """

    requests: tuple[tuple[Phrase, ...], ...]
    offers: tuple[Phrase, ...]

    def block(self, rows: slice) -> Matrix:
        """Return some rows."""
        numbers = range(len(self.requests))[rows]
        found = np.full((len(numbers), len(self.offers)), np.nan, dtype=np.float32)
        for place, row in enumerate(numbers):
            if self._terms.items[row]:
                found[place] = self._covered(row, slice(None))
        return found

    def of(self, rows: Index, columns: Index) -> Matrix:
        """Return the values at pairs."""
        found = np.full(len(rows), np.nan, dtype=np.float32)
        for row in set(rows.tolist()):
            if self._terms.items[row]:
                found[rows == row] = self._covered(row, columns[rows == row])
        return found

    def _covered(self, row: int, columns: slice | Index) -> Matrix:
        whole: Matrix = np.zeros(len(self.offers), dtype=np.float32)[columns]
        for item in self._terms.items[row]:
            met = self._said[self._terms.words[item]][:, columns]
            whole += (self._terms.shares[item] * met).sum(axis=0)
            whole += (self._terms.bests[item] * met).max(axis=0)
        return whole

    @cached_property
    def _terms(self) -> _Terms:
        return _terms(self.requests, self._words)

    @cached_property
    def _words(self) -> dict[str, int]:
        return vocabulary(item for items in self.requests for item in items)

    @cached_property
    def _said(self) -> Matrix:
        offered = vocabulary(self.offers)
        return said(likeness(list(self._words), list(offered)), offered, self.offers)


def said(alike: Matrix, offered: Mapping[str, int], offers: Sequence[Phrase]) -> Matrix:
    """Return how well each word is said in each offer, words × offers, 0…1; NaN in an offer without words.

    alike: words × words of the offers. offered: the latter, with their columns.
    """
    found = np.full((len(alike), len(offers)), np.nan, dtype=np.float32)
    for column, terms in enumerate(offers):
        if terms:
            found[:, column] = alike[:, [offered[word] for word in terms]].max(axis=1)
    return found


class _Terms(NamedTuple):
    """The words of all requests, one after another.

    words: their numbers. shares, bests: what each adds to the share and to the best word of its request, as columns;
    each request of a person counts alike. items: by person and request, where its words stand.
    """

    words: Index
    shares: Matrix
    bests: Matrix
    items: tuple[tuple[slice, ...], ...]


def _terms(requests: tuple[tuple[Phrase, ...], ...], number: Mapping[str, int]) -> _Terms:
    words: list[int] = []
    shares: list[float] = []
    bests: list[float] = []
    places = []
    for row in requests:
        items = [item for item in row if item]
        for item in items:
            weights = [_EMPTY_WEIGHT if word in EMPTY else 1.0 for word in item]
            share, best = (1 - _STRESS) / sum(weights) / len(items), _STRESS / max(weights) / len(items)
            words += [number[word] for word in item]
            shares += [share * weight for weight in weights]
            bests += [best * weight for weight in weights]
        ends = tuple(accumulate(map(len, items), initial=len(words) - sum(map(len, items))))
        places.append(tuple(map(slice, ends, ends[1:])))
    return _Terms(np.array(words, dtype=np.intp), _upright(shares), _upright(bests), tuple(places))


def _upright(values: Sequence[float]) -> Matrix:
    return np.array(values, dtype=np.float32)[:, None]
