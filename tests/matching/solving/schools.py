"""Small schools made at random, and their best sets found by trying every legal one."""

from __future__ import annotations

import itertools

import numpy as np

from mentoring_xl.matching.solving import Problem, worth


def school(points, capacity, *, allowed=None, wants=None, topics=None, paired_first=True, held=()):
    matrix = np.array(points, dtype=np.int64)
    mask = np.ones(matrix.shape, dtype=bool) if allowed is None else np.array(allowed, dtype=bool)
    served = {column: np.array(rows, dtype=bool) for column, rows in (topics or {}).items()}
    wanted = (1,) * len(matrix) if wants is None else tuple(wants)
    return Problem(matrix, mask, tuple(capacity), wanted, served, paired_first, frozenset(held))


def random_school(source, *, mentees=5, mentors=4, groups=0.4, single=False):
    """Make a school with bans, lack of places, second mentors, groups and people who have a mentor already."""
    rows, columns = source.randint(1, mentees), source.randint(1, mentors)

    def matrix(height, width, pick):
        return np.array([pick() for _ in range(height * width)]).reshape(height, width)

    topics = {}
    for column in range(columns):
        if source.random() < groups:
            topics[column] = matrix(source.randint(1, 3), rows, lambda: source.random() < 0.5)
    return school(
        matrix(rows, columns, lambda: source.choice([0, 1, 10, 500, 501, 1000])),
        [source.randint(0, 3) for _ in range(columns)],
        allowed=matrix(rows, columns, lambda: source.random() < 0.75),
        wants=[1] * rows if single else [source.choice([0, 1, 1, 1, 2]) for _ in range(rows)],
        topics=topics,
        paired_first=source.random() < 0.5,
        held=[row for row in range(rows) if source.random() < 0.1],
    )


def school_of_groups(source):
    """Make a school where every mentor leads a group and the whole is hard to share out."""
    topics = {column: [[source.random() < 0.5 for _ in range(6)] for _ in range(3)] for column in range(3)}
    points = [[source.randint(0, 1000) for _ in range(3)] for _ in range(6)]
    return school(points, [3, 2, 2], topics=topics, paired_first=source.random() < 0.5)


def is_legal(problem, pairs):
    rows_of = [[row for row, column in pairs if column == mentor] for mentor in range(len(problem.capacity))]
    columns_of = [[column for row, column in pairs if row == mentee] for mentee in range(len(problem.wants))]
    return (
        len(set(pairs)) == len(pairs)
        and all(problem.allowed[pair] for pair in pairs)
        and all(len(rows) <= max(places, 0) for rows, places in zip(rows_of, problem.capacity, strict=True))
        and all(len(columns) <= wanted for columns, wanted in zip(columns_of, problem.wants, strict=True))
        and all(not rows_of[c] or served[:, rows_of[c]].all(axis=1).any() for c, served in problem.topics.items())
    )


def legal_sets(problem):
    def bundles(row):
        open_to_him = np.flatnonzero(problem.allowed[row])
        for count in range(problem.wants[row] + 1):
            yield from itertools.combinations(open_to_him, count)

    for choice in itertools.product(*(tuple(bundles(row)) for row in range(len(problem.wants)))):
        pairs = tuple((row, int(column)) for row, columns in enumerate(choice) for column in columns)
        if is_legal(problem, pairs):
            yield pairs


def rank(problem, worth_of_set):
    """Return what decides between two sets: people and points, or only points."""
    return (worth_of_set.paired if problem.paired_first else 0, worth_of_set.points)


def best_by_trying_all(problem):
    return max(rank(problem, worth(problem, pairs)) for pairs in legal_sets(problem))
