"""Pairing by hand is legal and never better than the best set."""

from __future__ import annotations

import random

import pytest

from mentoring_xl.matching.solving import first_come, greedy, solve, worth
from tests.matching.solving.schools import is_legal, random_school, rank, school


@pytest.mark.parametrize("way", [greedy, first_come])
def test_a_set_by_hand_is_legal_and_not_better_in_300_random_schools(way):
    source = random.Random(9)
    for _ in range(300):
        problem = random_school(source, mentees=8, mentors=5)
        pairs = way(problem)
        assert is_legal(problem, pairs)
        assert list(pairs) == sorted(pairs)
        assert rank(problem, worth(problem, pairs)) <= rank(problem, solve(problem).worth)


def test_the_best_pair_first_leaves_the_last_ones_badly_off():
    problem = school([[900, 1000], [100, 950]], [1, 1])
    assert greedy(problem) == ((0, 1), (1, 0))
    assert solve(problem).pairs == ((0, 0), (1, 1))


def test_who_comes_first_takes_his_best():
    problem = school([[600, 500], [1000, 100], [100, 100]], [1, 1])
    assert first_come(problem) == ((0, 0), (1, 1))
    assert greedy(problem) == ((0, 1), (1, 0))


def test_of_equal_pairs_the_first_is_taken():
    assert greedy(school([[500, 500], [500, 500]], [1, 1])) == ((0, 0), (1, 1))


def test_a_second_mentor_is_another_person():
    problem = school([[900, 100]], [2, 1], wants=[2])
    assert greedy(problem) == first_come(problem) == ((0, 0), (0, 1))


def test_the_first_of_a_group_decides_its_topic():
    problem = school([[900], [800], [700]], [2], topics={0: [[True, False, True], [False, True, False]]})
    assert greedy(problem) == first_come(problem) == ((0, 0), (2, 0))


def test_an_empty_bank_gives_no_pairs():
    assert greedy(school([], [])) == first_come(school([], [])) == ()
