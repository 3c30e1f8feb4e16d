"""People, points and losses in words."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.explaining.wording import gain_text, loss_text, named, points, points_word, sentence
from mentoring_xl.matching.solving import Worth
from mentoring_xl.schema.tables import Mentor


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Сидоров  Пётр Петрович", "М-7 Сидоров\u00a0П.\u00a0П."),
        ("Мамин-Сибиряк Д.Н.", "М-7 Мамин-Сибиряк\u00a0Д.\u00a0Н."),
        ("Синицкая Марина М.", "М-7 Синицкая\u00a0М.\u00a0М."),
        ("Алиев Самир Тофик оглы", "М-7 Алиев\u00a0С.\u00a0Т."),
        ("Сидоров", "М-7 Сидоров"),
        ("", "М-7"),
    ],
)
def test_a_person_is_named_by_code_and_short_name(name, text):
    assert named(Mentor(code=" М-7 ", full_name=name)) == text


@pytest.mark.parametrize(
    ("tenths", "text"),
    [
        (0, "0 баллов"),
        (10, "1 балл"),
        (20, "2 балла"),
        (110, "11 баллов"),
        (685, "68,5 балла"),
        (32145, "3\u00a0214,5 балла"),
        (-210, "21 балл"),
    ],
)
def test_points_have_a_comma_and_the_right_word(tenths, text):
    assert points_word(tenths) == text
    assert points(tenths) == text.split(" ", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("loss", "first", "text"),
    [
        (Worth(0, 42), True, "сумма всех пар меньше на 4,2 балла"),
        (Worth(0, 0), True, "сумма всех пар та же"),
        (Worth(1, 700), True, "один человек останется без пары"),
        (Worth(2, 700), True, "2 человека останутся без пары"),
        (Worth(1, -30), False, "один человек останется без пары, сумма всех пар больше на 3 балла"),
        (Worth(-1, 30), False, "ещё один человек получит пару, сумма всех пар меньше на 3 балла"),
        (Worth(-5, 0), False, "ещё 5 человек получат пару, сумма всех пар та же"),
    ],
)
def test_a_loss_is_told_in_people_and_points(loss, first, text):
    assert loss_text(loss, paired_first=first) == text


@pytest.mark.parametrize(
    ("gain", "text"),
    [
        (Worth(0, 0), "ничего"),
        (Worth(0, 42), "4,2 балла"),
        (Worth(1, 650), "ещё один человек с парой и 65 баллов"),
        (Worth(2, 0), "ещё 2 человека с парой"),
        (Worth(1, -30), "ещё один человек с парой, но на 3 балла меньше"),
    ],
)
def test_a_gain_is_told_in_people_and_points(gain, text):
    assert gain_text(gain) == text


def test_a_sentence_begins_large_and_ends_with_one_full_stop():
    assert sentence("", "добавьте место") == "Добавьте место."
    assert sentence("2. ", "добавьте место") == "2. Добавьте место."
    assert sentence("Тогда пара: ", "М-7 Сидоров П. П.") == "Тогда пара: М-7 Сидоров П. П."
