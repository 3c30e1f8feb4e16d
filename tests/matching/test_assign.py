"""The set of pairs is legal and the best of all legal sets."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from mentoring_xl.matching.assign import assign


def chosen(points, capacity, allowed=None, *, paired_first=False):
    matrix = np.array(points, dtype=np.int64)
    mask = np.ones(matrix.shape, dtype=bool) if allowed is None else np.array(allowed, dtype=bool)
    return assign(matrix, mask, capacity, paired_first=paired_first)


def worth(points, choice, paired_first):
    pairs = [(row, column) for row, column in enumerate(choice) if column is not None]
    return (len(pairs) if paired_first else 0, sum(points[row][column] for row, column in pairs))


def is_legal(choice, allowed, capacity):
    pairs = [(row, column) for row, column in enumerate(choice) if column is not None]
    taken = [sum(column == mentor for _, column in pairs) for mentor in range(len(capacity))]
    return all(allowed[row][column] for row, column in pairs) and all(map(int.__le__, taken, capacity))


def best_by_trying_all(points, allowed, capacity, paired_first):
    options = [None, *range(len(capacity))]
    return max(
        worth(points, choice, paired_first)
        for choice in itertools.product(options, repeat=len(points))
        if is_legal(choice, allowed, capacity)
    )


@pytest.mark.parametrize("paired_first", [True, False])
def test_no_legal_set_is_better_in_300_random_schools(paired_first):
    source = random.Random(20261201)
    for _ in range(300):
        mentees, mentors = source.randint(1, 5), source.randint(1, 4)
        points = [[source.choice([0, 1, 10, 500, 1000]) for _ in range(mentors)] for _ in range(mentees)]
        allowed = [[source.random() < 0.7 for _ in range(mentors)] for _ in range(mentees)]
        capacity = [source.randint(0, 3) for _ in range(mentors)]
        choice = chosen(points, capacity, allowed, paired_first=paired_first)
        assert is_legal(choice, allowed, capacity)
        assert worth(points, choice, paired_first) == best_by_trying_all(points, allowed, capacity, paired_first)


def test_the_switch_decides_between_more_pairs_and_more_points():
    points, allowed = [[1000, 10], [10, 0]], [[True, True], [True, False]]
    assert chosen(points, [1, 1], allowed, paired_first=True) == (1, 0)
    assert chosen(points, [1, 1], allowed, paired_first=False) == (0, None)


def test_a_forbidden_pair_is_not_chosen_even_when_nothing_else_is_left():
    assert chosen([[1000]], [1], [[False]], paired_first=True) == (None,)


def test_a_mentor_without_points_is_better_than_none():
    assert chosen([[0]], [1]) == (0,)


def test_of_equal_sets_early_codes_come_together():
    assert chosen([[500] * 3] * 3, [1, 1, 1]) == (0, 1, 2)
    assert chosen([[500] * 2] * 3, [1, 1], paired_first=True) == (0, 1, None)
    assert chosen([[0] * 2] * 3, [2, 2]) == (0, 0, 1)


def test_a_tenth_of_a_point_outweighs_every_tie_break():
    points = np.full((300, 150), 500)
    points[299, 149] = 501
    choice = chosen(points, [1] * 150, paired_first=True)
    assert choice[299] == 149
    assert sum(column is not None for column in choice) == 150


def test_places_below_nought_and_beyond_need_do_no_harm():
    assert chosen([[5], [7]], [-1]) == (None, None)
    assert chosen([[5], [7]], [10**30]) == (0, 0)


@pytest.mark.parametrize(("points", "capacity"), [(np.zeros((0, 2)), [1, 1]), (np.zeros((2, 0)), [])])
def test_an_empty_bank_gives_no_pairs(points, capacity):
    assert chosen(points, capacity) == (None,) * len(points)
