"""The sentences about the whole set and the sheet «Итоги подбора»."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mentoring_xl.core.page import Look
from mentoring_xl.matching.explaining import whole, whole_page
from mentoring_xl.matching.solving import Worth

DAY = dt.date(2026, 12, 1)
GREEDY, IN_ORDER = "если каждый раз брать лучшую из оставшихся пар", "если идти по порядку списка"


@pytest.fixture
def four(school):
    """Three who wait for two places, one who is held."""
    points = [[90, 80], [85, 30], [20, None], [50, 50]]
    return school(points, capacity=[2, 1], held={(2, 0): {"state": "согласована"}})


def test_a_small_school_reads_all_that_matters(four):
    assert whole(four).lines == (
        "Пару получили 2 из 3. Подобрано: 2 пары, 165 баллов. Закреплено раньше: 1.",
        "Лучше нельзя: больше, чем 2 человека и 165 баллов, не набрать ни при каких парах. "
        "Это проверено по ценам мест отдельным счётом.",
        "Больше всего прибавит ещё одно место у наставника: "
        "М-1 Седова\u00a0П.\u00a0Л. – ещё один человек с парой и 60 баллов; "
        "М-2 Панова\u00a0П.\u00a0Л. – ещё один человек с парой и 50 баллов.",
        f"Для сравнения: {GREEDY} – 2 человека и 140 баллов; {IN_ORDER} – 2 человека и 120 баллов.",
    )


def test_the_prices_are_what_one_more_place_adds(four):
    assert [(place.places, place.taken, place.gain) for place in whole(four).places] == [
        (1, 1, Worth(1, 600)),
        (1, 1, Worth(1, 500)),
    ]


def test_where_places_suffice_none_is_asked_for(school):
    lines = whole(school([[90, 80]], capacity=[2, 1])).lines
    assert lines[0] == "Пару получили 1 из 1. Подобрано: 1 пара, 90 баллов."
    assert "Ещё одно место ни у одного наставника ничего не прибавит." in lines


def test_only_the_three_most_gaining_places_are_named_the_most_gaining_first(school):
    choice = school([[10, 20, 30, 40], [10, 20, 30, 40]], capacity=[0, 0, 0, 0])
    (line,) = [line for line in whole(choice).lines if "одно место" in line]
    assert [line.index(code) for code in ("М-4", "М-3", "М-2")] == sorted(line.index(f"М-{n}") for n in (4, 3, 2))
    assert "М-1" not in line


def test_where_points_come_first_the_proof_speaks_of_points(school):
    lines = whole(school([[90, 10], [60, None]], paired_first=False)).lines
    assert lines[1].startswith("Лучше нельзя: больше, чем 90 баллов, не набрать ни при каких парах.")


def test_a_proof_that_does_not_hold_is_never_told_as_one(four):
    wrong = replace(four.solution, worth=Worth(3, 3000))
    lines = whole(replace(four, solution=wrong)).lines
    assert lines[1] == "Проверка подбора не сошлась. Не закрепляйте эти пары и сообщите разработчику."
    assert not any("Лучше нельзя" in line for line in lines)


def test_a_gap_is_told(four):
    story = replace(whole(four), gap=Worth(0, 125))
    assert story.lines[1] == ("Может быть лучше, но не больше чем на столько: 12,5 балла. Это проверено по ценам мест.")


def test_stable_pairs_tell_their_price(four):
    story = whole(replace(four, best=four.solution))
    assert story.lines[1:3] == (
        "Пары устойчивы: никакие двое не предпочли бы друг друга своим парам. Это ничего не стоило.",
        "Без этого условия больше, чем 2 человека и 165 баллов, не набрать ни при каких парах. "
        "Это проверено по ценам мест отдельным счётом.",
    )
    dear = replace(story, worth=Worth(1, 900))
    assert dear.lines[1] == (
        "Пары устойчивы: никакие двое не предпочли бы друг друга своим парам. "
        "Цена: один человек останется без пары, сумма всех пар меньше на 75 баллов."
    )


def test_groups_are_told_with_their_topic(board, mentee, mentor, choose):
    left = [mentee("Н-1", request="лыжи"), mentee("Н-2", request="лыжи"), mentee("Н-3", request="шахматы")]
    right = [mentor("М-1", competences="шахматы; лыжи", leads_group=True, capacity=3)]
    story = whole(choose(board(left, right)))
    assert story.lines[-1] == (
        "Группа – М-1 Наставник\u00a0М., тема «лыжи»: Н-1 Наставляемый\u00a0Н., Н-2 Наставляемый\u00a0Н."
    )
    nameless = whole(choose(board(left, [mentor("М-1", leads_group=True, capacity=3)])))
    assert "тема не названа" in nameless.lines[-1]


def test_nobody_to_match_is_one_sentence(school, choose, board):
    assert whole(school([[90]], held={(0, 0): {"state": "согласована"}})).lines == (
        "Подбирать некому: наставляемых, которым нужна пара, нет.",
    )
    assert whole(choose(board([], []))).lines[0] == "Подбирать некому: наставляемых, которым нужна пара, нет."


def test_mentees_without_any_mentor_in_the_bank_are_counted(choose, board, mentee):
    assert whole(choose(board([mentee()], []))).lines[0] == "Пару получили 0 из 1. Подобрано: 0 пар, 0 баллов."


def test_a_second_mentor_of_one_mentee_explains_why_there_are_more_pairs_than_people(choose, board, mentee, mentor):
    lines = whole(choose(board([mentee()], [mentor(), mentor("М-2")]), wants={0: 2})).lines
    assert lines[0].startswith("Пару получили 1 из 1. Подобрано: 2 пары, ")
    assert lines[0].endswith("Из них ещё один наставник тому, у кого он уже есть: 1.")


def test_the_sheet_has_the_story_and_a_table_of_prices(four):
    page = whole_page(whole(four), DAY, "Школа № 1")
    texts = [tuple(piece.text for piece in line.pieces) for line in page.lines]
    assert texts[0] == ("Итоги подбора",)
    assert texts[1] == ("На 01.12.2026 · Школа № 1",)
    assert texts[3] == ("Пару получили 2 из 3. Подобрано: 2 пары, 165 баллов. Закреплено раньше: 1.",)
    assert texts[page.repeat] == ("Наставник", "Мест", "Занято", "Что прибавит ещё одно место")
    assert texts[page.repeat + 1 :] == [
        ("М-1 Седова\u00a0П.\u00a0Л.", "1", "1", "ещё один человек с парой и 60 баллов"),
        ("М-2 Панова\u00a0П.\u00a0Л.", "1", "1", "ещё один человек с парой и 50 баллов"),
    ]
    assert all(line.pieces[0].look is Look.LABEL for line in page.lines[page.repeat + 1 :])


def test_the_sheet_of_a_school_without_mentors_has_no_table(choose, board, mentee):
    page = whole_page(whole(choose(board([mentee()], []))), DAY)
    assert page.repeat is None
    assert [piece.text for piece in page.lines[1].pieces] == ["На 01.12.2026"]
