"""The numbers of the plan as pictures: what stands in «№ п/п», what is found."""

from __future__ import annotations

import pytest

from mentoring_xl.roadmap.rules import faulty_numbers


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 3", []),
        ("1. 2. 3.", []),
        ("1) 2) 3)", []),
        ("1 2 2 3", ["A13 R504"]),
        ("1 2 4", ["A13 R505"]),
        ("1 2 6 4", ["A13 R505"]),
        ("1 3 2", []),
        ("1 1.1 1.2 2 2.1", []),
        ("1 1.1 1.3 2", ["A13 R505"]),
        ("1 1.1 1.1 2", ["A13 R504"]),
        ("1 1.2 2", ["A12 R505"]),
        ("1 1.1. 1.1.1 1.1.2 1.2", []),
        ("1 2 3 1 2", []),
        ("1 2 3 1", ["A14 R504"]),
        ("5 6 7", []),
        ("а) б) г)", []),
        ("1 – 2", []),
        ("", []),
    ],
)
def test_numbers_run_on_without_gaps_and_twins(numbers, expected, drawn, found):
    picture = "number\n" + "\n".join(numbers.split())
    assert found(faulty_numbers(drawn(picture))) == expected


def test_numbers_are_counted_anew_in_each_section_or_run_on_through_it(drawn, found):
    picture = """
        section     | number
        Подготовка  | 1
        Подготовка  | 2
        Проведение  | 1
        Проведение  | 2
        Завершение  | 3
        Завершение  | 5
    """
    assert found(faulty_numbers(drawn(picture))) == ["A16 R505"]


def test_sub_items_are_counted_within_their_measure(drawn, found):
    picture = """
        code  | number
        1.1   | 1
        1.1.1 | 1
        1.1.2 | 2
        1.2   | 2
        1.2.1 | 1
        1.2.2 | 3
    """
    assert found(faulty_numbers(drawn(picture))) == ["A16 R505"]


def test_what_is_wrong_is_said_with_the_numbers(drawn):
    findings = faulty_numbers(drawn("number\n1.\n2.\n2.\n6."))
    assert [str(finding) for finding in findings] == [
        "Дорожная карта!A13  R504  номер «2.» уже стоит в строке 12 → Исправьте нумерацию в столбце «№ п/п».",
        "Дорожная карта!A14  R505  перед номером «6.» пропущено: 3–5"
        " → Исправьте нумерацию или верните пропавшую строку.",
    ]
