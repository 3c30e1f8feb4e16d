"""The proof is checked, not believed: a damaged solution or proof does not pass."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from mentoring_xl.matching.solving import Leaf, Proof, Worth, check, solve
from tests.matching.solving.schools import random_school, school

PLAIN = school([[900, 800], [900, 100], [300, 200]], [1, 1])
"""Two places for three; the first goes to the second mentor, since the second mentee would lose more by it."""
GROUPED = school([[900, 100]] * 3, [2, 1], topics={0: [[True, False, True], [False, True, False]]})


def with_proof(solution, **changes):
    return replace(solution, proof=replace(solution.proof, **changes))


def test_the_plain_school_is_solved_and_proved():
    solution = solve(PLAIN)
    assert solution.pairs == ((0, 1), (1, 0))
    assert solution.worth == Worth(2, 1700)
    assert check(PLAIN, solution)


@pytest.mark.parametrize(
    "changes",
    [
        {"pairs": ((0, 0), (1, 1)), "worth": Worth(2, 1000)},
        {"pairs": ((0, 1),), "worth": Worth(1, 800)},
        {"pairs": ((1, 0), (0, 1))},
        {"pairs": ((0, 0), (1, 0)), "worth": Worth(2, 1800)},
        {"pairs": ((0, 1), (1, 0), (3, 0))},
        {"pairs": ((0, 1), (0, 1)), "worth": Worth(1, 1600)},
        {"worth": Worth(2, 1701)},
        {"topic_of": {0: 0}},
    ],
    ids=["worse", "fewer", "unsorted", "overfull", "nobody", "twice", "boasting", "no group"],
)
def test_another_set_under_the_same_proof_does_not_pass(changes):
    assert not check(PLAIN, replace(solve(PLAIN), **changes))


def test_a_forbidden_pair_does_not_pass():
    allowed = PLAIN.allowed.copy()
    allowed[0, 1] = False
    assert not check(replace(PLAIN, allowed=allowed), solve(PLAIN))


def test_a_price_below_the_lowest_that_proves_or_below_nought_does_not_pass():
    solution = solve(PLAIN)
    first, second = solution.proof.leaves[0].prices
    for prices in [(first - 1, second), (first, second - 1), (-1, second), (first, -1), (0, 0)]:
        assert not check(PLAIN, with_proof(solution, leaves=(Leaf((), prices),)))


def test_too_few_prices_and_no_prices_do_not_pass():
    solution = solve(PLAIN)
    assert not check(PLAIN, with_proof(solution, leaves=(Leaf((), (0,)),)))
    assert not check(PLAIN, with_proof(solution, leaves=()))


def test_a_proof_of_groups_must_cover_every_topic():
    solution = solve(GROUPED)
    assert solution.worth == Worth(3, 1900)
    assert check(GROUPED, solution)
    leaves = solution.proof.leaves
    assert {leaf.topics for leaf in leaves} == {((0, 0),), ((0, 1),)}
    for left_out in leaves:
        rest = tuple(leaf for leaf in leaves if leaf != left_out)
        assert not check(GROUPED, with_proof(solution, leaves=rest))


def test_a_proof_of_groups_or_topics_that_are_not_there_does_not_pass():
    solution = solve(GROUPED)
    for topics in [((1, 0),), ((0, 2),), ((0, -1),)]:
        leaves = (*solution.proof.leaves[1:], replace(solution.proof.leaves[0], topics=topics))
        assert not check(GROUPED, with_proof(solution, leaves=leaves))
    assert not check(GROUPED, replace(solution, topic_of={0: 5}))


def test_a_group_without_a_shared_topic_does_not_pass():
    solution = solve(GROUPED)
    mixed = replace(solution, pairs=((0, 0), (1, 0), (2, 1)))
    assert not check(GROUPED, mixed)
    assert not check(GROUPED, replace(solution, topic_of={}))
    assert not check(GROUPED, replace(solution, topic_of={0: 1}))


def test_a_pair_taken_out_or_moved_is_seen_in_random_schools():
    source = random.Random(11)
    for _ in range(100):
        problem = random_school(source)
        solution = solve(problem)
        for out in solution.pairs:
            rest = tuple(pair for pair in solution.pairs if pair != out)
            points = sum(int(problem.points[pair]) for pair in rest)
            people = len({row for row, _ in rest} - problem.held)
            assert not check(problem, replace(solution, pairs=rest, worth=Worth(people, points)))


def test_a_large_school_is_proved_too():
    source = np.random.default_rng(4)
    points, allowed = source.integers(0, 1001, (300, 120)), source.random((300, 120)) < 0.8
    problem = school(points, source.integers(0, 4, 120), allowed=allowed, wants=source.integers(1, 3, 300))
    solution = solve(problem)
    assert solution.proof.exact
    assert check(problem, solution)
    assert not check(problem, replace(solution, proof=Proof(solution.proof.leaves, solution.proof.value + 1, 0)))
