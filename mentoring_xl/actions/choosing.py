"""The choice of pairs that «Пересчитать пары», the map, the explanation and the what-if all speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from mentoring_xl.core.text import tidy
from mentoring_xl.matching import ledger
from mentoring_xl.matching.board import weigh
from mentoring_xl.matching.explaining.choice import Choice
from mentoring_xl.matching.groups import topics
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.matching.solving import Problem, solve
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import MatchRule, Pair, Setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.matching.board import Board
    from mentoring_xl.matching.facts import Facts

    Mask = NDArray[np.bool_]

_NOT_NAMED = 4
"""The place of those whom a person did not name after the group meeting; 1 to 3 are named."""


def chosen(tables: Tables, facts: Facts, *, stable: bool | None = None) -> Choice:
    """Choose pairs from the tables as they stand; facts: what was gathered from them. The rest as in `choose`."""
    board = weigh(facts, read_rules(tables[MatchRule])[0])
    return choose(board, settled(tables), Settings(tables[Setting]), stable=stable)


def settled(tables: Tables) -> tuple[Pair, ...]:
    """Return the rows of «Пары», each with a state."""
    return tuple(ledger.settled(pair) for pair in tables[Pair])


def choose(board: Board, pairs: Sequence[Pair], settings: Settings, *, stable: bool | None = None) -> Choice:
    """Choose pairs for those who wait; held pairs keep their places.

    pairs: the rows of «Пары», settled. stable: whether no two may prefer each other; None leaves it to the setting.
    """
    facts = board.facts
    wanted, held = ledger.wanted(facts, pairs), ledger.held_seats(facts, pairs)
    waiting = tuple(row for row, count in enumerate(wanted) if count)
    groups = topics(facts)
    problem = Problem(
        points=board.scores.tenths[list(waiting)],
        allowed=_allowed(board, held, waiting),
        capacity=ledger.places_left(facts, pairs),
        wants=tuple(wanted[row] for row in waiting),
        topics={
            column: _shared(group.serves, [row for row, leader in held if leader == column])[:, list(waiting)]
            for column, group in groups.items()
        },
        paired_first=settings.flag("paired_first"),
        held=_lines(waiting, ledger.mentored(facts, pairs)),
    )
    names = {column: group.names for column, group in groups.items()}
    choice = Choice(board, waiting, problem, solve(problem), held, topics=names)
    return _stable(choice) if (settings.flag("stable") if stable is None else stable) else choice


def renewed(choice: Choice, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return the rows of «Пары» with what was chosen; pairs: the rows that it was chosen from."""
    facts = choice.board.facts
    chosen = [(tidy(facts.mentees[row].code), tidy(facts.mentors[column].code)) for row, column in choice.pairs]
    return ledger.renewed(pairs, chosen)


def _allowed(board: Board, held: Mapping[tuple[int, int], Pair], waiting: Sequence[int]) -> Mask:
    """Return who may be brought together, lines of those who wait × mentors; by rule, nobody twice with one mentor.

    A held pair is no ban of the board: there it would forbid the very pair that it is.
    """
    allowed: Mask = board.bans.clear.copy()
    if "duplicate" in board.rules.on:
        for seat in held:
            allowed[seat] = False
    return allowed[list(waiting)]


def _shared(serves: Mask, held: Sequence[int]) -> Mask:
    """Return the topics with those that do not serve every held mentee of the group serving nobody."""
    return serves & serves[:, held].all(axis=1, keepdims=True)


def _lines(waiting: Sequence[int], rows: frozenset[int]) -> frozenset[int]:
    return frozenset(line for line, row in enumerate(waiting) if row in rows)


def _stable(choice: Choice) -> Choice:
    """Put a set in which no two prefer each other in place of the best; groups keep the topics of the best."""
    from mentoring_xl.matching.solving import stable, worth

    problem = choice.problem
    allowed = problem.allowed.copy()
    chosen = {column: int(serves.sum(axis=1).argmax()) for column, serves in problem.topics.items()}
    chosen |= choice.solution.topic_of
    for column, topic in chosen.items():
        allowed[:, column] &= problem.topics[column][topic]
    by_mentee, by_mentor = _places(choice)
    pairs = stable(by_mentee, by_mentor, allowed, problem.capacity, problem.wants)
    leading = {column for _, column in pairs}
    solution = replace(
        choice.solution,
        pairs=pairs,
        worth=worth(problem, pairs),
        topic_of={column: topic for column, topic in chosen.items() if column in leading},
    )
    return replace(choice, solution=solution, best=choice.solution)


def _places(choice: Choice) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the place of each mentor with each who waits, and of each who waits with each mentor, from 0.

    First whom a person named after the group meeting, in that order, then by points, then by codes.
    """
    facts, tenths = choice.board.facts, choice.board.scores.tenths.astype(np.int64)
    by_mentee, by_mentor = (np.full(facts.shape, _NOT_NAMED, dtype=np.int64) for _ in range(2))
    for (who, whom), rank in facts.ranks.items():
        if who in facts.row_of and whom in facts.column_of:
            by_mentee[facts.row_of[who], facts.column_of[whom]] = rank
        elif who in facts.column_of and whom in facts.row_of:
            by_mentor[facts.row_of[whom], facts.column_of[who]] = rank
    lines, most = list(choice.waiting), int(tenths.max(initial=0)) + 1
    return (
        _ranked((by_mentee * most - tenths)[lines], axis=1),
        _ranked((by_mentor * most - tenths)[lines], axis=0),
    )


def _ranked(order: NDArray[np.int64], axis: int) -> NDArray[np.int64]:
    return order.argsort(axis=axis, kind="stable").argsort(axis=axis, kind="stable")
