"""What every reader gives: the paragraphs and tables of a document in their order, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Joint(Enum):
    """Whether a place in the grid has a cell of its own or belongs to a merged one."""

    OWN = "own"
    LEFT = "part of the cell to the left"
    ABOVE = "part of the cell above"


@dataclass(frozen=True)
class Slot:
    """One place of a grid. text: paragraphs parted by line breaks; "" to the right of a merged cell, repeated below."""

    text: str = ""
    joint: Joint = Joint.OWN

    @property
    def own(self) -> bool:
        """Whether something is written here, not only carried over from a merged cell."""
        return self.joint is Joint.OWN and bool(self.text)


@dataclass(frozen=True)
class Grid:
    """A table. name: of its sheet, "" elsewhere. breaks: rows that follow a page break, so may go on with the last."""

    rows: tuple[tuple[Slot, ...], ...]
    name: str = ""
    breaks: frozenset[int] = field(default=frozenset())


Part = str | Grid
"""A paragraph or a table."""
