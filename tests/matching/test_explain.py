"""The reasons that a person reads."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explain import nearest, reasons, why_unpaired
from mentoring_xl.matching.facts import Lack


@pytest.fixture
def left(mentee):
    return mentee(request="уроки химии; лыжи", subjects="химия", interests="шахматы", experience=1)


def test_a_pair_says_what_is_for_it_against_it_and_unknown(board, left, mentor):
    right = mentor(competences="чтение; методика уроков химии", subjects="Химия", interests="лыжи", experience=3)
    assert reasons(board([left], [right]), 0, 0) == (
        "запрос: уроки химии ↔ методика уроков химии (15 из 30); предмет совпадает: химия (20 из 20); "
        "против: стаж и категория невелики (8 из 20), общих интересов мало (0 из 10); "
        "внимание: стаж наставника меньше 5 лет; "
        "нет данных: выбор после групповой встречи, желаемый возраст или класс, время – учтено 57 % веса"
    )


def test_a_forbidden_pair_says_so_first_among_what_is_against(board, left, mentor):
    found = board([left], [mentor(subjects="химия")], only={"subject"}, vetoes=frozenset({("Н-1", "М-1")}))
    assert reasons(found, 0, 0, ["ещё одно"]) == (
        "предмет совпадает: химия (20 из 20); запрещено: наставляемый отказался от этого наставника; внимание: ещё одно"
    )


def test_who_has_no_pair_is_told_which_rules_stand_between(board, left, mentor):
    mentors = [mentor("М-1"), mentor("М-2", group="обучающийся"), mentor("М-3"), mentor("М-4", status="выбыл")]
    found = board([left], mentors, vetoes=frozenset({("Н-1", "М-1")}))
    assert why_unpaired(found, 0) == (
        "наставник: статус «выбыл» – 1 наставник; наставляемый отказался от этого наставника – 1 наставник; "
        "форма не подходит – 1 наставник; обучающийся не может быть наставником педагога – 1 наставник; "
        "все подходящие заняты – 1 наставник"
    )


def test_a_reason_that_concerns_all_mentors_is_not_counted(board, left, mentor):
    found = board([left], [mentor()], lacks={"Н-1": (Lack("data_consent", "нет согласия на обработку"),)})
    assert why_unpaired(found, 0) == "наставляемый: нет согласия на обработку"


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
        "М-10 Десятый – 100 (занят); М-2 Второй – 0; М-1 Первый – 100 (наставник: статус «выбыл»)"
    )
    assert nearest(found, 0, 1, [1, 1, 0]) == "М-10 Десятый – 100 (занят)"
