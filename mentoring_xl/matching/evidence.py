"""Which words of two people meet, found for everyone at once and read off pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .criteria import request_text
from .stems import phrases
from .words import covered, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from .facts import Facts
    from .stems import Phrase


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

    def subject(self, row: int, column: int) -> tuple[str, ...]:
        """Return the mentee's subjects that the mentor has too."""
        return self._subjects.common(row, column)

    def interests(self, row: int, column: int) -> tuple[str, ...]:
        """Return the mentee's interests that the mentor has too."""
        return self._interests.common(row, column)

    @cached_property
    def _requests(self) -> _Meeting:
        asked = map(request_text, self.facts.mentees)
        return _meeting(asked, (mentor.competences for mentor in self.facts.mentors), covered)

    @cached_property
    def _subjects(self) -> _Meeting:
        return _meeting((m.subjects for m in self.facts.mentees), (m.subjects for m in self.facts.mentors), same)

    @cached_property
    def _interests(self) -> _Meeting:
        return _meeting((m.interests for m in self.facts.mentees), (m.interests for m in self.facts.mentors), same)


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
    """How the items of the mentees meet those of the mentors, all with all."""

    left: _Items
    right: _Items
    found: NDArray[Any]

    def block(self, row: int, column: int) -> tuple[tuple[str, ...], tuple[str, ...], NDArray[Any]]:
        ours, theirs = self.left.of(row), self.right.of(column)
        return self.left.texts[ours], self.right.texts[theirs], self.found[ours, theirs]

    def common(self, row: int, column: int) -> tuple[str, ...]:
        texts, _, found = self.block(row, column)
        return tuple(text for text, line in zip(texts, found, strict=True) if line.any())


def _meeting(
    left: Iterable[str], right: Iterable[str], compare: Callable[[Sequence[Phrase], Sequence[Phrase]], NDArray[Any]]
) -> _Meeting:
    ours, theirs = _items(left), _items(right)
    return _Meeting(ours, theirs, compare(ours.stems, theirs.stems))


def _items(cells: Iterable[str]) -> _Items:
    people = [phrases(cell) for cell in cells]
    whole = [item for items in people for item in items]
    first = accumulate((len(items) for items in people), initial=0)
    return _Items(tuple(text for text, _ in whole), tuple(stems for _, stems in whole), tuple(first))
