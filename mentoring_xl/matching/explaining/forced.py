"""What the whole set loses when two people are put together all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.matching.solving import Problem, Worth, solve

if TYPE_CHECKING:
    from .choice import Choice, Seat


def loss_if_forced(choice: Choice, seat: Seat) -> Worth | None:
    """Return by how much the best set with this pair is worse than the best set, the rest solved anew.

    None when the pair cannot be: it is forbidden, the mentor has no place, or his group can have no fitting topic.
    seat: a row that waits, and a column.
    """
    problem, line, column = choice.problem, choice.line_of[seat[0]], seat[1]
    rest = _without(problem, line, column)
    if rest is None:
        return None
    gained = Worth(int(line not in problem.held), int(problem.points[line, column]))
    return (choice.best or choice.solution).worth - (solve(rest).worth + gained)


def _without(problem: Problem, line: int, column: int) -> Problem | None:
    """Return what is left to be solved once the pair is there."""
    if not problem.allowed[line, column] or problem.capacity[column] <= 0:
        return None
    topics = dict(problem.topics)
    if column in topics:
        topics[column] = topics[column][topics[column][:, line]]
        if not len(topics[column]):
            return None
    allowed = problem.allowed.copy()
    allowed[line, column] = False
    return replace(
        problem,
        allowed=allowed,
        capacity=tuple(places - (at == column) for at, places in enumerate(problem.capacity)),
        wants=tuple(count - (at == line) for at, count in enumerate(problem.wants)),
        topics=topics,
        held=problem.held | {line},
    )
