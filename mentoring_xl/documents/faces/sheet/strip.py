"""One row of a sheet before it is known where the pages end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring_xl.core.page import Piece

BODY_LINE_PT, TABLE_LINE_PT = 18.0, 15.75
BODY_LINES, TABLE_LINES = 22, 25
"""The most of one row: Excel knows no row higher than 409 points."""


@dataclass(frozen=True)
class Strip:
    """A row to come. height: in points. close: stays on the page of the next. lines: of a paragraph that may be cut.

    is_head: the head of a table. under: the head that stands above this row of a table on every page.
    """

    pieces: tuple[Piece, ...] = ()
    height: float = BODY_LINE_PT
    close: bool = False
    lines: tuple[str, ...] = ()
    is_head: bool = False
    under: Strip | None = None

    def cut(self, count: int) -> tuple[Strip, Strip]:
        """Return a paragraph as two: its first `count` lines, and the rest, which alone stays with what follows."""
        return self._of(self.lines[:count], close=False), self._of(self.lines[count:], close=self.close)

    def _of(self, lines: tuple[str, ...], *, close: bool) -> Strip:
        piece = replace(self.pieces[0], text="".join(lines).strip(" \n"))
        return replace(self, pieces=(piece,), height=BODY_LINE_PT * len(lines), lines=lines, close=close)
