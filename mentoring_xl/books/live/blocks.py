"""Gathers the cells that differ into few whole blocks, so that a table is written in a handful of calls."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from mentoring_xl.books.sheets import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Free = Callable[[int, int], bool]


def blocks(cells: Collection[tuple[int, int]], free: Free) -> list[Box]:
    """Return boxes that together hold all cells (row, column) and besides them only free ones.

    free: tells whether a cell may be written again as it stands. A box is as wide and as deep as that allows.
    """
    found: list[Box] = []
    places = sorted((column, row) for row, column in cells)
    for column, filled in groupby(places, key=itemgetter(0)):
        for top, bottom in _runs([row for _, row in filled], column, free):
            run = Box(top, column, bottom, column)
            wider = next((at for at, box in enumerate(found) if _fits(box, run, free)), None)
            if wider is None:
                found.append(run)
            else:
                found[wider] = _union(found[wider], run)
    return found


def _runs(rows: list[int], column: int, free: Free) -> Iterator[tuple[int, int]]:
    top = last = rows[0]
    for row in rows[1:]:
        if not all(free(between, column) for between in range(last + 1, row)):
            yield top, last
            top = row
        last = row
    yield top, last


def _fits(box: Box, run: Box, free: Free) -> bool:
    """Tell whether a run to the right of a box can be joined with it over free cells alone."""
    if box.right >= run.left or run.top > box.bottom + 1 or run.bottom < box.top - 1:
        return False
    whole = _union(box, run)
    return all(
        free(row, column)
        for column in range(whole.left, whole.right + 1)
        for row in range(whole.top, whole.bottom + 1)
        if not (box.holds(row, column) or run.holds(row, column))
    )


def _union(one: Box, two: Box) -> Box:
    return Box(min(one.top, two.top), min(one.left, two.left), max(one.bottom, two.bottom), max(one.right, two.right))
