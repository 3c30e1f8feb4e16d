"""The reasons that a person reads."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explaining.reasons import reasons


@pytest.fixture
def left(mentee):
    return mentee(request="уроки химии; лыжи", subjects="химия", interests="шахматы", experience=1)


def test_a_pair_says_what_is_for_it_against_it_and_unknown(board, left, mentor):
    right = mentor(competences="чтение; методика уроков химии", subjects="Химия", interests="лыжи", experience=3)
    assert reasons(board([left], [right]), 0, 0) == (
        "За: запрос – уроки химии ↔ методика уроков химии (15 из 30); общий предмет – химия (20 из 20)\n"
        "Против: стаж и категория невелики (8 из 20); общих интересов нет (0 из 10)\n"
        "Внимание: стаж наставника меньше 5 лет\n"
        "Нет данных: выбор после групповой встречи, желаемый возраст или класс, время, ролевая модель "
        "(учтено 53\u00a0% веса)"
    )


def test_what_only_stands_near_is_not_called_shared(board, mentee, mentor):
    left, right = (
        mentee(subjects="литература", interests="рисование"),
        mentor(subjects="русский язык", interests="живопись"),
    )
    assert reasons(board([left], [right], only={"subject", "interests"}), 0, 0) == (
        "За: близкий предмет – литература (рядом – русский язык) (10 из 20); "
        "близкие интересы – рисование (рядом – живопись) (5 из 10)"
    )


def test_a_forbidden_pair_says_so_first(board, left, mentor):
    found = board([left], [mentor(subjects="химия")], only={"subject"}, vetoes=frozenset({("Н-1", "М-1")}))
    assert reasons(found, 0, 0, ["ещё одно"]) == (
        "Запрещено: наставляемый отказался от этого наставника\n"
        "За: общий предмет – химия (20 из 20)\n"
        "Внимание: ещё одно"
    )
