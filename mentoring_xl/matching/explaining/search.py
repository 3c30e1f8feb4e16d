"""Which change is the smallest: every way to a pair with every mentor, with its steps, effort and gain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from .lifting import HAND_EFFORT, IMPOSSIBLE, PLACE_EFFORT, TOPIC_EFFORT, is_wide
from .stakes import NOBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from mentoring_xl.matching.barriers import Hindrances

    from .choice import Choice

    Whole: TypeAlias = NDArray[np.int64]
    Mask: TypeAlias = NDArray[np.bool_]

MOST_STEPS = 3


class Way(Enum):
    """How a pair comes about: the bans lifted; the bans lifted and one more place; one more place, others moving."""

    LIFT = 0
    LIFT_AND_PLACE = 1
    PLACE = 2


@dataclass(frozen=True)
class Option:
    """One way with one mentor. by_hand: a person has to write the pair, or somebody else gets the place."""

    way: Way
    column: int
    steps: int
    by_hand: bool
    is_off_topic: bool


@dataclass(frozen=True)
class _Options:
    """One way with each mentor. steps: counting the one by hand. value: what the whole gains."""

    steps: Whole
    work: Whole
    value: Whole
    by_hand: Mask


class Search:
    """What could be done for one mentee who waits and has nobody. row: of the board. bans: those that concern him."""

    def __init__(self, choice: Choice, row: int, bans: Hindrances) -> None:
        self._choice, self._row, self._line = choice, row, choice.line_of[row]
        self._stakes = choice.stakes
        self._lifts = choice.stakes.lifting(bans)
        self._off_topic = self._topic_misfits()
        self._bans: Whole = bans.counts + self._off_topic
        self._own = choice.board.scores.tenths[row].astype(np.int64) + self._stakes.person

    def best(self) -> Option:
        """Return the way with the fewest steps, then the least effort, then the most for the whole."""
        placed, (steps, work) = self._with_a_place(), self._lifting()
        if min(_ranks(steps, work)) > min(_ranks(placed.steps, placed.work)):
            return self._least({Way.PLACE: placed})
        lifted, both = self._lifted(steps, work), self._lifted_with_a_place(steps, work)
        return self._least({Way.LIFT: lifted, Way.LIFT_AND_PLACE: both, Way.PLACE: placed})

    def _least(self, ways: Mapping[Way, _Options]) -> Option:
        steps, work, value, by_hand = (
            np.concatenate([getattr(options, name) for options in ways.values()])
            for name in ("steps", "work", "value", "by_hand")
        )
        while True:
            found = int(np.lexsort((-value, work, steps))[0])
            number, column = divmod(found, len(self._bans))
            way = [*ways][number]
            if by_hand[found] or steps[found] > MOST_STEPS or not self._is_contested(way, column):
                return Option(way, column, int(steps[found]), bool(by_hand[found]), bool(self._off_topic[column]))
            steps[found], by_hand[found] = steps[found] + 1, True

    def _topic_misfits(self) -> Whole:
        """Return by mentor 1 where the topic of his group does not serve the mentee."""
        problem, chosen = self._choice.problem, self._choice.solution.topic_of
        found = np.zeros(len(problem.capacity), dtype=np.int64)
        for column, serves in problem.topics.items():
            served: Mask = serves[chosen[column]] if column in chosen else np.asarray(serves.any(axis=0))
            found[column] = not served[self._line]
        return found

    def _lifting(self) -> tuple[Whole, Whole]:
        """Return by mentor the changes that lift the bans, too many where one stays for good, and the effort."""
        counts, efforts = self._lifts
        steps = np.where(self._bans > 0, counts + self._off_topic, IMPOSSIBLE)
        return steps, efforts + TOPIC_EFFORT * self._off_topic

    def _lifted(self, steps: Whole, work: Whole) -> _Options:
        """Nobody may lose his mentor by it where people come first."""
        gains = self._choice.changes.gains_if_allowed(self._line)
        least = int(self._choice.problem.paired_first)
        free, value = gains.is_there & (gains.paired >= least), self._stakes.values(gains)
        return _Options(np.where(free, steps, IMPOSSIBLE), work, value, np.zeros(len(steps), dtype=np.bool_))

    def _lifted_with_a_place(self, steps: Whole, work: Whole) -> _Options:
        by_hand = self._own <= self._stakes.prices
        more = np.where(self._stakes.full_groups, IMPOSSIBLE, 1 + by_hand)
        return _Options(steps + more, work + PLACE_EFFORT + HAND_EFFORT * by_hand, self._own, by_hand)

    def _with_a_place(self) -> _Options:
        """A place that somebody else would get helps only where no ban stands between the two.

        Who brings less than the price of every mentor open to him gets no further place: neither there nor by a chain.
        In a city chains are not looked for, and equals share the hope.
        """
        is_direct, value = self._bans == 0, self._own
        by_hand = self._own < self._stakes.prices
        steps = np.where(is_direct, 1 + by_hand, IMPOSSIBLE)
        asked = bool((is_direct & ~by_hand).any()) and not self._choice.is_city
        if asked:
            gains, is_best = self._choice.changes.reached(self._line)
            is_best &= gains.is_there
            by_hand = np.where(gains.is_there, ~is_best, by_hand)
            steps = np.where(is_best, 1, np.where(gains.is_there, np.where(is_direct, 2, IMPOSSIBLE), steps))
            value = np.where(is_best, self._stakes.values(gains), value)
        steps[self._stakes.full_groups] = IMPOSSIBLE
        is_chain = ~is_direct | (value > self._own)
        return _Options(steps, PLACE_EFFORT + np.where(by_hand, HAND_EFFORT, 2 * is_chain), value, by_hand)

    def _is_contested(self, way: Way, column: int) -> bool:
        """Tell whether lifting what keeps others from this mentor too may bring them his place or group instead."""
        at = () if way is Way.PLACE else self._choice.board.bans.at(self._row, column)
        wide = [barrier for barrier in at if is_wide(self._choice.board, barrier)]
        if not wide:
            return False
        rivals = self._stakes.rivals(column, tuple(wide)).copy()
        rivals[self._line] = NOBODY
        if column in self._choice.problem.topics:
            return bool((rivals > NOBODY).any())
        free = self._choice.places_left[column] if way is Way.LIFT else 1
        return int((rivals >= self._own[column]).sum()) >= max(free, 1)


def _ranks(steps: Whole, work: Whole) -> list[tuple[int, int]]:
    return list(zip(steps.tolist(), work.tolist(), strict=True))
