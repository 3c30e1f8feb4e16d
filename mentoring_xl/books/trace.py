"""What one save changes, kept so that it can be taken back: the tables and printed sheets before and after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.table import Kind

from .cells import Formula, Kept, alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .area import Area
    from .cells import New
    from .sheets import Note

ANY_FORMULA = Formula("")
"""What the image of a cell says that holds a formula: its result changes by itself."""
_LINK = "=HYPERLINK("
Values = tuple[object, ...]


@dataclass(frozen=True)
class TableTrace:
    """One table; rows and columns are counted from 0 at its first row and its leftmost column.

    name: of the Excel table. sheet: its title. head: the one-based row of the titles. titles, kinds: of the columns
    (None for a foreign one). ends: the one-based last row of the table before and after. rows: how many there were
    before. origins: for each row after, where it was before, None for a new or emptied one. shown: the cells after.
    made: rows that the save laid whole. earlier: cell after → what it was before, in its old row. gone: rows before
    that have no place after. formats: cell after → the number format that it had. heights: row before → its points,
    None where nobody said. bottom: the one-based last row of the sheet with anything in it before, formats included.
    notes: cell before → the note on it, of the rows that have no place after.
    A formula before is a Formula; in `shown` it is ANY_FORMULA.
    """

    name: str
    sheet: str
    head: int
    titles: tuple[str, ...]
    kinds: tuple[Kind | None, ...]
    ends: tuple[int, int]
    rows: int
    origins: tuple[int | None, ...]
    shown: tuple[Values, ...]
    made: frozenset[int]
    earlier: Mapping[tuple[int, int], object]
    gone: Mapping[int, Values]
    formats: Mapping[tuple[int, int], str]
    heights: Mapping[int, float | None]
    bottom: int
    notes: Mapping[tuple[int, int], Note]

    def before(self) -> list[list[object]]:
        """Return what the rows showed before the save, formulas as in `shown`."""
        blank = [None] * len(self.titles)
        image: list[list[object]] = [list(map(image_of, self.gone.get(row, blank))) for row in range(self.rows)]
        for row, origin in enumerate(self.origins):
            if origin is not None:
                image[origin] = [
                    image_of(self.earlier[row, at]) if (row, at) in self.earlier else value
                    for at, value in enumerate(self.shown[row])
                ]
        return image

    def written(self) -> Iterator[tuple[int, int, object, object]]:
        """Yield row, column, before and after of each place that the save made show something else."""
        earlier, blank = self.before(), (None,) * len(self.titles)
        for row in range(max(len(earlier), len(self.shown))):
            before = earlier[row] if row < len(earlier) else blank
            after = self.shown[row] if row < len(self.shown) else blank
            for at, (one, two) in enumerate(zip(before, after, strict=True)):
                if not alike(self.kinds[at], one, two):
                    yield row, at, one, two


@dataclass(frozen=True)
class PageTrace:
    """One printed sheet. before, after: its texts by one-based row and column. earlier: the sheet as it was, as an
    .xlsx of its own; None when it was not there.
    """

    sheet: str
    before: Mapping[tuple[int, int], str]
    after: Mapping[tuple[int, int], str]
    earlier: bytes | None

    def count(self) -> int:
        """Return how many cells the save made say something else."""
        return differing(self.before, self.after)


@dataclass(frozen=True)
class Files:
    """A save of a closed book: the SHA-256 of the old and of the new file, and the name of the kept old one."""

    earlier: str
    saved: str
    backup: str


@dataclass(frozen=True)
class Trace:
    """Everything that one save changes; files is None when the book stands open in a spreadsheet."""

    tables: tuple[TableTrace, ...] = ()
    pages: tuple[PageTrace, ...] = ()
    files: Files | None = None

    def counts(self) -> dict[str, int]:
        """Return how many cells the save changed on each sheet."""
        tables = {table.sheet: sum(1 for _ in table.written()) for table in self.tables}
        return tables | {page.sheet: page.count() for page in self.pages}


@dataclass(frozen=True)
class Restored:
    """What taking back a save does. changes: cells by sheet. left: cells that a person changed later and that stay.

    stale: the book shows no trace of the save, so there is nothing to take back.
    """

    changes: Mapping[str, int]
    left: int = 0
    stale: bool = False


def differing(one: Mapping[tuple[int, int], str], two: Mapping[tuple[int, int], str]) -> int:
    """Return in how many cells two printed sheets say something else."""
    return sum(one.get(place) != two.get(place) for place in one.keys() | two.keys())


def image_of(value: object) -> object:
    """Return what an image says of a cell that held this."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, Formula):
        return ANY_FORMULA
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return value


