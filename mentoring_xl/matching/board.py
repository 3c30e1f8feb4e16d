"""Everyone weighed with everyone: the one thing that the choice and its reasons are both read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .barriers import bans, warnings
from .evidence import Evidence
from .scores import score

if TYPE_CHECKING:
    from .barriers import Barriers
    from .facts import Facts
    from .rules import Rules
    from .scores import Scores


@dataclass(frozen=True)
class Board:
    """What is known of every mentee with every mentor; all matrices are facts.mentees × facts.mentors."""

    facts: Facts
    rules: Rules
    scores: Scores
    bans: Barriers
    warnings: Barriers

    @cached_property
    def evidence(self) -> Evidence:
        """Which words meet; worked out when the first reason is asked for."""
        return Evidence(self.facts)

    def points(self, row: int, column: int) -> float:
        """Return a pair's points, 0…100 in tenths."""
        return round(int(self.scores.tenths[row, column]) / 10, 1)


def weigh(facts: Facts, rules: Rules) -> Board:
    """Score, forbid and warn for everyone with everyone."""
    scores = score(facts, rules)
    return Board(facts, rules, scores, bans(facts, rules, scores), warnings(facts, rules))
