"""One table in memory with the edits of a press laid over what stands in the book."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import Grid
from mentoring_xl.core.table import PERSON

from .cells import Kept, New, same, stored
from .difference import changes, says_else
from .standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.table import Column, Row, TableSpec

    from .difference import Change
    from .locate import Spot
    from .sheets import Note


@dataclass(frozen=True)
class Undone:
    """What an undo gives back besides the cells; places are rows and columns of the sheet.

    end: the last row of the Excel table, also where that is further up than now; None where nothing is undone.
    formats: number formats. heights: row → its points, None where nobody said. notes: on rows that were gone.
    bare: rows left without formats, as they were. like: row given up → the row below the table whose formats it takes.
    """

    end: int | None = None
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    heights: Mapping[int, float | None] = field(default_factory=dict)
    notes: Mapping[tuple[int, int], Note] = field(default_factory=dict)
    bare: frozenset[int] = frozenset()
    like: Mapping[int, int] = field(default_factory=dict)


class Area(Standing):
    """One table of a book. Edits are carried out here; the book then writes only `changes`."""

    def __init__(
        self, spec: TableSpec, spot: Spot, values: Sequence[Sequence[object]], formulas: Mapping[str, str] | None = None
    ) -> None:
        """See `Standing`."""
        super().__init__(spec, spot, values, formulas)
        self._origins: list[int | None] = [self.first + index for index in range(len(values))]
        self._rows = [self.kept(self.first + index) for index in range(len(values))]
        self._changes: tuple[Change, ...] | None = None
        self.appended: set[int] = set()
        """Rows of the sheet that were laid into blank ones or below the last."""
        self.undone = Undone()
        self.apart: tuple[int, ...] = ()
        """Rows of the sheet that are filled in as the table's are and stand below it, after a blank one."""

    @property
    def last(self) -> int:
        """The last row that the table needs after the edits."""
        return self.first + len(self._rows) - 1

    @property
    def is_restored(self) -> bool:
        """Whether `restore` has laid the rows."""
        return self.undone.end is not None

    @property
    def end(self) -> int:
        """The last row that the Excel table has after the edits: it only grows, unless an undo sets it back."""
        return max(self.old_end, self.last) if self.undone.end is None else self.undone.end

    def grid(self) -> Grid:
        """Return the declared columns as they stand after the edits."""
        columns = self.spot.columns
        values = tuple(
            tuple(self.said(cells[column - self.spot.left], column) for column in columns.values())
            if (standing := self.untouched(cells)) is None
            else tuple(standing[column - self.spot.left] for column in columns.values())
            for cells in self._rows
        )
        return Grid(
            self.spot.sheet, {name: letters(at - 1) for name, at in columns.items()}, self.first, values, self.apart
        )

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
        at = max((index for index, cells in enumerate(self._rows) if not self.is_blank(cells)), default=-1) + 1
        for index, row in enumerate(rows, at):
            if index == len(self._rows):
                self._rows.append(self.blank())
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
            cells = list(self._standing(origin)) if origin else self.blank()
            origins.append(origin)
            for column in self.spec.columns:
                if not (origin and column.filled_by is PERSON):
                    self._set(cells, column, getattr(row, column.field))
            laid.append(cells)
        for cells, origin in zip(self._rows[len(laid) :], self._origins[len(laid) :], strict=True):
            blank = self.is_blank(cells)
            laid.append(cells if blank else self.blank())
            origins.append(origin if blank else None)
        self._rows, self._origins = laid, origins

    def restore(self, rows: Sequence[tuple[int | None, Sequence[Kept | New]]], undone: Undone) -> None:
        """Lay rows as `layout` gives them, in place of all; an emptied cell loses its formula too.

        Of the number formats, those of the cells that change are given back.
        """
        self._changes = None
        self._origins, self._rows = [origin for origin, _ in rows], [list(cells) for _, cells in rows]
        self.undone = undone
        written = {(change.row, change.column) for change in self.changes() if isinstance(change.cell, New)}
        formats = {place: code for place, code in undone.formats.items() if place in written}
        self.undone = replace(undone, formats=formats)

    def layout(self) -> Iterator[tuple[int | None, Sequence[Kept | New]]]:
        """Yield each row from the first: the row of the sheet that it came from, and its cells."""
        yield from zip(self._origins, self._rows, strict=True)

    def moved(self) -> dict[int, int | None]:
        """Return row → the row it came from, or None for a new or emptied one; rows in their place are left out."""
        return {row: origin for row, origin in enumerate(self._origins, self.first) if origin != row}

    def changes(self) -> Sequence[Change]:
        """Return the cells that differ from the book, and those that moved with their row, from the top left."""
        if self._changes is None:
            self._changes = tuple(changes(self, self.layout(), exact=self.is_restored))
        return self._changes

    def count(self) -> int:
        """Return how many cells show another value than in the book."""
        return sum(
            isinstance(change.cell, New)
            or says_else(
                self, change.row, change.column, self.shown(change.cell.row, change.column), exact=self.is_restored
            )
            for change in self.changes()
        )

    def is_continued(self, row: int, column: int) -> bool:
        """Tell whether a new row below the last goes on with the formula of a foreign column, as Excel does."""
        below = row > self.read_to and not self.is_restored
        return below and self.kind(column) is None and self.has_formula(min(self.read_to, self.old_end), column)

    def _origin(self, row: Row) -> int:
        if row.at is None or row.at.sheet != self.spot.sheet or not self.first <= row.at.row <= self.read_to:
            raise ValueError(f"the row was not read from {self.spot.sheet}")
        return row.at.row

    def _standing(self, origin: int) -> list[Kept | New]:
        return self._rows[self._index(origin)] if self._has(origin) else self.kept(origin)

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
        if not same(column.kind, self.said(cells[index], at), value):
            cells[index] = New(stored(column.kind, value))
