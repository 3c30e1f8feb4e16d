"""A choice made from a small board, with held pairs taken out as the program does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from mentoring_xl.matching.explaining import Choice
from mentoring_xl.matching.facts import places
from mentoring_xl.matching.groups import topics
from mentoring_xl.matching.solving import Problem, solve
from mentoring_xl.schema.tables import Pair

NAMES = ("Белова", "Громова", "Зуева", "Котова", "Лисина", "Мохова", "Носова", "Орлова", "Панова", "Седова")


@pytest.fixture
def choose():
    """Solve a board. held: (row, column) → the values of its row on «Пары»; wants: by row, one unless told."""

    def make(board, held=None, *, wants=None, paired_first=True):
        rows = {seat: Pair(**values) for seat, values in (held or {}).items()}
        count = Counter(row for row, _ in rows)
        wanted = [(wants or {}).get(row, 1) - count[row] for row in range(board.facts.shape[0])]
        waiting = tuple(row for row, number in enumerate(wanted) if number > 0)
        taken = Counter(column for _, column in rows)
        allowed = board.bans.clear.copy()
        for seat in rows:
            allowed[seat] = False
        groups = topics(board.facts)
        problem = Problem(
            points=board.scores.tenths[list(waiting)],
            allowed=allowed[list(waiting)],
            capacity=tuple(places(mentor) - taken[column] for column, mentor in enumerate(board.facts.mentors)),
            wants=tuple(wanted[row] for row in waiting),
            topics={column: group.serves[:, list(waiting)] for column, group in groups.items()},
            paired_first=paired_first,
            held=frozenset(line for line, row in enumerate(waiting) if count[row]),
        )
        names = {column: group.names for column, group in groups.items()}
        return Choice(board, waiting, problem, solve(problem), rows, topics=names)

    return make


@pytest.fixture
def school(board, mentee, mentor, choose):
    """Choose pairs in a school whose points are given: mentees × mentors, 0…100, None for a ban («Запрет»).

    capacity: by mentor. names: of mentees, then of mentors. The rest goes to `choose` or, when unknown there, to facts.
    """

    def make(points, capacity=None, held=None, *, wants=None, paired_first=True, mentors=None, **known):
        width = len(points[0]) if points else len(mentors or ())
        left = [mentee(f"Н-{row}", full_name=f"{NAMES[row - 1]} Анна Ильинична") for row in range(1, len(points) + 1)]
        right = [
            mentor(
                f"М-{column + 1}",
                full_name=f"{NAMES[~column]} Пётр Львович",
                capacity=capacity[column] if capacity else 1,
                **((mentors or {}).get(column, {})),
            )
            for column in range(width)
        ]
        forbidden = {
            (f"Н-{row}", f"М-{column}")
            for row, line in enumerate(points, 1)
            for column, value in enumerate(line, 1)
            if value is None
        }
        found = board(left, right, forbidden=frozenset(forbidden) | known.pop("forbidden", frozenset()), **known)
        total = np.array([[value or 0 for value in line] for line in points], dtype=np.float32).reshape(-1, width)
        found = replace(found, scores=replace(found.scores, total=total / 100))
        return choose(found, held, wants=wants, paired_first=paired_first)

    return make
