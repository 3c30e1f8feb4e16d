"""The set of pairs is legal and the best of all legal sets, and the same people get the same set every time."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from mentoring_xl.matching.solving import Worth, check, solve, topics
from tests.matching.solving.schools import best_by_trying_all, is_legal, random_school, rank, school, school_of_groups


def pairs(*arguments, **options):
    return solve(school(*arguments, **options)).pairs


@pytest.mark.parametrize("seed", range(5))
def test_no_legal_set_is_better_in_500_random_schools(seed):
    source = random.Random(20261121 + seed)
    for _ in range(100):
        problem = random_school(source)
        solution = solve(problem)
        assert is_legal(problem, solution.pairs)
        assert rank(problem, solution.worth) == best_by_trying_all(problem)
        assert solution.proof.exact
        assert check(problem, solution)


@pytest.mark.parametrize("limits", [["dense._LARGE"], ["problem._ONE_EACH", "problem._MORE"]], ids=["district", "city"])
def test_the_ways_for_a_district_and_for_a_city_lead_to_the_best_set_too(monkeypatch, limits):
    for limit in limits:
        monkeypatch.setattr(f"mentoring_xl.matching.solving.{limit}", 0)
    source = random.Random(12)
    for _ in range(100):
        problem = random_school(source)
        solution = solve(problem)
        assert is_legal(problem, solution.pairs)
        assert rank(problem, solution.worth) == best_by_trying_all(problem)
        assert check(problem, solution)


def test_another_order_of_people_changes_neither_people_nor_points():
    source = random.Random(7)
    for _ in range(100):
        problem = random_school(source, mentees=9, mentors=6)
        rows, columns = list(range(len(problem.wants))), list(range(len(problem.capacity)))
        source.shuffle(rows)
        source.shuffle(columns)
        shuffled = replace(
            problem,
            points=problem.points[rows][:, columns],
            allowed=problem.allowed[rows][:, columns],
            capacity=tuple(problem.capacity[column] for column in columns),
            wants=tuple(problem.wants[row] for row in rows),
            topics={columns.index(column): served[:, rows] for column, served in problem.topics.items()},
            held=frozenset(rows.index(row) for row in problem.held),
        )
        assert rank(problem, solve(shuffled).worth) == rank(problem, solve(problem).worth)


def test_the_same_school_gives_the_same_set():
    problem = random_school(random.Random(3), mentees=30, mentors=12)
    assert solve(problem).pairs == solve(replace(problem)).pairs


def test_the_switch_decides_between_more_people_and_more_points():
    points, allowed = [[1000, 10], [10, 0]], [[True, True], [True, False]]
    assert pairs(points, [1, 1], allowed=allowed, paired_first=True) == ((0, 1), (1, 0))
    assert pairs(points, [1, 1], allowed=allowed, paired_first=False) == ((0, 0),)


def test_a_forbidden_pair_is_not_chosen_even_when_nothing_else_is_left():
    assert pairs([[1000]], [1], allowed=[[False]]) == ()


def test_a_mentor_without_points_is_better_than_none():
    assert pairs([[0]], [1], paired_first=False) == ((0, 0),)


def test_of_equal_sets_early_codes_come_together():
    assert pairs([[500] * 3] * 3, [1, 1, 1], paired_first=False) == ((0, 0), (1, 1), (2, 2))
    assert pairs([[500] * 2] * 3, [1, 1]) == ((0, 0), (1, 1))
    assert pairs([[0] * 2] * 3, [2, 2]) == ((0, 0), (1, 0), (2, 1))


def test_a_tenth_of_a_point_outweighs_every_tie_break():
    points = np.full((300, 150), 500)
    points[299, 149] = 501
    solution = solve(school(points, [1] * 150))
    assert (299, 149) in solution.pairs
    assert solution.worth == Worth(150, 150 * 500 + 1)


def test_places_below_nought_and_beyond_need_do_no_harm():
    assert pairs([[5], [7]], [-1]) == ()
    assert pairs([[5], [7]], [10**30]) == ((0, 0), (1, 0))


@pytest.mark.parametrize(("points", "capacity"), [(np.zeros((0, 2)), [1, 1]), (np.zeros((2, 0)), [])])
def test_an_empty_bank_gives_no_pairs(points, capacity):
    solution = solve(school(points, capacity))
    assert (solution.pairs, solution.worth, solution.proof.exact) == ((), Worth(0, 0), True)


def test_points_in_small_numbers_of_bits_do_not_overflow():
    problem = school([[1000, 990], [1000, 10]], [1, 1])
    assert solve(replace(problem, points=problem.points.astype(np.int16))).worth == Worth(2, 1990)


def test_a_second_mentor_is_another_person():
    assert pairs([[900, 100]], [2, 1], wants=[2]) == ((0, 0), (0, 1))
    assert pairs([[900]], [2], wants=[2]) == ((0, 0),)


def test_a_first_mentor_for_one_comes_before_a_second_for_another():
    points = [[1000, 1000], [0, 10]]
    assert pairs(points, [1, 1], wants=[2, 1]) == ((0, 0), (1, 1))
    assert pairs(points, [1, 1], wants=[2, 1], paired_first=False) == ((0, 0), (0, 1))


def test_who_has_a_mentor_already_gives_way_to_who_has_none():
    points = [[1000], [0]]
    assert pairs(points, [1], held=[0]) == ((1, 0),)
    assert pairs(points, [1]) == ((0, 0),)


def test_a_group_is_of_those_whom_one_topic_serves():
    points, by_topic = [[900], [800], [700]], {0: [[True, False, True], [False, True, False]]}
    solution = solve(school(points, [2], topics=by_topic))
    assert solution.pairs == ((0, 0), (2, 0))
    assert solution.topic_of == {0: 0}
    assert solve(school(points, [1], topics=by_topic)).pairs == ((0, 0),)


def test_the_mentor_of_a_group_without_topics_gets_nobody():
    assert pairs([[900, 1]], [2, 1], topics={0: np.zeros((0, 1))}) == ((0, 1),)


def test_groups_share_out_topics_so_that_all_are_served():
    serves = [[True, True, False, False], [False, False, True, True], [True, False, True, False]]
    solution = solve(school([[500, 500]] * 4, [2, 2], topics={0: serves, 1: serves}))
    assert solution.worth == Worth(4, 2000)
    assert sorted(solution.topic_of.values()) == [0, 1]


def test_when_the_search_is_cut_short_the_gap_is_told_and_still_true(monkeypatch):
    monkeypatch.setattr(topics, "_NODES", 1)
    monkeypatch.setattr(topics, "_FEWEST", 1)
    source, gaps = random.Random(5), 0
    for _ in range(15):
        problem = school_of_groups(source)
        solution = solve(problem)
        best = best_by_trying_all(problem)
        assert is_legal(problem, solution.pairs)
        assert check(problem, solution)
        assert rank(problem, solution.worth + solution.proof.gap) >= best >= rank(problem, solution.worth)
        gaps += not solution.proof.exact
    assert gaps > 2
