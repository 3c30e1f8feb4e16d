"""A workbook that lives only in memory: the plainest carrying out of edits, which the other books must equal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.edit import Amend, Append, Print, Put, Rewrite
from mentoring_xl.core.grid import Grid
from mentoring_xl.core.table import PERSON

from .snapshots import MemoryShelf
from .trace import Restored, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.page import Page
    from mentoring_xl.core.table import Row

    _State = tuple[dict[type[Row], tuple[Row, ...]], dict[str, Page]]


class MemoryBook:
    """Tables as lists of rows in their declared places.

    rows: by table; a table that is not given is empty. pages: printed sheets by title. saves: how often save() ran.
    """

    name = "В памяти"

    def __init__(self, rows: Mapping[type[Row], Iterable[Row]] | None = None) -> None:
        self.rows: dict[type[Row], list[Row]] = {table: list(found) for table, found in (rows or {}).items()}
        self.pages: dict[str, Page] = {}
        self.saves = 0
        self.shelf = MemoryShelf()
        self._saved = self._state()
        self._states: list[tuple[Trace, _State]] = []

    def grid(self, table: type[Row]) -> Grid:
        """Return the rows as raw cells below the declared head."""
        columns = {name: letters(number) for number, name in enumerate(table.spec.fields)}
        values = tuple(tuple(row.values().values()) for row in self.rows.get(table, ()))
        return Grid(table.spec.sheet, columns, table.spec.head + 1, values)

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return nothing: a book in memory has no rows above its tables."""
        return ()

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits; count the cells that changed by sheet."""
        changed: Counter[str] = Counter()
        for edit in edits:
            match edit:
                case Put(row, values) | Amend(row, values):
                    rows, place = self.rows[type(row)], _index(row)
                    changed += self._replace(type(row), [*rows[:place], rows[place].but(**values), *rows[place + 1 :]])
                case Append(table, more):
                    changed += self._replace(table, [*self.rows.get(table, []), *more])
                case Rewrite(table, rows):
                    changed += self._replace(table, [self._laid(row) for row in rows])
                case Print(sheet, page):
                    old, new = _texts(self.pages.get(sheet)), _texts(page)
                    changed[sheet] += sum(old.get(place) != new.get(place) for place in old.keys() | new.keys())
                    self.pages[sheet] = page
        return {sheet: count for sheet, count in changed.items() if count}

    def trace(self) -> Trace:
        """Remember the state before the next save; the trace that is returned stands for it."""
        trace = Trace()
        self._states.append((trace, self._saved))
        return trace

    def save(self) -> None:
        """Count the save."""
        self.saves += 1
        self._saved = self._state()

    def restore(self, trace: Trace) -> Restored:
        """Lay the state before a traced save."""
        rows, pages = next(state for known, state in self._states if known is trace)
        changed: Counter[str] = Counter()
        for table in self.rows:
            changed += self._replace(table, list(rows.get(table, ())))
        changed += Counter(sheet for sheet, page in self.pages.items() if page != pages.get(sheet))
        self.pages = dict(pages)
        return Restored({sheet: count for sheet, count in changed.items() if count})

    def _state(self) -> _State:
        return {table: tuple(rows) for table, rows in self.rows.items()}, dict(self.pages)

    def _laid(self, row: Row) -> Row:
        """A row with a place brings the cells that a person filled as they stand, readable or not."""
        if row.at is None:
            return row
        standing = self.rows[type(row)][_index(row)].values()
        theirs = (column.field for column in row.spec.columns if column.filled_by is PERSON)
        return row.but(**{name: standing[name] for name in theirs})

    def _replace(self, table: type[Row], rows: list[Row]) -> Counter[str]:
        old, blank = self.rows.get(table, []), table()
        pairs = [
            (old[n] if n < len(old) else blank, rows[n] if n < len(rows) else blank)
            for n in range(max(len(old), len(rows)))
        ]
        self.rows[table] = rows
        count = sum(
            a is not b and a != b
            for one, two in pairs
            for a, b in zip(one.values().values(), two.values().values(), strict=True)
        )
        return Counter({table.spec.sheet: count})


def _index(row: Row) -> int:
    return row.cell(row.spec.fields[0]).row - row.spec.head - 1


def _texts(page: Page | None) -> dict[tuple[int, int], str]:
    lines = page.lines if page else ()
    return {(row, piece.column): piece.text for row, line in enumerate(lines) for piece in line.pieces if piece.text}
