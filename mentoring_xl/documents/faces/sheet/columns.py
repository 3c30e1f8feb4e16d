"""The columns that all blocks of a paper share: every table's and every side's edges are edges of columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mentoring_xl.documents.faces.shares import edges_of
from mentoring_xl.documents.paper import Acquainted, Grid, Sides, Signature, Stamp

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Block

_NEAR = 0.012
_NEAR_HALF = 0.06
HALF = 0.5
_PIXEL_PT = 0.75
_PRINTED = 1.0625
"""A digit of the default font is rounded to whole pixels on a screen; printed, columns are wider by as much."""
_DIGIT_PX, _PADDING_PX = 7, 5
_IN_CELL_PX = 6


class Columns:
    """Columns of a sheet between the margins. widths: in characters of the default font, as a workbook counts."""

    def __init__(self, blocks: tuple[Block, ...], width: float) -> None:
        """width: between the margins, in points."""
        self._pixels = width / _PRINTED / _PIXEL_PT
        self._edges = self._edges_of(blocks)
        self.widths = tuple(
            round(max(int(self._pixels * (right - left)) - _PADDING_PX, 1) / _DIGIT_PX, 2)
            for left, right in pairwise(self._edges)
        )

    def span(self, left: float, right: float) -> tuple[int, int]:
        """Return the first column and the number of columns from one share of the width to another."""
        first, last = self._nearest(left), self._nearest(right)
        return first, max(last - first, 1)

    def room(self, first: int, count: int) -> float:
        """Return how wide a text in these columns may be on a screen, in points; a printed one has more room."""
        wide = self._edges[first + count] - self._edges[first]
        return (self._pixels * wide - _IN_CELL_PX) * _PIXEL_PT

    def cells(self, grid: Grid) -> list[tuple[int, int]]:
        """Return the first column and the number of columns of each cell in a row of a table."""
        return [self.span(left, right) for left, right in pairwise(edges_of(grid, self._pixels * _PIXEL_PT))]

    def _nearest(self, share: float) -> int:
        return min(range(len(self._edges)), key=lambda at: abs(self._edges[at] - share))

    def _edges_of(self, blocks: tuple[Block, ...]) -> tuple[float, ...]:
        edges = [0.0, 1.0]
        for block in blocks:
            if isinstance(block, Grid):
                own = edges_of(block, self._pixels * _PIXEL_PT)
                edges += [edge for edge in own if all(abs(edge - other) > _NEAR for other in edges)]
        halved = any(isinstance(block, Sides | Stamp | Signature | Acquainted) for block in blocks)
        if halved and all(abs(edge - HALF) > _NEAR_HALF for edge in edges):
            edges.append(HALF)
        return tuple(sorted(edges))
