"""How many lines a text takes in a cell."""

from __future__ import annotations

import pytest

from mentoring_xl.core.lines import lines_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("одно слово", 11, 1),
        ("одно слово и", 11, 2),
        ("первая\nвторая", 40, 2),
        ("сверхдлинноеслово", 5, 4),
        ("три два один", 6, 3),
        ("Насколько оправдались ваши ожидания?", 36, 2),
        ("Насколько оправдались ваши ожидания?", 38, 1),
        ("промежуточный", 14, 2),
        ("промежуточный", 15, 1),
        ("жжжжжжжжжж", 13, 2),
        ("гггггггггг", 8, 1),
    ],
)
def test_words_are_kept_whole_where_they_fit(text: str, width: float, lines: int):
    assert lines_of(text, width) == lines
