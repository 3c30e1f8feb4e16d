"""Hard spaces where a line must not end."""

from __future__ import annotations

import pytest

from mentoring_xl.documents.faces.binding import bound


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("школа № 5 города", "школа №~5 города"),
        ("назначить В. И. Арефьеву куратором", "назначить В.~И.~Арефьеву куратором"),
        ("директор В.И. Арефьева", "директор В.И.~Арефьева"),
        ("возложить на Арефьеву В. И. с понедельника", "возложить на Арефьеву~В.~И. с понедельника"),
        ("5 июня 2016 г.", "5 июня 2016~г."),
        ("ученик 7 «А» класса", "ученик 7~«А» класса"),
        ("(приложение 1)", "(приложение~1)"),
        ("ст. 351.8 ТК и п. 2", "ст.~351.8 ТК и п.~2"),
        ("№ п/п", "№ п/п"),
        ("Наставникам. Провести встречи", "Наставникам. Провести встречи"),
    ],
)
def test_what_belongs_together_is_kept_on_one_line(text: str, shown: str):
    assert bound(text) == shown.replace("~", "\u00a0")


def test_what_no_file_can_hold_is_left_out():
    assert bound("Лесная\x0b Вера\r\nЮрьевна\x00") == "Лесная Вера\nЮрьевна"
