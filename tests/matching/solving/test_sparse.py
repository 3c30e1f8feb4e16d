"""The way for a city: few candidates, and prices that prove the set the best or tell how far off it may be."""

from __future__ import annotations

import random

import numpy as np
import pytest

from mentoring_xl.matching.solving import Problem, Worth, check, dense, gains, solve, sparse
from mentoring_xl.matching.solving.residual import Residual
from tests.matching.solving.schools import random_school, school


def town(mentees, mentors, seed=3):
    draw = np.random.default_rng(seed)
    leaning, offered = draw.dirichlet(np.ones(4), mentees), draw.random((4, mentors))
    points = np.rint(700 * leaning @ offered + 300 * draw.random((mentees, mentors))).astype(np.int16)
    allowed = draw.random((mentees, mentors)) < 0.8
    return Problem(points, allowed, tuple(draw.integers(1, 6, mentors).tolist()), (1,) * mentees)


def as_if_a_city(monkeypatch):
    monkeypatch.setattr("mentoring_xl.matching.solving.problem._ONE_EACH", 0)
    monkeypatch.setattr("mentoring_xl.matching.solving.problem._MORE", 0)


@pytest.mark.parametrize("candidates", [1, 2, 20])
def test_few_candidates_end_in_the_gain_and_the_lowest_prices_of_the_whole_matrix(monkeypatch, candidates):
    monkeypatch.setattr(sparse, "_CANDIDATES", candidates)
    source = random.Random(candidates)
    for _ in range(100):
        problem = random_school(source, mentees=14, mentors=9, groups=0)
        scale = gains.gains(problem)
        rows, columns, prices = sparse.assigned(problem, scale)
        residual = Residual(problem, scale, *dense.assigned(problem, scale))
        assert prices.tolist() == residual.improve().tolist()
        assert scale.total(rows, columns) == scale.total(*residual.pairs())


def test_a_start_that_is_far_from_the_best_ends_in_the_best():
    problem = town(60, 30)
    scale = gains.gains(problem)
    rows, columns, _ = sparse.assigned(problem, scale, (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)))
    assert scale.total(rows, columns) == scale.total(*sparse.assigned(problem, scale)[:2])


def test_a_town_has_the_worth_that_the_dense_way_finds(monkeypatch):
    problem = town(400, 160)
    exact = solve(problem)
    as_if_a_city(monkeypatch)
    found = solve(problem)
    assert found.worth == exact.worth
    assert found.proof.exact
    assert check(problem, found)


def test_a_large_town_is_proved():
    problem = town(2_100, 1_000)
    solution = solve(problem)
    assert solution.worth.paired == 2_100
    assert solution.proof.exact
    assert check(problem, solution)


def test_the_same_people_get_the_same_pairs_every_time(monkeypatch):
    as_if_a_city(monkeypatch)
    problem = town(120, 50)
    assert solve(problem).pairs == solve(problem).pairs


def test_without_time_for_more_rounds_the_proof_tells_how_much_is_missing(monkeypatch):
    problem = town(120, 50)
    best = solve(problem).worth
    as_if_a_city(monkeypatch)
    monkeypatch.setattr(sparse, "_CANDIDATES", 1)
    monkeypatch.setattr(sparse, "_MORE", 1)
    monkeypatch.setattr(sparse, "_ROUNDS", 2)
    found = solve(problem)
    assert not found.proof.exact
    assert check(problem, found)
    assert found.worth < best <= found.worth + found.proof.gap


def test_mentors_without_a_place_cost_what_their_first_place_would_bring(monkeypatch):
    as_if_a_city(monkeypatch)
    problem = school([[500, 900], [400, 300]], [2, 0], paired_first=False)
    solution = solve(problem)
    scale = gains.gains(problem)
    assert solution.pairs == ((0, 0), (1, 0))
    assert scale.worth(solution.proof.leaves[0].prices[1]) == Worth(0, 400)


@pytest.mark.parametrize(
    ("points", "capacity", "allowed"),
    [([[5, 6]], [0, 0], None), ([[5, 6]], [1, 1], [[False, False]]), (np.zeros((0, 2)), [1, 1], None)],
)
def test_nobody_who_can_be_paired_is_an_empty_set(monkeypatch, points, capacity, allowed):
    as_if_a_city(monkeypatch)
    problem = school(points, capacity, allowed=allowed)
    solution = solve(problem)
    assert solution.pairs == ()
    assert check(problem, solution)
