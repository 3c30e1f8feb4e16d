"""Which row stands below which by its code, and what a row takes over from the rows above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.cell import Cell
    from mentoring_xl.schema.tables import Step


@dataclass(frozen=True)
class Family:
    """The rows of the plan and the position of each row's parent, None at the top; positions are zero-based."""

    steps: tuple[Step, ...]
    parents: tuple[int | None, ...]

    def source(self, position: int, own: Sequence[bool]) -> int | None:
        """Return the nearest row, from `position` upwards, that has something of its own."""
        return next((found for found in self.upwards(position) if own[found]), None)

    def depth(self, position: int) -> int:
        """Return how many rows stand above a row."""
        return sum(1 for _ in self.upwards(position)) - 1

    def uncovered(self, own: Sequence[bool]) -> tuple[int, ...]:
        """Return the rows that have nothing of their own, nothing from above and nothing below.

        own: by position. Of a whole branch without anything only its top row is returned, in sheet order.
        """
        covered = {above for position, has in enumerate(own) if has for above in self.upwards(position)}
        covered |= {position for position in range(len(own)) if self.source(position, own) is not None}
        return tuple(
            position
            for position, parent in enumerate(self.parents)
            if position not in covered and (parent is None or parent in covered)
        )

    def whole(self, field: str) -> Cell:
        """Return the address of a column as a whole; there is at least one row."""
        return replace(self.steps[0].cell(field), row=0)

    def leaves(self) -> tuple[Step, ...]:
        """Return the rows that have no rows below them: what is actually done and ticked."""
        above = set(self.parents)
        return tuple(step for position, step in enumerate(self.steps) if position not in above)

    def closed(self) -> tuple[bool, ...]:
        """Tell of each row whether it is done: ticked itself, below a ticked row, or above nothing but done rows."""
        ticked = [step.done for step in self.steps]
        closed = [self.source(position, ticked) is not None for position in range(len(self.steps))]
        above = set(self.parents)
        open_below = {
            row
            for position, done in enumerate(closed)
            if not done and position not in above
            for row in self.upwards(position)
        }
        return tuple(position not in open_below for position in range(len(self.steps)))

    def upwards(self, position: int) -> Iterator[int]:
        """Yield a row's own position, then its parent's, and so on to the top."""
        found: int | None = position
        while found is not None:
            yield found
            found = self.parents[found]


def family(steps: Iterable[Step]) -> Family:
    """Find each row's parent: the row with the longest code that begins this row's code; of equal codes the first."""
    rows = tuple(steps)
    codes = [code_key(step.code) for step in rows]
    positions = {code: position for position, code in reversed(list(enumerate(codes))) if code}
    return Family(rows, tuple(_parent(code, positions) for code in codes))


def code_key(code: str) -> str:
    """Return a code as rows are compared by: «3,5.1.» is «3.5.1»."""
    return tidy(code).replace(" ", "").replace(",", ".").rstrip(".")


def _parent(code: str, positions: dict[str, int]) -> int | None:
    while "." in code:
        code = code.rpartition(".")[0]
        if code in positions:
            return positions[code]
    return None
