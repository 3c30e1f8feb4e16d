"""Requests and competences are compared by meaning words, whatever their endings."""

from __future__ import annotations

import numpy as np
import pytest

from mentoring_xl.matching.coverage import Coverage, covered
from mentoring_xl.matching.lists import akin, overlap, same
from mentoring_xl.matching.stems import phrase, phrases, stem


def share(left, right):
    return round(float(covered([phrase(left)], [phrase(right)])[0, 0]), 2)


@pytest.mark.parametrize(
    "forms",
    [
        "математика математики математике математику математикой",
        "урок урока уроков уроками уроках",
        "английский английского английскому английских",
        "решение решения решать решить",
        "планирование планирования планировать",
        "адаптация адаптации адаптироваться",
        "общение общаться общения",
        "родитель родителей родителями семья",
        "педагог педагогов учителям преподаватель",
        "ребёнок детей детям",
        "история исторический исторических",
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("физика", "физическая"),
        ("история", "химия"),
        ("информатика", "информация"),
        ("активность", "пассивность"),
        ("обучение", "обучающийся"),
        ("успевающий", "неуспевающий"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert share(one, other) == 0


def test_function_words_and_single_letters_do_not_count():
    assert phrase("помощь с А и Б по химии") == ("помощ", "хим")


def test_items_of_a_cell_are_kept_as_they_are_written():
    assert [text for text, _ in phrases("Русский язык;  ; чтение,\n–, шахматы")] == [
        "Русский язык",
        "чтение",
        "шахматы",
    ]


@pytest.mark.parametrize(
    ("asked", "offered", "expected"),
    [
        ("планирование уроков", "планирую уроки, слежу за программой", 0.82),
        ("планирование уроков математики", "методика математики, планирование уроков", 1.0),
        ("помощь по математике", "решение задач по математике", 0.9),
        ("помощь по матиматике", "математика", 0.81),
        ("математические задачи", "математика", 0.75),
        ("подготовка к ЕГЭ", "экзамены", 0.9),
        ("лыжи", "шахматы", 0.0),
    ],
)
def test_a_request_is_covered_as_far_as_its_words_are_named(asked, offered, expected):
    assert share(asked, offered) == expected


def test_several_requests_count_alike_and_a_blank_side_is_unknown():
    asked = ((phrase("лыжи"), phrase("шахматы")), ())
    found = Coverage(asked, (phrase("шахматы и шашки"), phrase("лыжи; шахматы"), ())).block(slice(None))
    assert found[0, :2].tolist() == [0.5, 1.0]
    assert np.isnan(found[0, 2])
    assert np.isnan(found[1]).all()


def test_lists_overlap_by_the_share_of_the_shorter_one():
    mine = [[phrase("русский язык"), phrase("химия"), phrase("лепка")], [phrase("химия")]]
    yours = [[phrase("химия"), phrase("физика")], [phrase("русский язык и литература")], []]
    found = overlap(mine, yours, akin)
    assert found[:, :2].tolist() == [[0.5, 1.0], [1.0, 0.0]]
    assert np.isnan(found[:, 2]).all()


def test_two_spellings_of_one_item_are_one_thing():
    left = [phrase("английский язык"), phrase("робототехника")]
    right = [phrase("Английский"), phrase("робототехнка"), phrase("немецкий язык")]
    assert same(left, right).tolist() == [[True, False, False], [False, True, False]]


def test_items_of_one_sense_stand_near():
    left = [phrase("рисование"), phrase("настольные игры")]
    right = [phrase("живопись"), phrase("рисование красками"), phrase("настольный теннис")]
    assert akin(left, right).tolist() == [[0.5, 1, 0], [0, 0, 0]]


def test_nobody_to_compare_gives_an_empty_table():
    assert covered([], [phrase("химия")]).shape == (0, 1)
    assert overlap([], [], akin).shape == (0, 0)
