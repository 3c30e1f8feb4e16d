"""Why two people may not be a pair, and what to think about when they may; a ban is a reason, never a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from .across import SMALL, Marked, blocks
from .cautions import WARNINGS
from .obstacles import BANS, OF_MENTEE, OF_MENTOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from .across import Index, Part
    from .facts import Facts
    from .obstacles import Found
    from .rules import Rules
    from .scores import Scores

    Mask: TypeAlias = NDArray[np.bool_]

__all__ = ["ANEW", "ENOUGH", "OF_MENTEE", "OF_MENTOR", "Barrier", "Barriers", "bans", "warnings"]

ENOUGH = 0.5
"""The share of its weight from which a criterion speaks for a pair; one that is «Обязательно» forbids what has less."""

ANEW = frozenset({"dissolved", "duplicate"})
"""Bans that keep the program from proposing two people once more; they do not question a pair that a person made."""


@dataclass(frozen=True)
class Barrier:
    """A reason and the pairs it concerns. rule: its code. part: true where it holds. shape: mentees × mentors."""

    rule: str
    text: str
    part: Part
    shape: tuple[int, int]

    @cached_property
    def mask(self) -> Mask:
        """Mentees × mentors, true where the reason holds; of one that lies on one side, a view."""
        return np.broadcast_to(self.part.block(slice(None)), self.shape)

    def at(self, row: int, column: int) -> bool:
        """Tell whether the reason concerns one pair."""
        if self.shape[0] * self.shape[1] <= SMALL:
            return bool(self.mask[row, column])
        return bool(self.part.of(np.array([row]), np.array([column]))[0])

    def row(self, row: int) -> Mask:
        """Return which mentors the reason keeps from a mentee, without working out the others' rows."""
        if self.shape[0] * self.shape[1] <= SMALL:
            own: Mask = self.mask[row]
            return own
        line: Mask = np.broadcast_to(self.part.block(slice(row, row + 1)), (1, self.shape[1]))[0]
        return line


@dataclass(frozen=True, eq=False)
class Hindrances:
    """The reasons that concern one mentee; all whom the same ones keep from the same mentors share one object.

    masks: reasons × mentors, 1 where a reason keeps him from that mentor, else 0.
    """

    all: tuple[Barrier, ...]
    masks: NDArray[np.int64]

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """By mentor, how many reasons stand between the two."""
        counts: NDArray[np.int64] = self.masks.sum(axis=0)
        return counts

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """By reason, from how many mentors it keeps him."""
        return tuple(self.masks.sum(axis=1).tolist())


@dataclass(frozen=True)
class Barriers:
    """Reasons in the order of the rules; `clear` is true where there is none, mentees × mentors."""

    all: tuple[Barrier, ...]
    clear: Mask

    def at(self, row: int, column: int) -> tuple[Barrier, ...]:
        """Return the reasons that concern one pair."""
        return tuple(barrier for barrier in self.all if barrier.at(row, column))

    def of(self, row: int) -> Hindrances:
        """Return the reasons that concern a mentee."""
        lines = [barrier.row(row) for barrier in self.all]
        pattern = b"".join(line.tobytes() for line in lines)
        if pattern not in self._known:
            met = [(barrier, line) for barrier, line in zip(self.all, lines, strict=True) if line.any()]
            masks = np.array([line for _, line in met], dtype=np.int64).reshape(len(met), self.clear.shape[1])
            self._known[pattern] = Hindrances(tuple(barrier for barrier, _ in met), masks)
        return self._known[pattern]

    @cached_property
    def _known(self) -> dict[bytes, Hindrances]:
        return {}

    def reasons(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """Return (row, column) → the reasons of each pair that has one, row by row."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        for row in np.flatnonzero(~self.clear.all(axis=1)).tolist():
            lines = [(barrier.text, barrier.row(row)) for barrier in self.all]
            for column in np.flatnonzero(~self.clear[row]).tolist():
                found[row, column] = tuple(text for text, line in lines if line[column])
        return found


def bans(facts: Facts, rules: Rules, scores: Scores) -> Barriers:
    """Return why pairs are forbidden by the bans in force and by the criteria that are «Обязательно»."""
    return _gathered(facts, (*_found(facts, rules, BANS), *_required(rules, scores)))


def warnings(facts: Facts, rules: Rules) -> Barriers:
    """Return what to think about in pairs that are allowed all the same."""
    return _gathered(facts, tuple(_found(facts, rules, WARNINGS)))


def _found(facts: Facts, rules: Rules, known: Mapping[str, Callable[[Facts], Found]]) -> Iterator[Barrier]:
    for rule, find in known.items():
        if rule in rules.on:
            yield from (Barrier(rule, text, part, facts.shape) for text, part in find(facts) if not _is_blank(part))


def _is_blank(part: Part) -> bool:
    return isinstance(part, Marked) and not part.spots


def _required(rules: Rules, scores: Scores) -> Iterator[Barrier]:
    for code, part in zip(scores.criteria, scores.parts, strict=True):
        if code in rules.required:
            text = f"не выполнено обязательное условие «{rules.titles[code]}»"
            yield Barrier(code, text, _Below(part), scores.total.shape)


@dataclass(frozen=True)
class _Below:
    """True where a criterion gives less than half; where nothing is known it is not required."""

    part: Part

    def block(self, rows: slice) -> Mask:
        low: Mask = self.part.block(rows) < ENOUGH
        return low

    def of(self, rows: Index, columns: Index) -> Mask:
        low: Mask = self.part.of(rows, columns) < ENOUGH
        return low


def _gathered(facts: Facts, barriers: tuple[Barrier, ...]) -> Barriers:
    """Keep the barriers that concern anybody."""
    clear = np.ones(facts.shape, dtype=np.bool_)
    met = [False] * len(barriers)
    for rows in blocks(facts.shape):
        for place, barrier in enumerate(barriers):
            mask = barrier.part.block(rows)
            if mask.any():
                met[place] = True
                clear[rows] &= ~mask
    return Barriers(tuple(barrier for barrier, is_met in zip(barriers, met, strict=True) if is_met), clear)
