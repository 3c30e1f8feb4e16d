"""How many lines a text takes in a cell."""

from __future__ import annotations

import pytest

from mentoring_xl.core.lines import lines_of


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
