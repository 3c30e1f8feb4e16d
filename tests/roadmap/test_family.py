"""Parents by code, what comes down from them, and when a row counts as done."""

import pytest

from mentoring_xl.roadmap.family import code_key, family
from mentoring_xl.schema.tables import Step


def plan(*codes, done=()):
    return family(Step(code=code, done=code in done) for code in codes)


def parents(*codes):
    found = plan(*codes)
    return [None if parent is None else found.steps[parent].code for parent in found.parents]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["3", "3.5", "3.5.1"], [None, "3", "3.5"]),
        (["3.5.1", "3.5"], ["3.5", None]),
        (["3", "3.5.1"], [None, "3"]),
        (["1", "10", "10.1"], [None, None, "10"]),
        (["3.5.", "3,5,1"], [None, "3.5."]),
        (["", "1", ""], [None, None, None]),
        (["А-1", "А-1.2"], [None, "А-1"]),
    ],
)
def test_a_row_stands_below_the_row_whose_code_begins_its_own(codes, expected):
    assert parents(*codes) == expected


def test_of_two_rows_with_one_code_the_first_is_the_parent():
    assert plan("1", "1", "1.1").parents == (None, None, 0)


def test_a_code_typed_with_spaces_commas_or_a_last_dot_is_the_same_code():
    assert {code_key(code) for code in ("3.5.1", " 3. 5.1.", "3,5,1")} == {"3.5.1"}


def test_the_nearest_row_upwards_is_the_source():
    found = plan("1", "1.1", "1.1.1", "2")
    own = [True, False, False, False]
    assert [found.source(position, own) for position in range(4)] == [0, 0, 0, None]
    assert found.source(2, [True, True, False, False]) == 1


def test_of_a_branch_without_anything_only_the_top_row_is_uncovered():
    found = plan("1", "1.1", "1.1.1", "2", "2.1", "2.2")
    own = [False, False, False, False, True, False]
    assert [found.steps[position].code for position in found.uncovered(own)] == ["1", "2.2"]


@pytest.mark.parametrize(
    ("done", "closed"),
    [
        ([], []),
        (["1"], ["1", "1.1", "1.2", "1.2.1"]),
        (["1.1"], ["1.1"]),
        (["1.2.1"], ["1.2", "1.2.1"]),
        (["1.1", "1.2.1"], ["1", "1.1", "1.2", "1.2.1"]),
    ],
)
def test_a_tick_holds_for_the_rows_below_and_all_rows_below_hold_for_the_one_above(done, closed):
    found = plan("1", "1.1", "1.2", "1.2.1", "2", done=done)
    assert [step.code for step, is_closed in zip(found.steps, found.closed(), strict=True) if is_closed] == closed


def test_the_rows_to_do_are_those_without_rows_below_them():
    assert [step.code for step in plan("1", "1.1", "2", "").leaves()] == ["1.1", "2", ""]
