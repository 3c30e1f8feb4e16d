"""What is left to do to a worksheet after its cells were written: the cell writer notes it, others carry it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .sheets import Note


@dataclass
class Dress:
    """What to see to on one sheet; one-based rows and columns.

    left, right: the columns of the table. moved: row → the row it came from, None for a new or emptied one.
    written: cells that differ. new: rows that were blank before. like: row → the row whose formats it takes.
    taken: cells that come whole from that row. continued: those of them whose formula goes on without its last result.
    links: cell → where it leads and what it says, None for nowhere. quoted: cells whose text looks like a formula.
    dated, numbered: cells with a date, a number. heights: row → points that its written texts need.
    grown: (old last row, new last row) of the table, or None; it shrinks where an undo takes rows back.
    bare: rows that it gives up then and that had no formats. formats: cell → the number format that it gets back.
    restored_heights: row → its points, None where nobody said. plain: cells that lose the mark «this is text».
    notes: cell → the note that it gets back.
    """

    left: int
    right: int
    moved: dict[int, int | None]
    written: set[tuple[int, int]]
    new: set[int] = field(default_factory=set)
    like: dict[int, int] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)
    continued: set[tuple[int, int]] = field(default_factory=set)
    links: dict[tuple[int, int], tuple[str, str] | None] = field(default_factory=dict)
    quoted: set[tuple[int, int]] = field(default_factory=set)
    dated: set[tuple[int, int]] = field(default_factory=set)
    numbered: set[tuple[int, int]] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    grown: tuple[int, int] | None = None
    bare: frozenset[int] = frozenset()
    restored_heights: Mapping[int, float | None] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    plain: set[tuple[int, int]] = field(default_factory=set)
    notes: Mapping[tuple[int, int], Note] = field(default_factory=dict)

    def place_of(self, row: int, column: int) -> int | None:
        """Return the row in which what hung on a cell stands now; None when its row was taken out."""
        if not self.left <= column <= self.right or row not in self._touched:
            return row
        return self._targets.get(row)

    @cached_property
    def _targets(self) -> dict[int, int]:
        return {origin: row for row, origin in self.moved.items() if origin is not None}

    @cached_property
    def _touched(self) -> set[int]:
        return {*self.moved, *self._targets}
