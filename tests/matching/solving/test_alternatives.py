"""Every answer about a single change equals solving anew with that change."""

from __future__ import annotations

import random
from dataclasses import replace

from mentoring_xl.matching.solving import Alternative, Changes, Move, Reach, Worth, alternatives, solve, topics, worth
from mentoring_xl.matching.solving.prices import within
from tests.matching.solving.schools import is_legal, random_school, rank, school, school_of_groups

CHAIN = school([[900, 0], [800, 700]], [1, 1], allowed=[[True, False], [True, True]], paired_first=True)
"""The first mentee can only go to the first mentor, the second prefers him but can go to the other."""
FULL = school([[900, 0], [800, 700], [300, 650]], [1, 1], allowed=[[True, False], [True, True], [False, True]])


def changed(problem, **changes):
    return rank(problem, solve(replace(problem, **changes)).worth)


def difference(one, other):
    return one[0] - other[0], one[1] - other[1]


def one_more(problem, column):
    places = list(problem.capacity)
    places[column] += 1
    return tuple(places)


def schools(seed, count, **options):
    source = random.Random(seed)
    for _ in range(count):
        problem = random_school(source, **options)
        solution = solve(problem)
        yield within(problem, solution.topic_of), solution, Changes(problem, solution)


def test_without_a_pair_the_whole_loses_what_solving_anew_says():
    for problem, solution, changes in schools(1, 150):
        for alternative in changes.alternatives():
            allowed = problem.allowed.copy()
            allowed[alternative.pair] = False
            anew = changed(problem, allowed=allowed)
            assert rank(problem, alternative.loss) == difference(rank(problem, solution.worth), anew)


def test_the_mentor_named_instead_is_one_with_whom_nothing_more_is_lost():
    for problem, solution, changes in schools(2, 150, single=True):
        for row, column in solution.pairs:
            alternative = changes.alternative((row, column))
            allowed = problem.allowed.copy()
            allowed[row] = False
            if alternative.other is not None:
                allowed[row, alternative.other] = True
            anew = changed(problem, allowed=allowed)
            assert rank(problem, alternative.loss) == difference(rank(problem, solution.worth), anew)


def test_an_extra_place_brings_what_solving_anew_says():
    for problem, solution, changes in schools(3, 150):
        for column, gain in enumerate(changes.extra_places()):
            anew = changed(problem, capacity=one_more(problem, column))
            assert rank(problem, gain) == difference(anew, rank(problem, solution.worth))


def test_the_extra_place_that_pairs_a_mentee_is_told_from_one_that_does_not():
    for problem, solution, changes in schools(4, 200):
        for row in set(range(len(problem.wants))) - {row for row, _ in solution.pairs}:
            for column, reach in enumerate(changes.reach(row)):
                anew = solve(replace(problem, capacity=one_more(problem, column)))
                assert (reach is not None and reach.is_best) == (row in {who for who, _ in anew.pairs})


def test_the_chain_of_an_extra_place_leads_to_the_best_set():
    lengths = set()
    for problem, solution, changes in schools(5, 200):
        for row in set(range(len(problem.wants))) - {row for row, _ in solution.pairs}:
            for column, reach in enumerate(changes.reach(row)):
                if reach is None:
                    assert changes.chain(row, column) == ()
                    continue
                chain = changes.chain(row, column)
                after = set(solution.pairs) - {(move.row, move.start) for move in chain}
                after |= {(move.row, move.end) for move in chain if move.end is not None}
                more = replace(problem, capacity=one_more(problem, column))
                assert is_legal(more, tuple(after))
                gain = worth(problem, tuple(after)) - solution.worth
                assert rank(problem, gain) == rank(problem, reach.gain)
                lengths.add(len(chain))
    assert lengths >= {1, 2, 3}


def test_a_ban_lifted_brings_what_solving_anew_says():
    for problem, solution, changes in schools(6, 200):
        for row in set(range(len(problem.wants))) - {row for row, _ in solution.pairs}:
            for column, gain in enumerate(changes.if_allowed(row)):
                allowed = problem.allowed.copy()
                allowed[row, column] = True
                anew = changed(problem, allowed=allowed)
                expected = (0, 0) if gain is None else rank(problem, gain)
                assert expected == difference(anew, rank(problem, solution.worth))


def test_in_a_large_school_the_answers_are_the_same(monkeypatch):
    source = random.Random(7)
    for _ in range(60):
        problem = random_school(source, mentees=9, mentors=6)
        solution = solve(problem)
        small = Changes(problem, solution)
        with monkeypatch.context() as patch:
            patch.setattr(alternatives, "_ALL_AT_ONCE", 0)
            large = Changes(problem, solution)
        assert large.alternatives() == small.alternatives()
        assert large.extra_places() == small.extra_places()
        for row in range(len(problem.wants)):
            assert large.reach(row) == small.reach(row)
            assert large.if_allowed(row) == small.if_allowed(row)


def test_with_a_gap_in_the_proof_there_are_still_answers(monkeypatch):
    monkeypatch.setattr(topics, "_NODES", 1)
    monkeypatch.setattr(topics, "_FEWEST", 1)
    source, gaps = random.Random(8), 0
    for _ in range(100):
        problem = school_of_groups(source)
        solution = solve(problem)
        changes = Changes(problem, solution)
        gaps += not solution.proof.exact
        assert all(alternative.loss >= Worth(0, 0) for alternative in changes.alternatives())
        assert len(changes.extra_places()) == len(problem.capacity)
        assert {alternative.pair for alternative in changes.alternatives()} == set(solution.pairs)
    assert gaps > 5


def test_the_only_mentor_of_a_mentee_has_no_alternative_but_nobody():
    changes = Changes(CHAIN, solve(CHAIN))
    assert changes.alternatives() == (
        Alternative((0, 0), None, Worth(1, 800)),
        Alternative((1, 1), None, Worth(1, 700)),
    )


def test_a_place_further_on_frees_the_place_that_is_needed():
    solution = solve(FULL)
    assert solution.pairs == ((0, 0), (1, 1))
    changes = Changes(FULL, solution)
    assert changes.extra_places() == (Worth(1, 750), Worth(1, 650))
    assert changes.reach(2) == (Reach(0, Worth(1, 750), True), Reach(1, Worth(1, 650), True))
    assert changes.chain(2, 0) == (Move(2, None, 1), Move(1, 1, 0))
    assert changes.chain(2, 1) == (Move(2, None, 1),)


def test_who_has_his_mentor_needs_no_place():
    changes = Changes(FULL, solve(FULL))
    assert changes.reach(0) == (None, None)
    assert changes.chain(0, 1) == ()
    assert changes.if_allowed(0) == (None, None)


def test_a_ban_alone_keeps_a_mentee_without_a_mentor():
    problem = school([[400, 300]], [1, 0], allowed=[[False, False]])
    assert Changes(problem, solve(problem)).if_allowed(0) == (Worth(1, 400), None)
