"""Text as people type it."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Cell, index, letters
from mentoring_xl.core.text import counted, fold, number_text, sheet_title, split_codes, split_list, tidy


def test_tidy_drops_soft_hyphens_and_joins_lines():
    assert tidy(" Ответствен\u00ad\nный\u00a0 за  план ") == "Ответствен ный за план"


def test_two_spellings_of_one_person_fold_to_the_same():
    assert fold("Семёнова  АННА") == fold("семенова Aннa")


def test_a_latin_word_stays_latin():
    assert fold("Excel") == "excel"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1 ошибка"), (4, "4 ошибки"), (5, "5 ошибок"), (11, "11 ошибок"), (21, "21 ошибка"), (112, "112 ошибок")],
)
def test_counted_words_agree(number: int, expected: str):
    assert counted(number, "ошибка", "ошибки", "ошибок") == expected


@pytest.mark.parametrize(("number", "expected"), [(0.75, "0,75"), (3.0, "3"), (100.0, "100"), (0.1 + 0.2, "0,3")])
def test_numbers_have_a_decimal_comma(number: float, expected: str):
    assert number_text(number) == expected


def test_a_code_with_a_comma_stays_whole_in_a_list_of_codes():
    known = {"Н,1/М-1", "Н-2/М,1;2", "Н-3/М-3"}
    assert split_codes("н,1 / м-1, Н-2/М,1;2; Н-9/М-9,, Н-3/М-3", known) == (
        "н,1 / м-1",
        "Н-2/М,1;2",
        "Н-9/М-9",
        "Н-3/М-3",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Приказ ПР-1", "Приказ ПР-1"),
        ("Приказ ПР/7:*?[]", "Приказ ПР-7-----"),
        ("Приказ 'о парах'", "Приказ 'о парах"),
        ("Приказ " + "14" * 40, "Приказ 141414141414141414141414"),
    ],
)
def test_a_sheet_title_has_only_what_a_spreadsheet_allows(text: str, title: str):
    assert sheet_title(text) == title


def test_lists_are_split_at_what_people_use():
    assert split_list("математика; физика,\nхимия ;") == ("математика", "физика", "химия")


@pytest.mark.parametrize(
    ("number", "column"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_column_letters_there_and_back(number: int, column: str):
    assert letters(number) == column
    assert index(column) == number


def test_the_table_as_a_whole_has_no_row_number():
    assert str(Cell("Дорожная карта", "D", 0)) == "Дорожная карта!D"
