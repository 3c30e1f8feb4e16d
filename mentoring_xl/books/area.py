"""The cells of one table in memory: what stands there, what edits make of them, and what differs in the end."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import Grid, as_date, as_flag, as_number, as_text
from mentoring_xl.core.table import PERSON, Column, Kind

from .sheets import Box
from .text_cells import fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.table import Row, TableSpec

    from .locate import Spot
    from .sheets import Note


@dataclass(frozen=True)
class Kept:
    """A cell as the book has it, taken from this row of the sheet (its own row unless it moved)."""

    row: int


@dataclass(frozen=True)
class Formula:
    """A formula as it is typed, with its «=»."""

    text: str


@dataclass(frozen=True)
class New:
    """A value that the program puts in: str, int, float, bool, date, None for blank, or a Formula that stood there."""

    value: object


@dataclass(frozen=True)
class Change:
    """One cell that will differ; one-based row and column."""

    row: int
    column: int
    cell: Kept | New


class Area:
    """One table of a book. Edits are carried out here; the book then writes only `changes`."""

    def __init__(
        self, spec: TableSpec, spot: Spot, values: Sequence[Sequence[object]], formulas: Mapping[str, str] | None = None
    ) -> None:
        """values: the rows under the heads, `spot.left` to `spot.right`, as far down as they belong to the table.

        formulas: address → text; a formula in a foreign column stays in its row whatever an edit empties.
        """
        self.spec, self.spot = spec, spot
        self.first = spot.head + 1
        self._before = values
        self.read_to = self.first + len(values) - 1
        """The last row of the table as it stands in the book."""
        self._formulas = formulas or {}
        self._kinds = {at: spec.column(field).kind for field, at in spot.columns.items()}
        self._width = spot.right - spot.left + 1
        self._rows = [self._kept(self.first + index) for index in range(len(values))]
        self._origins: list[int | None] = [self.first + index for index in range(len(values))]
        self.appended: set[int] = set()
        """Rows of the sheet that were laid into blank ones or below the last."""
        self.bare: frozenset[int] = frozenset()
        """Rows that an undo leaves without formats, as they were."""
        self.like: Mapping[int, int] = {}
        """Rows that an undo gives up → the row below the table whose formats they take."""
        self.notes: Mapping[tuple[int, int], Note] = {}
        """Notes that an undo gives back, by row and column of the sheet."""
        self.heights: Mapping[int, float | None] = {}
        self.formats: Mapping[tuple[int, int], str] = {}
        self._restored_end: int | None = None
        self._changes: tuple[Change, ...] | None = None

    @property
    def last(self) -> int:
        """The last row that the table needs after the edits."""
        return self.first + len(self._rows) - 1

    @property
    def is_restored(self) -> bool:
        """Whether `restore` has laid the rows."""
        return self._restored_end is not None

    @property
    def old_end(self) -> int:
        """The last row of the Excel table, or of what was read where there is none."""
        return self.spot.last or self.read_to

    @property
    def end(self) -> int:
        """The last row that the Excel table has after the edits: it only grows, unless an undo sets it back."""
        return max(self.old_end, self.last) if self._restored_end is None else self._restored_end

    @property
    def box(self) -> Box:
        """The rows under the heads as they stand in the book."""
        return Box(self.first, self.spot.left, max(self.read_to, self.first), self.spot.right)

    def kind(self, column: int) -> Kind | None:
        """Return what a column of the sheet holds, None for a column that is not ours."""
        return self._kinds.get(column)

    def grid(self) -> Grid:
        """Return the declared columns as they stand after the edits."""
        columns = self.spot.columns
        values = tuple(
            tuple(self._value(cells[column - self.spot.left], column) for column in columns.values())
            if (standing := self.untouched(cells)) is None
            else tuple(standing[column - self.spot.left] for column in columns.values())
            for cells in self._rows
        )
        return Grid(self.spot.sheet, {name: letters(at - 1) for name, at in columns.items()}, self.first, values)

    def put(self, row: Row, values: Mapping[str, object]) -> None:
        """Set program-filled fields of a row that was read here; a person's field is a ValueError."""
        for name in values:
            if self.spec.column(name).filled_by is PERSON:
                raise ValueError(f"{self.spec.name}.{name} is filled by a person")
        self.amend(row, values)

    def amend(self, row: Row, values: Mapping[str, object]) -> None:
        """Set any fields of a row that was read here."""
        self._changes = None
        cells = self._rows[self._index(self._origin(row))]
        for name, value in values.items():
            self._set(cells, self.spec.column(name), value)

    def append(self, rows: Iterable[Row]) -> None:
        """Lay rows below the last one that is not blank."""
        self._changes = None
        at = max((index for index, cells in enumerate(self._rows) if not self._is_blank(cells)), default=-1) + 1
        for index, row in enumerate(rows, at):
            if index == len(self._rows):
                self._rows.append(self._blank())
                self._origins.append(None)
            self.appended.add(self.first + index)
            for column in self.spec.columns:
                self._set(self._rows[index], column, getattr(row, column.field))

    def rewrite(self, rows: Iterable[Row]) -> None:
        """Lay the table anew: a row read here brings all its cells, a new row starts blank, the rest is emptied."""
        self._changes = None
        laid: list[list[Kept | New]] = []
        origins: list[int | None] = []
        for row in rows:
            origin = self._origin(row) if row.at else None
            cells = list(self._standing(origin)) if origin else self._blank()
            origins.append(origin)
            for column in self.spec.columns:
                if not (origin and column.filled_by is PERSON):
                    self._set(cells, column, getattr(row, column.field))
            laid.append(cells)
        for cells, origin in zip(self._rows[len(laid) :], self._origins[len(laid) :], strict=True):
            blank = self._is_blank(cells)
            laid.append(cells if blank else self._blank())
            origins.append(origin if blank else None)
        self._rows, self._origins = laid, origins

    def layout(self) -> Iterator[tuple[int | None, Sequence[Kept | New]]]:
        """Yield each row from the first: the row of the sheet that it came from, and its cells."""
        yield from zip(self._origins, self._rows, strict=True)

    def restore(
        self,
        rows: Sequence[tuple[int | None, Sequence[Kept | New]]],
        end: int,
        formats: Mapping[tuple[int, int], str],
        heights: Mapping[int, float | None],
    ) -> None:
        """Lay rows as `layout` gives them, in place of all; an emptied cell loses its formula too.

        end: the last row of the Excel table, also where that is further up than now. formats: number formats by row
        and column for those of the cells that change. heights: row → its points, None where nobody said.
        """
        self._changes = None
        self._origins, self._rows = [origin for origin, _ in rows], [list(cells) for _, cells in rows]
        self._restored_end, self.heights = end, heights
        written = {(change.row, change.column) for change in self.changes() if isinstance(change.cell, New)}
        self.formats = {place: code for place, code in formats.items() if place in written}

    def changes(self) -> Sequence[Change]:
        """Return the cells that differ from the book, and those that moved with their row, from the top left."""
        if self._changes is None:
            self._changes = tuple(self._found_changes())
        return self._changes

    def _found_changes(self) -> Iterator[Change]:
        for number, cells in enumerate(self._rows, self.first):
            if self._origins[number - self.first] == number and self.untouched(cells) is not None:
                continue
            for column, cell in enumerate(cells, self.spot.left):
                if isinstance(cell, Kept):
                    if cell.row != number:
                        yield Change(number, column, cell)
                elif self._differs(number, column, cell.value):
                    yield Change(number, column, cell)

    def count(self) -> int:
        """Return how many cells show another value than in the book."""
        return sum(
            not isinstance(change.cell, Kept)
            or self._differs(change.row, change.column, self._value(change.cell, change.column))
            for change in self.changes()
        )

    def moved(self) -> dict[int, int | None]:
        """Return row → the row it came from, or None for a new or emptied one; rows in their place are left out."""
        return {row: origin for row, origin in enumerate(self._origins, self.first) if origin != row}

    def untouched(self, cells: Sequence[Kept | New]) -> Sequence[object] | None:
        """Return what a row that came whole from one of the book showed before the edits, None for any other."""
        first = cells[0]
        if isinstance(first, Kept) and cells.count(first) == len(cells) and first.row <= self.read_to:
            return self._before[first.row - self.first]
        return None

    def values(self, cells: Sequence[Kept | New]) -> Sequence[object]:
        """Return what a row says after the edits where no cell of it holds a formula."""
        standing = self.untouched(cells)
        return standing or [
            cell.value if isinstance(cell, New) else self.shown(cell.row, column)
            for column, cell in enumerate(cells, self.spot.left)
        ]

    @property
    def has_formulas(self) -> bool:
        """Whether any cell of the table, or of its sheet, held a formula before the edits."""
        return bool(self._formulas)

    def shown(self, row: int, column: int) -> object:
        """Return what a cell of the sheet showed before the edits."""
        index = row - self.first
        return self._before[index][column - self.spot.left] if index < len(self._before) else None

    def has_formula(self, row: int, column: int) -> bool:
        """Tell whether a cell of the sheet held a formula before the edits."""
        return self.formula(row, column) is not None

    def formula(self, row: int, column: int) -> Formula | None:
        """Return the formula that a cell of the sheet held before the edits."""
        text = self._formulas.get(f"{letters(column - 1)}{row}") if self._formulas else None
        return None if text is None else Formula(text)

    def is_continued(self, row: int, column: int) -> bool:
        """Tell whether a new row below the last goes on with the formula of a foreign column, as Excel does."""
        below = row > self.read_to and not self.is_restored
        return below and column not in self._kinds and self.has_formula(min(self.read_to, self.old_end), column)

    def _origin(self, row: Row) -> int:
        if row.at is None or row.at.sheet != self.spot.sheet or not self.first <= row.at.row <= self.read_to:
            raise ValueError(f"the row was not read from {self.spot.sheet}")
        return row.at.row

    def _standing(self, origin: int) -> list[Kept | New]:
        return self._rows[self._index(origin)] if self._has(origin) else self._kept(origin)

    def _has(self, origin: int) -> bool:
        index = origin - self.first
        return (index < len(self._origins) and self._origins[index] == origin) or origin in self._origins

    def _index(self, origin: int) -> int:
        """Find a row by its old place; most rows still stand there, so look there first."""
        index = origin - self.first
        in_place = index < len(self._origins) and self._origins[index] == origin
        return index if in_place else self._origins.index(origin)

    def _set(self, cells: list[Kept | New], column: Column, value: object) -> None:
        at = self.spot.columns.get(column.field)
        if at is None:
            if value is False or value in (None, ""):
                return
            raise BookError(
                f"На листе «{self.spot.sheet}» нет столбца «{column.title}»: "
                f"впишите этот заголовок в строку {self.spot.head} и повторите."
            )
        index = at - self.spot.left
        if not same(column.kind, self._value(cells[index], at), value):
            cells[index] = New(_stored(column.kind, value))

    def _differs(self, row: int, column: int, value: object) -> bool:
        raw = self.shown(row, column)
        if isinstance(value, Formula) or (self.is_restored and self.has_formula(row, column)):
            return value != self.formula(row, column)
        if value is None and column not in self._kinds and self.has_formula(row, column):
            return False
        if raw in (None, "") or value in (None, "") or column not in self._kinds:
            return not (raw == value or (raw in (None, "") and value in (None, "")))
        return not same(self._kinds[column], raw, value)

    def _value(self, cell: Kept | New, column: int) -> object:
        return self.shown(cell.row, column) if isinstance(cell, Kept) else cell.value

    def _is_blank(self, cells: Sequence[Kept | New]) -> bool:
        return all(self._value(cells[at - self.spot.left], at) in (None, "") for at in self.spot.columns.values())

    def _kept(self, number: int) -> list[Kept | New]:
        return [Kept(number)] * self._width

    def _blank(self) -> list[Kept | New]:
        return [New(None)] * self._width


def same(kind: Kind, raw: object, value: object) -> bool:
    """Tell whether a cell that shows `raw` already says `value`, itself a typed value or what another cell shows."""
    if kind is Kind.FLAG:
        raw, value = raw or False, value or False
    if raw in (None, "") or value in (None, ""):
        return raw in (None, "") and value in (None, "")
    if kind in (Kind.TEXT, Kind.LINK):
        return as_text(raw) == fitted(as_text(value))
    read = _READERS.get(kind, as_number)
    one, two = read(raw), read(value)
    if one is None or two is None:
        return raw == value
    if isinstance(one, float) and isinstance(two, float):
        return math.isclose(one, two, rel_tol=1e-12)
    return one == two


_READERS: dict[Kind, Callable[[object], object]] = {Kind.FLAG: as_flag, Kind.DATE: as_date}


def _stored(kind: Kind, value: object) -> object:
    if value in (None, ""):
        return None
    if kind is Kind.FLAG:
        return "да" if value else None
    return fitted(value) if isinstance(value, str) else value
