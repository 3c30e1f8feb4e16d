"""How people are called in pictures and in sentences."""

from __future__ import annotations

import pytest

from mentoring_xl.matching.names import short_name


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Арефьева Вера Ивановна", "Арефьева В. И."),
        ("  Белов   Пётр ", "Белов П."),
        ("Мамин-Сибиряк Д.Н.", "Мамин-Сибиряк Д. Н."),
        ("Алиев Рашид Ахмед оглы", "Алиев Р. А."),
        ("лугов пётр", "лугов П."),
        ("Арефьева", "Арефьева"),
        ("", ""),
    ],
)
def test_a_name_is_shown_as_surname_and_initials(full, short):
    assert short_name(full) == short
