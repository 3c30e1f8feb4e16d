"""What of the map stands together: all of a school that fits two sheets side by side, else some mentors at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.matching.board import Board

    from .sight import Sight

SHEET_COLUMNS, SHEET_ROWS = 30, 36
"""How many mentors and mentees can be read on one sheet of A4."""

_MOST_ROWS = 200
_MOST_PARTS = 60
_BLOCK = 500


@dataclass(frozen=True)
class Part:
    """Columns and rows of the board in the order in which they are drawn; `unpaired` are rows that follow `paired`."""

    mentors: tuple[int, ...]
    paired: tuple[int, ...]
    unpaired: tuple[int, ...]

    @property
    def mentees(self) -> tuple[int, ...]:
        """All its rows."""
        return self.paired + self.unpaired


def parts_of(board: Board, sight: Sight) -> tuple[Part, ...]:
    """Divide who is in sight; no parts when there are no mentees or no mentors.

    Each mentee stands in one part: with the first of his mentors, without a pair with the best who is allowed, and
    when none is, with the last. A part is one sheet; at most 60 are given.
    """
    if not sight.mentees or not sight.mentors:
        return ()
    first: dict[int, int] = {}
    for tie in sight.ties:
        first.setdefault(tie.row, tie.column)
    by_mentor = sorted(first, key=lambda row: (first[row], row))
    unpaired = tuple(row for row in sight.mentees if row not in first)
    if len(sight.mentors) <= 2 * SHEET_COLUMNS and len(sight.mentees) <= _MOST_ROWS:
        return (Part(sight.mentors, tuple(by_mentor), unpaired),)
    homes = first | _best(board, unpaired, sight.mentors)
    return tuple(_divided(sight.mentors, by_mentor, unpaired, homes))[:_MOST_PARTS]


def _best(board: Board, rows: Sequence[int], columns: Sequence[int]) -> dict[int, int]:
    """Return for each row the allowed column with the most points, the first of equals, the last one for none."""
    found: dict[int, int] = {}
    for first in range(0, len(rows), _BLOCK):
        block = rows[first : first + _BLOCK]
        cut = np.ix_(block, columns)
        points = np.where(board.bans.clear[cut], board.scores.tenths[cut], -1)
        best = np.where(points.max(axis=1) < 0, len(columns) - 1, points.argmax(axis=1))
        found |= {row: columns[at] for row, at in zip(block, best.tolist(), strict=True)}
    return found


def _divided(
    columns: Sequence[int], paired: Sequence[int], unpaired: Sequence[int], homes: Mapping[int, int]
) -> Iterator[Part]:
    here: dict[int, list[int]] = {column: [] for column in columns}
    for row in (*paired, *unpaired):
        here[homes[row]].append(row)
    without = frozenset(unpaired)
    for mentors in _sheets(columns, {column: len(rows) for column, rows in here.items()}):
        found = [row for column in mentors for row in here[column]]
        rows = [*(row for row in found if row not in without), *sorted(without.intersection(found))]
        for first in range(0, max(len(rows), 1), SHEET_ROWS):
            sheet = rows[first : first + SHEET_ROWS]
            alone = tuple(row for row in sheet if row in without)
            yield Part(mentors, tuple(sheet[: len(sheet) - len(alone)]), alone)


def _sheets(columns: Sequence[int], heights: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """Fill one sheet after another with columns in their order."""
    sheet: list[int] = []
    height = 0
    for column in columns:
        if sheet and (len(sheet) == SHEET_COLUMNS or height + heights[column] > SHEET_ROWS):
            yield tuple(sheet)
            sheet, height = [], 0
        sheet.append(column)
        height += heights[column]
    yield tuple(sheet)
