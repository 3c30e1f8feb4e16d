"""One table merged row by row and cell by cell: what is taken, what is left, what a person must choose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Append
from mentoring_xl.core.grid import is_error
from mentoring_xl.core.table import PROGRAM

from .aligning import Aligner, are_two
from .conflicts import ADDED, INFORMING, REMOVED, WAITING, text_of, title_of
from .lines import filled, lines_in_book, lines_of
from .questions import about_cell, about_row
from .values import is_blank, is_running_number, key_column, meaning, merged_columns, shown, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.table import Column, Row
    from mentoring_xl.schema.tables import Conflict

    from .lines import Line

_IS_THERE, _IS_REMOVED = "строка есть", "строка удалена"
_A_COLUMN = 3
"""A column filled in fewer rows may have been emptied cell by cell; from here on it was taken out of the copy."""
_MANY = 20
"""More rows than that are not removed one by one, nor more cells of the program typed over."""


@dataclass(frozen=True)
class Taken:
    """One cell, or one new row, that comes from the file. place: in the book, the sheet alone for a new row."""

    place: str
    row: str
    title: str
    before: str
    after: str


class TableMerge:
    """The merge of one table; `run` fills the lists. told: sentences about what was not taken."""

    def __init__(self, table: type[Row], base_grid: Grid | None, rows: Sequence[Row], grid: Grid) -> None:
        """base_grid: as sent, None when the copy does not have the table. rows: of the book. grid: of the file."""
        self.table, self.base_grid, self.rows, self.grid = table, base_grid, rows, grid
        self.edits: list[Edit] = []
        self.taken: list[Taken] = []
        self.conflicts: list[Conflict] = []
        self.told: list[str] = []

    def run(self) -> None:
        """Merge, unless the file has the table as it was sent."""
        if self.base_grid and self.grid.columns.keys() == self.base_grid.columns.keys() and (
            self.grid.values == self.base_grid.values
        ):  # fmt: skip
            return
        if self.base and not self.theirs:
            self.told.append(f"На листе «{self.grid.sheet}» файла нет ни одной строки: удаление не взято.")
            return
        for there, then in self._sent.items():
            self._merge_row(self.base[then], self._standing.get(then), self.theirs[there])
        self._tell_program_cells()
        self._removed_rows()
        self._new_rows()

    def line_of(self, number: int) -> Line | None:
        """Return the row of the file of a number on its sheet, None when there is none."""
        return next((line for line in self.theirs if line.number == number), None)

    def row_of(self, line: Line) -> Row | None:
        """Return the row of the book that a row of the file is, None when there is none."""
        there = self.theirs.index(line)
        now = self._standing.get(self._sent[there]) if there in self._sent else self._both_added.get(there)
        return None if now is None else self.ours[now].row

    @cached_property
    def base(self) -> tuple[Line, ...]:
        """The rows as they were sent."""
        return lines_of(self.base_grid)

    @cached_property
    def ours(self) -> tuple[Line, ...]:
        """The rows of the book."""
        return lines_in_book(self.rows)

    @cached_property
    def theirs(self) -> tuple[Line, ...]:
        """The rows of the file."""
        return lines_of(self.grid)

    @cached_property
    def _sent(self) -> Mapping[int, int]:
        """Row of the file → row as sent."""
        return Aligner(self.table, self.base, self.theirs).pairs()

    @cached_property
    def _standing(self) -> Mapping[int, int]:
        """Row as sent → row of the book."""
        return {then: now for now, then in Aligner(self.table, self.base, self.ours).pairs().items()}

    @property
    def added(self) -> tuple[list[Line], list[Line]]:
        """The rows of the book and those of the file that were not sent."""
        sent = set(self._standing.values())
        return (
            [line for now, line in enumerate(self.ours) if now not in sent],
            [line for there, line in enumerate(self.theirs) if there not in self._sent],
        )

    @cached_property
    def _both_added(self) -> Mapping[int, int]:
        """Row of the file → row of the book, neither of them sent."""
        sent = set(self._standing.values())
        ours = [now for now in range(len(self.ours)) if now not in sent]
        theirs = [there for there in range(len(self.theirs)) if there not in self._sent]
        pairs = Aligner(self.table, [self.ours[at] for at in ours], [self.theirs[at] for at in theirs]).pairs(
            alike=False
        )
        return {theirs[there]: ours[now] for there, now in pairs.items()}

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        """The columns to merge: those that the file has and that were not emptied whole."""
        found = []
        for column in merged_columns(self.table):
            if column.field not in self.grid.columns:
                if filled(column, self.base):
                    self.told.append(
                        f"На листе «{self.grid.sheet}» файла нет столбца «{column.title}»: он остался вашим."
                    )
            elif filled(column, self.base) >= _A_COLUMN <= len(self.theirs) and not filled(column, self.theirs):
                self.told.append(f"Столбец «{column.title}» листа «{self.grid.sheet}» в файле пуст: он остался вашим.")
            else:
                found.append(column)
        return tuple(found)

    def _merge_row(self, base: Line, now: int | None, theirs: Line) -> None:
        changed = [column for column in self._columns if _differ(column, base, theirs)]
        if not changed:
            return
        if now is None:
            self._ask_row(ADDED, theirs, (text_of(self.table, base), _IS_REMOVED, text_of(self.table, theirs)))
            return
        self._merge_cells(changed, base, self.ours[now], theirs)

    def _merge_cells(self, changed: Iterable[Column], base: Line | None, ours: Line, theirs: Line) -> None:
        """Merge cells that the file has otherwise than they were sent. base: None for a row that both added.

        The error of a formula says nothing, and what a row is known by is not emptied without a question.
        """
        values = {}
        for column in changed:
            now, then = (line and line.cells.get(column.field) for line in (ours, base))
            there = theirs.cells[column.field]
            if meaning(column, now) == meaning(column, there):
                continue
            is_said = not is_error(there)
            is_kept = (column.key or column.required) and is_blank(there)
            is_ours = meaning(column, now) == meaning(column, then) and column.field in ours.cells
            if ours.row and is_ours and is_said and not is_kept:
                values[column.field] = value_of(column, there)
                place = str(ours.row.cell(column.field))
                title = title_of(self.table, ours)
                self.taken.append(Taken(place, title, column.title, shown(column, now), shown(column, there)))
            else:
                state = WAITING if column.field in ours.cells and is_said else INFORMING
                self.conflicts.append(about_cell(self.table, column, (base, ours, theirs), state))
        if values and ours.row:
            self.edits.append(Amend(ours.row, values))

    def _ask_row(self, what: str, line: Line, texts: tuple[str, str, str]) -> None:
        place = str(line.row.cell(line.row.spec.fields[0])) if line.row else self._sheet
        self.conflicts.append(about_row(what, self.table, line, place, texts))

    @property
    def _sheet(self) -> str:
        """The title of the sheet in the book."""
        return next((row.at.sheet for row in self.rows if row.at), self.table.spec.sheet)

    def _tell_program_cells(self) -> None:
        """Tell of cells that the program fills and somebody typed over: they are never taken."""
        ours = [
            column
            for column in self.table.spec.columns
            if column.filled_by is PROGRAM
            and column.field in self.grid.columns
            and not (column.key or is_running_number(self.table, column))
        ]
        changed = [
            (column, then, there)
            for there, then in self._sent.items()
            for column in ours
            if _differ(column, self.base[then], self.theirs[there])
        ]
        if len(changed) > _MANY:
            titles = "», «".join(dict.fromkeys(column.title for column, _, _ in changed))
            self.told.append(f"На листе «{self.grid.sheet}» файла другие столбцы программы: «{titles}». Они не взяты.")
            return
        for column, then, there in changed:
            if (now := self._standing.get(then)) is not None and _differ(column, self.ours[now], self.theirs[there]):
                lines = self.base[then], self.ours[now], self.theirs[there]
                self.conflicts.append(about_cell(self.table, column, lines, INFORMING))

    def _removed_rows(self) -> None:
        kept = set(self._sent.values())
        removed = [then for then in self._standing if then not in kept]
        if len(removed) > _MANY and 2 * len(removed) > len(self.base):
            self.told.append(f"На листе «{self.grid.sheet}» файла нет строк: {len(removed)}. Удаление не взято.")
            return
        for then in removed:
            line = self.ours[self._standing[then]]
            self._ask_row(REMOVED, line, (text_of(self.table, self.base[then]), _IS_THERE, _IS_REMOVED))

    def _new_rows(self) -> None:
        rows = []
        for there, line in enumerate(self.theirs):
            said = [column for column in self._columns if meaning(column, line.cells[column.field]) is not None]
            if there in self._sent or not said:
                continue
            if there not in self._both_added:
                rows.append(line)
                continue
            ours = self.ours[self._both_added[there]]
            if are_two(self.table, ours, line):
                self._ask_row(ADDED, line, ("", text_of(self.table, ours), text_of(self.table, line)))
            else:
                self._merge_cells(said, None, ours, line)
        if rows:
            added = tuple(self._numbered(new_row(self.table, line.cells) for line in rows))
            self.edits.append(Append(self.table, added))
            self.taken += [
                Taken(self._sheet, title_of(self.table, line), "новая строка", "", text_of(self.table, line))
                for line in rows
            ]

    def _numbered(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Give new rows the running numbers after the last one of the book, where its rows have them."""
        counts = any(is_running_number(self.table, column) for column in self.table.spec.columns)
        numbers = [row.values()["number"] for row in self.rows] if counts else []
        last = max((number for number in numbers if isinstance(number, int)), default=0)
        for row in rows:
            last += bool(last)
            yield row.but(number=last) if last else row


def new_row(table: type[Row], cells: Mapping[str, object]) -> Row:
    """Return a row with what people fill, and its code whoever gives it; the program fills in the rest later."""
    key = key_column(table.spec)
    columns = (*merged_columns(table), *([key] if key else []))
    return table().but(**{column.field: value_of(column, cells.get(column.field)) for column in columns})


def _differ(column: Column, one: Line, other: Line) -> bool:
    a, b = one.cells.get(column.field), other.cells.get(column.field)
    return not (a is b or (type(a) is type(b) and a == b)) and meaning(column, a) != meaning(column, b)
