"""Words that were read as others: the reading stays, and the slip is told with its place."""

from __future__ import annotations

import pytest

from mentoring_xl.deadlines import MISPRINT, REFERENCE, parse


@pytest.mark.parametrize(
    ("phrase", "written", "hint"),
    [
        ("20 апредя 2023", "апредя", "«апредя» – вероятно, «апреля»"),
        ("Сентябырь 2023 г.", "Сентябырь", "«Сентябырь» – вероятно, «сентябрь»"),
        ("ежемсячно", "ежемсячно", "«ежемсячно» – вероятно, «ежемесячно»"),
        ("В соответствии с сороками реализации программ", "сороками", "«сороками» – вероятно, «сроками»"),
        ("согласно граыфику", "граыфику", "«граыфику» – вероятно, «графику»"),
    ],
)
def test_a_slip_is_told_with_the_word_that_was_meant(phrase: str, written: str, hint: str):
    (problem,) = parse(phrase).problems
    assert (problem.kind, problem.text, problem.hint) == (MISPRINT, written, hint)
    assert phrase[problem.begin : problem.end] == written


@pytest.mark.parametrize(
    "phrase",
    [
        "В соответствии со сроками реализации программ",
        "в соответствии с законодательством",
        "согласно положению",
        "по плану школы",
        "согласно приказам",
        "по согласованию с сорока учителями",
        "20 апреля 2023 г.",
        "по сорокам",
    ],
)
def test_what_is_written_right_or_is_another_word_is_no_slip(phrase: str):
    assert parse(phrase).problems == ()


def test_a_misprint_does_not_change_what_was_understood():
    assert parse("В соответствии с сороками реализации программ").kind == REFERENCE
