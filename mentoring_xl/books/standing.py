"""One table as the book has it, before any edit, and what rows say that are made of its cells and of new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters

from .cells import Formula, Kept, New
from .sheets import Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring_xl.core.table import Kind, TableSpec

    from .locate import Spot


class Standing:
    """A table where it stands; rows and columns are those of the sheet, one-based."""

    def __init__(
        self, spec: TableSpec, spot: Spot, values: Sequence[Sequence[object]], formulas: Mapping[str, str] | None = None
    ) -> None:
        """values: the rows under the heads, `spot.left` to `spot.right`, as far down as they belong to the table.

        formulas: address → text; a formula in a foreign column stays in its row whatever an edit empties.
        """
        self.spec, self.spot = spec, spot
        self.first = spot.head + 1
        self.read_to = self.first + len(values) - 1
        """The last row of the table."""
        self._values = values
        self._formulas = formulas or {}
        self._kinds = {at: spec.column(field).kind for field, at in spot.columns.items()}
        self._width = spot.right - spot.left + 1

    @property
    def old_end(self) -> int:
        """The last row of the Excel table, or of what was read where there is none."""
        return self.spot.last or self.read_to

    @property
    def box(self) -> Box:
        """The rows under the heads."""
        return Box(self.first, self.spot.left, max(self.read_to, self.first), self.spot.right)

    def kind(self, column: int) -> Kind | None:
        """Return what a column of the sheet holds, None for a column that is not ours."""
        return self._kinds.get(column)

    def shown(self, row: int, column: int) -> object:
        """Return what a cell shows."""
        index = row - self.first
        return self._values[index][column - self.spot.left] if index < len(self._values) else None

    @property
    def has_formulas(self) -> bool:
        """Whether any cell of the table, or of its sheet, holds a formula."""
        return bool(self._formulas)

    def has_formula(self, row: int, column: int) -> bool:
        """Tell whether a cell holds a formula."""
        return self.formula(row, column) is not None

    def formula(self, row: int, column: int) -> Formula | None:
        """Return the formula that a cell holds."""
        text = self._formulas.get(f"{letters(column - 1)}{row}") if self._formulas else None
        return None if text is None else Formula(text)

    def kept(self, row: int) -> list[Kept | New]:
        """Return a row as it stands."""
        return [Kept(row)] * self._width

    def blank(self) -> list[Kept | New]:
        """Return a row that says nothing."""
        return [New(None)] * self._width

    def said(self, cell: Kept | New, column: int) -> object:
        """Return what a cell of such a row says."""
        return self.shown(cell.row, column) if isinstance(cell, Kept) else cell.value

    def values(self, cells: Sequence[Kept | New]) -> Sequence[object]:
        """Return what a row says where no cell of it holds a formula."""
        return self.untouched(cells) or [self.said(cell, column) for column, cell in enumerate(cells, self.spot.left)]

    def untouched(self, cells: Sequence[Kept | New]) -> Sequence[object] | None:
        """Return what a row shows that came whole from one of the book, None for any other."""
        first = cells[0]
        if isinstance(first, Kept) and cells.count(first) == len(cells) and first.row <= self.read_to:
            return self._values[first.row - self.first]
        return None

    def is_blank(self, cells: Sequence[Kept | New]) -> bool:
        """Tell whether a row says nothing in the columns that are ours."""
        return all(self.said(cells[at - self.spot.left], at) in (None, "") for at in self._kinds)