def traced(
    area: Area,
    formats: Mapping[tuple[int, int], str],
    heights: Mapping[int, float | None],
    bottom: int,
    notes: Mapping[tuple[int, int], Note],
) -> TableTrace:
    """Return the trace of a table whose edits are about to be written.

    formats, heights, notes: by one-based row and column. bottom: see TableTrace.
    """
    first, left = area.first, area.spot.left
    columns = range(left, area.spot.right + 1)
    layout = list(area.layout())
    origins = tuple(None if origin is None else origin - first for origin, _ in layout)
    rows = area.read_to - first + 1
    gone = set(range(rows)) - {origin for origin in origins if origin is not None}
    return TableTrace(
        name=area.spec.name,
        sheet=area.spot.sheet,
        head=area.spot.head,
        titles=area.spot.titles,
        kinds=tuple(area.kind(column) for column in columns),
        ends=(area.old_end, area.end),
        rows=rows,
        origins=origins,
        shown=tuple(_shown(area, row, cells) for row, (_, cells) in enumerate(layout, first)),
        made=frozenset(row - first for row in area.appended)
        | {row for row, (origin, cells) in enumerate(layout) if origin is None and any(map(_is_filled, cells))},
        earlier={
            (row, at): _before(area, origin, left + at)
            for row, (origin, cells) in enumerate(layout)
            for at, cell in enumerate(cells)
            if origin is not None and not isinstance(cell, Kept)
        },
        gone={row: tuple(_before(area, first + row, column) for column in columns) for row in sorted(gone)},
        formats={(row - first, column - left): code for (row, column), code in formats.items()},
        heights={row - first: points for row, points in heights.items()},
        bottom=bottom,
        notes={(row - first, column - left): note for (row, column), note in notes.items() if row - first in gone},
    )


def image_at(area: Area, row: int, column: int) -> object:
    """Return what an image says of a cell of the sheet; a link says its text, also where a suite makes it a formula."""
    is_formula = area.kind(column) is not Kind.LINK and area.has_formula(row, column)
    return ANY_FORMULA if is_formula else image_of(area.shown(row, column))


def _before(area: Area, row: int, column: int) -> object:
    formula = area.formula(row, column)
    is_link = formula and area.kind(column) is Kind.LINK and formula.text.upper().startswith(_LINK)
    return formula if formula and not is_link else area.shown(row, column)


def _shown(area: Area, row: int, cells: Sequence[Kept | New]) -> Values:
    if not area.has_formulas:
        return tuple(map(image_of, area.values(cells)))
    return tuple(_after(area, row, column, cell) for column, cell in enumerate(cells, area.spot.left))


def _after(area: Area, row: int, column: int, cell: Kept | New) -> object:
    if isinstance(cell, Kept):
        return image_at(area, cell.row, column)
    foreign = area.kind(column) is None
    if foreign and cell.value is None and (area.has_formula(row, column) or area.is_continued(row, column)):
        return ANY_FORMULA
    return image_of(cell.value)


def _is_filled(cell: Kept | New) -> bool:
    return not isinstance(cell, Kept) and cell.value not in (None, "")
