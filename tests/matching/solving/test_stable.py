"""Nobody has someone else whom he would rather have and who would rather have him."""

from __future__ import annotations

import random

import numpy as np

from mentoring_xl.matching.solving import blocking, stable
from tests.matching.solving.schools import legal_sets, random_school


def ranks(source, shape, *, strict):
    """Return each person's ranks of the others, by row; with equal ones among them unless strict."""
    rows = [source.sample(range(shape[1]), shape[1]) for _ in range(shape[0])]
    return np.array(rows, dtype=np.int64).reshape(shape) // (1 if strict else 2)


def preferences(source, problem, *, strict=True):
    mentees, mentors = problem.shape
    return ranks(source, (mentees, mentors), strict=strict), ranks(source, (mentors, mentees), strict=strict).T


def arguments(problem, liked):
    return *liked, problem.allowed, problem.capacity, problem.wants


def is_stable(problem, liked, pairs):
    return not list(blocking(*arguments(problem, liked), pairs=pairs))


def test_nobody_blocks_in_300_random_schools():
    source = random.Random(1)
    for turn in range(300):
        problem = random_school(source, mentees=8, mentors=6, groups=0)
        liked = preferences(source, problem, strict=turn % 2 == 0)
        assert is_stable(problem, liked, stable(*arguments(problem, liked)))


def test_of_all_stable_sets_every_mentee_gets_the_one_he_likes_best():
    source = random.Random(2)
    for _ in range(100):
        problem = random_school(source, groups=0, single=True)
        liked = preferences(source, problem)
        found = stable(*arguments(problem, liked))
        others = [pairs for pairs in legal_sets(problem) if is_stable(problem, liked, pairs)]
        assert found in others
        mine = dict(found)
        for pairs in others:
            assert dict(pairs).keys() == mine.keys()
            assert all(liked[0][row, mine[row]] <= liked[0][row, column] for row, column in pairs)


def test_those_who_like_each_other_come_together():
    by_mentee, by_mentor = np.array([[0, 1], [0, 1]]), np.array([[1, 0], [0, 1]])
    everybody = np.ones((2, 2), dtype=bool)
    assert stable(by_mentee, by_mentor, everybody, [1, 1], [1, 1]) == ((0, 1), (1, 0))


def test_two_who_would_rather_have_each_other_are_named():
    by_mentee, by_mentor = np.array([[0, 1], [0, 1]]), np.array([[1, 0], [0, 1]])
    everybody = np.ones((2, 2), dtype=bool)
    blocked = blocking(by_mentee, by_mentor, everybody, [1, 1], [1, 1], pairs=((0, 0), (1, 1)))
    assert list(blocked) == [(1, 0)]


def test_a_place_kept_free_beside_someone_without_a_mentor_is_named():
    same = np.zeros((1, 1), dtype=np.int64)
    assert list(blocking(same, same, same == 0, [1], [1], pairs=())) == [(0, 0)]
    assert list(blocking(same, same, same == 0, [0], [1], pairs=())) == []


def test_of_equals_the_first_comes_first():
    same = np.zeros((3, 2), dtype=np.int64)
    assert stable(same, same, same == 0, [1, 1], [1, 1, 1]) == ((0, 0), (1, 1))


def test_two_mentors_are_two_people():
    same = np.zeros((1, 2), dtype=np.int64)
    assert stable(same, same, same == 0, [3, 3], [2]) == ((0, 0), (0, 1))


def test_an_empty_bank_gives_no_pairs():
    nothing = np.zeros((0, 2), dtype=np.int64)
    assert stable(nothing, nothing, nothing == 0, [1, 1], []) == ()
    assert list(blocking(nothing, nothing, nothing == 0, [1, 1], [], pairs=())) == []
