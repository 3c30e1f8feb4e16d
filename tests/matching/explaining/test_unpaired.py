"""Why somebody has no pair, and who comes nearest."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explaining.unpaired import nearest as nearest_of
from mentoring_xl.matching.explaining.unpaired import why_unpaired as why
from mentoring_xl.matching.facts import Lack


def why_unpaired(board, row):
    return why(board, row, board.bans.of(row))


def nearest(board, row, count, places_left):
    return nearest_of(board, row, board.bans.of(row), count, places_left)


@pytest.fixture
def left(mentee):
    return mentee(request="уроки химии; лыжи", subjects="химия", interests="шахматы", experience=1)


def test_who_has_no_pair_reads_first_that_all_who_suit_are_taken_and_then_why_others_do_not_suit(board, left, mentor):
    mentors = [mentor("М-1"), mentor("М-2", group="обучающийся"), mentor("М-3"), mentor("М-4", status="выбыл")]
    found = board([left], mentors, vetoes=frozenset({("Н-1", "М-1")}))
    assert why_unpaired(found, 0) == (
        "единственный подходящий наставник занят\n"
        "другие не подходят: статус «выбыл» (наставник) – 1, наставляемый отказался от этого наставника – 1 и другое"
    )


def test_a_reason_that_concerns_hardly_anyone_is_not_named(board, left, mentor):
    mentors = [mentor("М-1", status="выбыл"), *(mentor(f"М-{n}", group="обучающийся") for n in range(2, 8))]
    assert why_unpaired(board([left], mentors, values={"pupil_teacher": "нет"}), 0) == (
        "подходящих наставников нет\nдругие не подходят: форма не подходит – 6 и другое"
    )


def test_the_commonest_reason_comes_first(board, left, mentor):
    mentors = [mentor("М-1", group="обучающийся"), *(mentor(f"М-{n}", status="выбыл") for n in (2, 3))]
    assert why_unpaired(board([left], mentors, values={"pupil_teacher": "нет"}), 0) == (
        "подходящих наставников нет\nдругие не подходят: статус «выбыл» (наставник) – 2, форма не подходит – 1"
    )


def test_a_reason_that_concerns_all_mentors_is_not_counted(board, left, mentor):
    found = board([left], [mentor()], lacks={"Н-1": (Lack("data_consent", "нет согласия на обработку"),)})
    assert why_unpaired(found, 0) == "нет согласия на обработку"


def test_an_empty_bank_of_mentors_is_named(board, left):
    assert why_unpaired(board([left], []), 0) == "в банке наставников никого нет"


def test_the_nearest_are_the_least_hindered_and_then_the_best(board, left, mentor):
    mentors = [
        mentor("М-1", full_name="Первый", subjects="химия", status="выбыл"),
        mentor("М-2", full_name="Второй", subjects="история"),
        mentor("М-10", full_name="Десятый", subjects="химия"),
    ]
    found = board([left], mentors, only={"subject"})
    assert nearest(found, 0, 3, [1, 1, 0]) == (
        "М-10 Десятый – 100 (мест нет)\nМ-2 Второй – 0\nМ-1 Первый – 100 (статус «выбыл»)"
    )
    assert nearest(found, 0, 1, [1, 1, 0]) == "М-10 Десятый – 100 (мест нет)"
