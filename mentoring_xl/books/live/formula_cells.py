"""Which cells of a block that is typed in hold formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box

from .blocks import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence


def types_formula(value: object) -> bool:
    """Tell whether typing a value makes a formula; a text that looks like one is marked by an apostrophe."""
    return isinstance(value, str) and value.startswith("=")


def formula_boxes(rows: Sequence[Sequence[object]]) -> list[Box]:
    """Return boxes, one-based inside the block, that together hold its formulas and nothing else."""
    places = [
        (row, column)
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
        if types_formula(value)
    ]
    return blocks(places, lambda row, column: False)
