"""A finding repeats what stands in the cell, but not a whole page of it."""

from __future__ import annotations

from mentoring_xl.core.cell import Cell
from mentoring_xl.core.finding import ERROR, Code

UNREAD = Code("X1", ERROR, "«{text}» не прочитано", fix="Исправьте «{text}».", why="Так надо.")


def test_a_very_long_text_is_cut_in_the_sentence():
    finding = UNREAD.at(Cell("Пары", "B", 5), text="ф" * 40_000)
    assert finding.message == f"«{'ф' * 400}…» не прочитано"
    assert finding.fix == f"Исправьте «{'ф' * 400}…»."


def test_braces_in_a_cell_are_only_text():
    assert UNREAD.at(Cell("Пары", "B", 5), text="{x}{0}%s").message == "«{x}{0}%s» не прочитано"
