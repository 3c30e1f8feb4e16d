"""How high two people stand with each other, and how they chose."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explaining import ranks
from mentoring_xl.matching.explaining.ranks import Standing, mutual, standings


def test_equal_points_share_the_better_rank_and_bans_do_not_count(school):
    choice = school([[90, 90, None, 40], [95, None, 10, 10]], capacity=[1, 1, 1, 1])
    assert standings(choice, [(0, 1), (0, 3), (1, 0), (0, 2)]) == (
        Standing(1, 3, 1, 1),
        Standing(3, 3, 1, 2),
        Standing(1, 3, 1, 2),
        None,
    )
    assert standings(choice, []) == ()


def test_mentees_who_are_not_matched_do_not_count(school):
    choice = school([[90], [80], [70]], wants={0: 0}, held={(1, 0): {"state": "согласована"}})
    assert standings(choice, [(2, 0), (0, 0)]) == (Standing(1, 1, 2, 2), Standing(1, 1, 1, 3))


def test_many_pairs_are_ranked_in_parts(school, monkeypatch):
    choice = school([[90, 80], [60, 30], [20, 10]])
    seats = [(row, column) for row in range(3) for column in range(2)]
    whole = standings(choice, seats)
    monkeypatch.setattr(ranks, "_BLOCK", 6)
    assert standings(choice, seats) == whole


def test_the_cell_and_the_sentence_of_a_rank():
    assert Standing(2, 14, 1, 9).short == "2 из 14 / 1 из 9"
    assert Standing(1, 1, 3, 9).sentence == (
        "для наставляемого этот наставник единственный возможный, для наставника этот наставляемый 3-й из 9 возможных"
    )


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ({}, ""),
        ({("Н-9", "М-9"): 1}, ""),
        (
            {("Н-1", "М-1"): 1, ("М-1", "Н-1"): 2},
            "выбрали друг друга: наставляемый поставил наставника на 1-е место, наставник его – на 2-е",
        ),
        (
            {("Н-1", "М-1"): 3},
            "наставляемый поставил этого наставника на 3-е место; наставник никого не назвал",
        ),
        (
            {("Н-1", "М-2"): 1, ("М-1", "Н-1"): 2},
            "наставляемый назвал других; наставник поставил этого наставляемого на 2-е место",
        ),
    ],
)
def test_the_choice_after_the_meeting_is_told_from_both_sides(school, places, text):
    assert mutual(school([[50, 40]], ranks=places), 0, 0) == text
