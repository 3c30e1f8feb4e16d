"""Which words of two people meet, found for everyone at once and read off pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .across import SMALL, distinct
from .coverage import covered
from .criteria import request_text
from .lists import akin
from .stems import phrases
from .subjects import kinship

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from .facts import Facts
    from .stems import Phrase


class Common(NamedTuple):
    """Items of a mentee, as they are written, that the mentor has too, and those that only stand near his."""

    same: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """What the words of a mentee and of a mentor have in common; row and column as in Facts."""

    facts: Facts

    def request(self, row: int, column: int) -> tuple[str, str]:
        """Return the request and the competence that fit best, as they are written; blank when nothing fits."""
        left, right, shares = self._requests.block(row, column)
        if not shares.any():
            return "", ""
        asked, offered = divmod(int(shares.argmax()), len(right))
        return left[asked], right[offered]

    def subject(self, row: int, column: int) -> Common:
        """Return the mentee's subjects that the mentor has too, and «физика (рядом – астрономия)» for near ones."""
        return self._subjects.common(row, column)

    def interests(self, row: int, column: int) -> Common:
        """Return the mentee's interests that the mentor has too, and near ones."""
        return self._interests.common(row, column)

    @cached_property
    def _requests(self) -> _Meeting:
        asked = map(request_text, self.facts.mentees)
        return _meeting(asked, (mentor.competences for mentor in self.facts.mentors), covered)

    @cached_property
    def _subjects(self) -> _Meeting:
        return _meeting((m.subjects for m in self.facts.mentees), (m.subjects for m in self.facts.mentors), kinship)

    @cached_property
    def _interests(self) -> _Meeting:
        return _meeting((m.interests for m in self.facts.mentees), (m.interests for m in self.facts.mentors), akin)


@dataclass(frozen=True)
class _Items:
    """The items of one column. first: by person, where his items begin, and the end."""

    texts: tuple[str, ...]
    stems: tuple[Phrase, ...]
    first: tuple[int, ...]

    def of(self, person: int) -> slice:
        return slice(self.first[person], self.first[person + 1])


@dataclass(frozen=True)
class _Meeting:
    """How the items of the mentees meet those of the mentors: all with all, pair by pair when they are many."""

    left: _Items
    right: _Items
    compare: Callable[[Sequence[Phrase], Sequence[Phrase]], NDArray[Any]]

    def block(self, row: int, column: int) -> tuple[tuple[str, ...], tuple[str, ...], NDArray[Any]]:
        ours, theirs = self.left.of(row), self.right.of(column)
        if len(self.left.stems) * len(self.right.stems) > SMALL:
            found = self.compare(self.left.stems[ours], self.right.stems[theirs])
        else:
            found = self._whole[ours, theirs]
        return self.left.texts[ours], self.right.texts[theirs], found

    @cached_property
    def _whole(self) -> NDArray[Any]:
        """Return all with all; what many people write is compared once."""
        left, row_of = distinct(self.left.stems)
        right, column_of = distinct(self.right.stems)
        return self.compare(left, right)[np.ix_(row_of, column_of)]

    def common(self, row: int, column: int) -> Common:
        texts, others, found = self.block(row, column)
        met = [(text, line) for text, line in zip(texts, found, strict=True) if line.any()]
        return Common(
            tuple(text for text, line in met if line.max() == 1),
            tuple(f"{text} (рядом – {others[line.argmax()]})" for text, line in met if line.max() < 1),
        )


def _meeting(
    left: Iterable[str], right: Iterable[str], compare: Callable[[Sequence[Phrase], Sequence[Phrase]], NDArray[Any]]
) -> _Meeting:
    return _Meeting(_items(left), _items(right), compare)


def _items(cells: Iterable[str]) -> _Items:
    people = [phrases(cell) for cell in cells]
    whole = [item for items in people for item in items]
    first = accumulate((len(items) for items in people), initial=0)
    return _Items(tuple(text for text, _ in whole), tuple(stems for _, stems in whole), tuple(first))
