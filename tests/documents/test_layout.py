"""How many lines a text takes on the page."""

from __future__ import annotations

import pytest

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Look
from mentoring_xl.documents.layout import paragraph, table_row


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("одно слово", 10, 1),
        ("одно слово и", 10, 2),
        ("первая\nвторая", 40, 2),
        ("сверхдлинноеслово", 5, 4),
        ("три два один", 6, 3),
    ],
)
def test_words_are_kept_whole_where_they_fit(text: str, width: float, lines: int):
    assert lines_of(text, width) == lines


def test_a_table_row_is_as_high_as_its_longest_cell():
    low, high = table_row(("1", "коротко"), (5.0, 20.0)), table_row(("1", "слово " * 12), (5.0, 20.0))
    assert (low.height, high.height) == (17.5, 64.0)


def test_body_text_begins_with_an_indent_and_a_title_does_not():
    assert paragraph("Текст", (40.0,)).pieces[0].text.startswith("\u2003")
    assert paragraph("ПРИКАЗ", (40.0,), Look.TITLE).pieces[0].text == "ПРИКАЗ"


def test_the_running_number_of_a_row_stands_in_the_middle_and_the_rest_on_the_left():
    row = table_row(("1", "Лесная Вера Юрьевна", "педагог"), (5.0, 26.0, 26.0))
    assert [piece.look for piece in row.pieces] == [Look.NUMBER, Look.BOX, Look.BOX]
