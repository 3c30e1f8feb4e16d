"""VBA sources stay ASCII, whatever they say to a person."""

import pytest

from mentoring_xl.build.excel import borrowed
from mentoring_xl.build.excel.vba import ascii_only


def test_a_russian_literal_is_spelled_by_its_codes():
    assert ascii_only('Tell "Срок: 3"\n') == 'Tell Ru("\\u0421\\u0440\\u043E\\u043A: 3")\r\n'


def test_a_quoted_word_inside_a_literal_stays_inside():
    assert ascii_only('Tell "лист ""А1"" пуст"') == (
        'Tell Ru("\\u043B\\u0438\\u0441\\u0442 ""\\u04101"" \\u043F\\u0443\\u0441\\u0442")'
    )


def test_a_literal_of_code_is_left_alone():
    assert ascii_only('x = "a" & "b"') == 'x = "a" & "b"'


def test_russian_outside_a_literal_is_refused():
    with pytest.raises(UnicodeEncodeError):
        ascii_only("' комментарий")


def test_another_xlwings_with_other_words_stops_the_build(monkeypatch, tmp_path):
    (tmp_path / "xlwings_custom_addin.bas").write_text("an xlwings of another day")
    monkeypatch.setattr(borrowed, "_folder", lambda: tmp_path)
    with pytest.raises(ValueError, match=r"has not this once, look at what changed"):
        borrowed.xlwings_module()
