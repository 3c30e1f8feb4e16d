"""Which cells of a block that is typed in hold formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box

from .blocks import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence


def formula_boxes(rows: Sequence[Sequence[object]]) -> list[Box]:
    """Return boxes, one-based inside the block, that together hold its formulas and nothing else."""
    places = [
        (row, column)
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
        if isinstance(value, str) and value.startswith("=")
    ]
    return blocks(places, lambda row, column: False)
