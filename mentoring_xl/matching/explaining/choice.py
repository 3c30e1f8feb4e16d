"""The set that was chosen beside all that it was chosen from: what every sentence is read from."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from mentoring_xl.matching.solving import Changes

from .stakes import Stakes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from mentoring_xl.matching.board import Board
    from mentoring_xl.matching.solving import Problem, Solution
    from mentoring_xl.schema.tables import Pair

_CITY = 1000

Seat: TypeAlias = tuple[int, int]
"""A mentee and a mentor: row and column of the board."""


@dataclass(frozen=True)
class Choice:
    """A solution told in rows and columns of the board.

    waiting: the board's row of each row of the problem; the columns of both are the same.
    held: the pairs that staff have fixed, which are no part of the problem.
    best: the best set without regard to stability, when `solution` is a stable one; None when it is the best itself.
    topics: by column of a mentor who leads a group, the names of the topics that the problem numbers.
    """

    board: Board
    waiting: tuple[int, ...]
    problem: Problem
    solution: Solution
    held: Mapping[Seat, Pair] = field(default_factory=dict)
    best: Solution | None = None
    topics: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> tuple[Seat, ...]:
        """The proposed pairs in row order."""
        return tuple((self.waiting[row], column) for row, column in self.solution.pairs)

    @cached_property
    def chosen(self) -> frozenset[Seat]:
        """The proposed pairs."""
        return frozenset(self.pairs)

    @cached_property
    def line_of(self) -> dict[int, int]:
        """The problem's row of each row of the board that waits."""
        return {row: line for line, row in enumerate(self.waiting)}

    @cached_property
    def mentors_of(self) -> Mapping[int, tuple[int, ...]]:
        """By row, the columns of his mentors, held ones first."""
        return _grouped((*sorted(self.held), *self.pairs))

    @cached_property
    def mentees_of(self) -> Mapping[int, tuple[int, ...]]:
        """By column, the rows of his mentees, held ones first."""
        return _grouped((column, row) for row, column in (*sorted(self.held), *self.pairs))

    @cached_property
    def unpaired(self) -> tuple[int, ...]:
        """The rows that wait and have no mentor at all."""
        return tuple(
            row for line, row in enumerate(self.waiting) if row not in self.mentors_of and line not in self.problem.held
        )

    @cached_property
    def places_left(self) -> tuple[int, ...]:
        """By mentor, how many mentees may still be added."""
        taken = Counter(column for _, column in self.pairs)
        return tuple(max(places - taken[column], 0) for column, places in enumerate(self.problem.capacity))

    @cached_property
    def in_play(self) -> NDArray[np.bool_]:
        """By row: true for those who wait or have a held pair."""
        found = np.zeros(self.board.facts.shape[0], dtype=np.bool_)
        found[[*self.waiting, *(row for row, _ in self.held)]] = True
        return found

    @property
    def is_stable(self) -> bool:
        """Tell whether stable pairs were asked for, so that the set need not be the best."""
        return self.best is not None

    @property
    def is_city(self) -> bool:
        """Tell whether there are too many mentors to ask for each pair what would be without it."""
        return len(self.problem.capacity) > _CITY

    @cached_property
    def changes(self) -> Changes:
        """What single changes around the best set would bring; made when it is first asked for."""
        return Changes(self.problem, self.best or self.solution)

    @cached_property
    def stakes(self) -> Stakes:
        """What places and people are worth to the whole."""
        return Stakes(self)

    @cached_property
    def answered(self) -> frozenset[str]:
        """The keys of those who named somebody after the group meeting."""
        return frozenset(who for who, _ in self.board.facts.ranks)


def _grouped(couples: Iterable[tuple[int, int]]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in couples:
        found[one].append(other)
    return {one: tuple(others) for one, others in found.items()}
