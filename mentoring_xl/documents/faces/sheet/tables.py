"""A table as rows of a sheet: the head, and each row as high as its longest cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.page import Look, Piece
from mentoring_xl.documents.faces.binding import bound
from mentoring_xl.documents.faces.letters import wrapped
from mentoring_xl.documents.faces.sizes import TABLE_PT
from mentoring_xl.documents.paper import is_title

from .strip import TABLE_LINE_PT, TABLE_LINES, Strip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.paper import Grid

    from .columns import Columns

_BORDERS_PT = 2.25


def table(grid: Grid, columns: Columns) -> Iterator[Strip]:
    """Yield the head, which stays with the first row, and the rows; a row too high for a sheet becomes several.

    A title within the table stays with the row below it.
    """
    spans = columns.cells(grid)
    rooms = [columns.room(first, count) for first, count in spans]
    looks = [Look.NUMBER if grid.numbered else Look.BOX, *(Look.BOX for _ in spans[1:])]
    head = _row(_cells(grid.heads, rooms, bold=True), spans, [Look.HEAD for _ in spans])
    head = Strip(head.pieces, head.height, close=bool(grid.rows), is_head=True)
    yield head
    across = [(spans[0][0], sum(count for _, count in spans))]
    for place, texts in enumerate(grid.rows, 1):
        if is_title(texts, grid):
            row = _row(_cells(texts, [columns.room(*across[0])], bold=True), across, [Look.HEAD])
            yield Strip(row.pieces, row.height, close=place < len(grid.rows), under=head)
            continue
        cells = _cells(texts, rooms, bold=False)
        for start in range(0, max(map(len, cells)), TABLE_LINES):
            part = [lines[start : start + TABLE_LINES] for lines in cells]
            row = _row(part, spans, looks)
            yield Strip(row.pieces, row.height, under=head)


def _cells(texts: tuple[str, ...], rooms: list[float], *, bold: bool) -> list[tuple[str, ...]]:
    return [wrapped(bound(text), room, TABLE_PT, bold=bold) for text, room in zip(texts, rooms, strict=True)]


def _row(cells: list[tuple[str, ...]], spans: list[tuple[int, int]], looks: list[Look]) -> Strip:
    pieces = tuple(
        Piece("".join(lines).strip(" \n"), *span, look) for lines, span, look in zip(cells, spans, looks, strict=True)
    )
    return Strip(pieces, TABLE_LINE_PT * max(map(len, cells)) + _BORDERS_PT)
