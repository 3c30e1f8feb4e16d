"""Where lines end, reckoned from the widths of letters."""

from __future__ import annotations

import pytest

from mentoring_xl.documents.faces.letters import width_pt, wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("одно слово", ("одно слово",)),
        ("три коротких слова", ("три коротких ", "слова")),
        ("первая\nвторая", ("первая\n", "вторая")),
        ("педагог-психолог", ("педагог-", "психолог")),
        ("учитель–ученик", ("учитель–", "ученик")),
        ("приложение\u00a01 тут", ("приложение\u00a01 ", "тут")),
        ("достопримечательность", ("достопримеча", "тельность")),
    ],
)
def test_lines_end_at_spaces_hyphens_dashes_and_where_the_text_says(text: str, lines: tuple[str, ...]):
    assert wrapped(text, 85, 14) == lines


def test_the_lines_joined_are_the_text():
    text = "Закрепить  наставнические пары (группы)\n\nпо списку: учитель-логопед – ученик "
    assert "".join(wrapped(text, 60, 14)) == text


def test_a_russian_line_is_as_wide_as_in_the_font():
    assert width_pt("О закреплении наставнических пар (групп) по списку", 14) == pytest.approx(321.2, abs=1)


def test_bold_letters_are_wider():
    assert len(wrapped("О закреплении наставнических пар", 220, 14)) == 1
    assert len(wrapped("О закреплении наставнических пар", 220, 14, bold=True)) == 2
