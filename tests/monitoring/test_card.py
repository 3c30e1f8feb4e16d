"""The curator's card: sum and level."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.monitoring.card import Card, curator_card
from mentoring_xl.schema.tables import Answer, Question

NINE = tuple(Question(code=f"КК-0{n}", stage="карта куратора", kind="0–2") for n in range(1, 10))


def card(points: str, person: str = "С-03", day: int = 1) -> list[Answer]:
    return [
        Answer(person_code=person, question_code=f"КК-0{n}", answer=said, answered=dt.date(2026, 5, day))
        for n, said in enumerate(points, 1)
    ]


@pytest.mark.parametrize(
    ("points", "total", "level"),
    [
        ("222222222", 18.0, "оптимальный"),
        ("222222210", 15.0, "оптимальный"),
        ("222222200", 14.0, "допустимый"),
        ("111111111", 9.0, "допустимый"),
        ("111111110", 8.0, "недопустимый"),
        ("000000000", 0.0, "недопустимый"),
    ],
)
def test_the_sum_has_its_level(points: str, total: float, level: str):
    found = curator_card(NINE, card(points))
    assert (found.points, found.whole, found.level) == (total, 18, level)


def test_an_unfinished_card_has_no_sum():
    assert curator_card(NINE, card("2222")) == Card(None, 18, 9, 4, 0, None)
    assert curator_card(NINE, card("2222")).level == ""


def test_the_last_points_count():
    found = curator_card(NINE, [*card("222222222", day=20), *card("000000000", day=1)])
    assert (found.points, found.day) == (18.0, dt.date(2026, 5, 20))


def test_cards_of_two_people_are_averaged():
    found = curator_card(NINE, [*card("222222222"), *card("111111111", person="С-04")])
    assert (found.points, found.cards, found.level) == (13.5, 2, "допустимый")


def test_points_that_do_not_exist_are_passed_over():
    assert curator_card(NINE, card("222222223")).filled == 8


def test_a_book_without_the_card_has_none():
    assert curator_card((), ()) == Card(None, 0, 0, 0, 0, None)


def test_a_longer_card_has_its_levels_in_proportion():
    ten = (*NINE, Question(code="КК-10", stage="карта куратора", kind="0–2"))
    assert curator_card(
        ten, [*card("222222221"), Answer(person_code="С-03", question_code="КК-10", answer="0")]
    ).level == ("оптимальный")
