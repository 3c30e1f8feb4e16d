"""Measures that name nothing to confirm them by."""

from __future__ import annotations

from mentoring_xl.roadmap.rules import missing_results


def test_a_measure_without_a_result_is_named_and_its_sub_items_are_not(drawn, found):
    picture = """
        code | result  | document
        1    | Приказ  |
        1.1  |         |
        2    |         | № 5
        3    |         |
        3.1  |         |
        4    |         |
        4.1  | Справка |
    """
    assert found(missing_results(drawn(picture))) == ["F14 R304"]


def test_a_plan_without_any_result_says_so_once_for_the_column(drawn, found):
    assert found(missing_results(drawn("code|result\n1|\n2|\n3|"))) == ["F R305"]


def test_what_is_done_needs_no_result_any_more(drawn, found):
    done, other = drawn("code|result\n1|\n2|Приказ")
    assert found(missing_results([done.but(done=True), other])) == []


def test_an_empty_plan_says_nothing():
    assert list(missing_results([])) == []
