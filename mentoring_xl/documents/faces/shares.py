"""How wide the columns of a table are: as the paper asks, but wide enough for their longest words."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from .binding import bound
from .letters import longest_word_pt
from .sizes import TABLE_PT

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Grid

_PADDING_PT = 7.0
"""Of a cell and its borders, in the face that takes more."""


def edges_of(grid: Grid, width: float) -> tuple[float, ...]:
    """Return the edges of a table's columns as shares of the width, from 0 to 1, one more than columns.

    width: of the table in points. A column too narrow for a word takes room from those that have more than they need,
    in proportion; where there is not enough for all, what there is is shared by those that lack it.
    """
    total = sum(grid.widths)
    asked = [width * share / total for share in grid.widths]
    least = [_longest(grid, column) + _PADDING_PT for column in range(len(asked))]
    lacking = sum(max(need - has, 0) for has, need in zip(asked, least, strict=True))
    spare = sum(max(has - need, 0) for has, need in zip(asked, least, strict=True))
    if lacking and spare:
        given, taken = min(spare / lacking, 1), min(lacking / spare, 1)
        asked = [has + (need - has) * (given if need > has else taken) for has, need in zip(asked, least, strict=True)]
    return (0.0, *(edge / width for edge in accumulate(asked[:-1])), 1.0)


def _longest(grid: Grid, column: int) -> float:
    words = (longest_word_pt(bound(row[column]), TABLE_PT) for row in grid.rows if len(row) > 1)
    return max(longest_word_pt(bound(grid.heads[column]), TABLE_PT, bold=True), *words, 0.0)
