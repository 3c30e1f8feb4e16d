"""What a plan's table is read to: its part of the file, and a measure as the table has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .heads import Head
    from .source import Grid, Slot

    Cells = tuple[Slot, ...]


@dataclass(frozen=True)
class Table:
    """A part of the plan. section: what stands above it, "" when nothing does. head_rows: where its head was read."""

    grid: Grid
    head: Head
    first: int
    section: str = ""
    head_rows: tuple[Cells, ...] = ()


@dataclass(frozen=True)
class Line:
    """One measure as the table has it. sections: outermost first. stage: "" when there is none or it goes on."""

    sections: tuple[str, ...]
    number: str = ""
    stage: str = ""
    tasks: tuple[str, ...] = ()
    deadline: str = ""
    responsible: str = ""
    result: str = ""
    done: bool = False
    notes: tuple[str, ...] = ()
