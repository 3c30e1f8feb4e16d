"""What the stories put into the cells of «Пары» and «Без пары»."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explaining import choice as choosing
from mentoring_xl.matching.sheets import pair_rows, unpaired_rows
from mentoring_xl.schema.tables import Pair, Unpaired


@pytest.fixture
def cells(school):
    """A proposed pair, a held one, one that is over, one that names nobody, one that was taken back."""
    held = {"mentee_code": "Н-2", "mentor_code": "М-2", "state": "согласована"}
    choice = school([[90, 80, 70], [60, 30, 10]], held={(1, 1): held})
    rows = [
        Pair(mentee_code="Н-1", mentor_code="М-1", state="предложена"),
        Pair(**held),
        Pair(mentee_code="Н-1", mentor_code="М-2", state="завершена", ranks="1 из 1 / 1 из 1", replacement="была"),
        Pair(mentee_code="Н-9", mentor_code="М-1", state="предложена"),
        Pair(mentee_code="Н-1", mentor_code="М-3", state="предложение снято", comment="спросить"),
    ]
    return pair_rows(choice, rows)


def test_ranks_are_told_from_both_sides(cells):
    assert [row.ranks for row in cells] == [
        "1 из 3 / 1 из 2",
        "2 из 3 / 2 из 2",
        "1 из 1 / 1 из 1",
        "",
        "3 из 3 / 1 из 2",
    ]


def test_only_a_proposed_pair_has_a_replacement(cells):
    assert [row.replacement for row in cells] == [
        "М-3 Орлова\u00a0П.\u00a0Л. (70): сумма всех пар меньше на 20 баллов",
        "пара согласована: пересчёт её не меняет",
        "была",
        "",
        "",
    ]


def test_in_a_city_the_cell_of_a_proposed_pair_stays_empty(school, monkeypatch):
    monkeypatch.setattr(choosing, "_CITY", 1)
    choice = school([[90, 80], [60, 30], [20, 25]])
    (row, *_) = pair_rows(choice, [Pair(mentee_code="Н-1", mentor_code="М-2", state="предложена")])
    assert (row.ranks, row.replacement) == ("2 из 2 / 1 из 3", "")
    (line,) = unpaired_rows(choice, (), 1)
    assert (
        line.change
        == "Добавьте место наставнику (М-2 Панова\u00a0П.\u00a0Л.).\nТогда пара: М-2 Панова\u00a0П.\u00a0Л. (25)."
    )


def test_who_has_no_pair_reads_what_to_change_and_who_has_found_one_no_longer(school):
    choice = school([[50], [40]])
    old = [
        Unpaired(mentee_code="Н-1", support="психолог", change="Добавьте место."),
        Unpaired(mentee_code="Н-8", support="психолог", change="Добавьте место."),
    ]
    assert [(row.mentee_code, row.change) for row in unpaired_rows(choice, old, 1)] == [
        ("Н-1", ""),
        ("Н-8", ""),
        (
            "Н-2",
            "Добавьте место наставнику (М-1 Седова\u00a0П.\u00a0Л.).\nТогда пара: М-1 Седова\u00a0П.\u00a0Л. (40).",
        ),
    ]
