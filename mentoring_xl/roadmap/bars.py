"""Bars along the time axis of the plan's calendar: which cells a deadline fills, and with which sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.page import Look, Piece

from .marks import DOTS, SHADE, TODAY, Mark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.deadlines import Deadline

    from .axis import Axis

    Stretch = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Chart:
    """The cells to the right of the labels. left: how many columns the labels take. now: the slot of today, if any."""

    axis: Axis
    left: int
    now: int | None

    def bars(self, stretches: Iterable[Stretch], mark: Mark, ground: str = "") -> Iterator[Piece]:
        """Draw stretches of days, both ends included, and the empty cells between them, on a ground of its own or none.

        The way up to «до 20 апреля», which names no beginning, is dotted; what goes beyond the axis ends in an arrow.
        """
        cells: dict[int, Piece] = {}
        for start, end in stretches:
            reach = self.axis.reach(start or self.axis.start, end or self.axis.end)
            for slot in reach:
                is_lead = start is None and slot != reach[-1]
                cells[slot] = self._dotted(mark, slot) if is_lead else self.cell(mark, slot)
            for slot, arrow in self._beyond(start, end):
                cells[slot] = self.cell(mark, slot, arrow)
        for slot in range(len(self.axis.slots)):
            yield cells.get(slot) or self._empty(slot, ground)

    def cell(self, mark: Mark, slot: int, sign: str = "") -> Piece:
        """Return one cell of a bar."""
        return Piece(sign or mark.sign, self.left + slot, 1, self._look(slot), mark.fill, mark.ink)

    def words(self, text: str, mark: Mark) -> Piece:
        """Return a text over the whole axis, for what has no dates."""
        return Piece(text, self.left, len(self.axis.slots), Look.LABEL, mark.fill, mark.ink)

    def _dotted(self, mark: Mark, slot: int) -> Piece:
        return Piece("·", self.left + slot, 1, self._look(slot), mark.tint, DOTS)

    def _empty(self, slot: int, ground: str) -> Piece:
        """Every other month is shaded, so that a bar far from the head can be dated."""
        shade = SHADE if self.axis.slots[slot].shaded else ""
        return Piece("", self.left + slot, 1, self._look(slot), TODAY if slot == self.now else ground or shade)

    def _look(self, slot: int) -> Look:
        return Look.TODAY if slot == self.now else Look.MARK

    def _beyond(self, start: dt.date | None, end: dt.date | None) -> Iterator[tuple[int, str]]:
        if start and start < self.axis.start:
            yield 0, "←"
        if end is None or end > self.axis.end:
            yield len(self.axis.slots) - 1, "→"


def stretches_of(deadline: Deadline) -> tuple[Stretch, ...]:
    """Return the dated parts of a deadline: those of a list, or the whole of it; none when it has no date."""
    parts = deadline.members or ((deadline.start, deadline.end),)
    return tuple(part for part in parts if any(part))
