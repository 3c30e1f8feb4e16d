"""A closed workbook: read once per table, changed in memory, saved so that parts no edit names stay to the byte."""

from __future__ import annotations

import io
from contextlib import contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.edit import Append, Print, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import as_text

from . import guard, saving
from .area import Area
from .cells_in import block, formula_cells
from .locate import Spot, locate
from .notes import move_notes
from .parts import STYLES, Parts, plain
from .print_sheet import differences, drawn, names, with_drawings
from .sheet_part import dressed, has_addresses, restyled
from .styles import Styles
from .writer import write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.page import Page
    from mentoring_xl.core.table import Row

    from .dress import Dress

_UNDER = 1000
"""How many rows typed under a table are looked for."""


class ClosedBook:
    """A mentoring workbook that no spreadsheet holds open; see `port.Book` for what its methods promise."""

    def __init__(self, path: Path) -> None:
        """Check and read a book that is held already; raises BookError when it is not a sound .xlsx."""
        self._path = path
        self._read_as = saving.fingerprint(path)
        guard.check(path)
        self._forget()

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[ClosedBook]:
        """Hold a book from its reading to its last save; raises BookError also when another command holds it."""
        guard.present(path)
        with saving.locked(path):
            yield cls(path)

    @classmethod
    @contextmanager
    def open_copy(cls, path: Path, now: dt.datetime) -> Iterator[ClosedBook]:
        """Open a dated copy beside a book that somebody else keeps open; the book itself stays as it is on the disk."""
        guard.present(path)
        with saving.told(path.name):
            copy = saving.copied(path, now)
        with cls.open(copy) as book:
            yield book

    @property
    def name(self) -> str:
        """The file name as the person knows it."""
        return self._path.name

    def grid(self, table: type[Row]) -> Grid:
        """Return the raw cells of a table, with the edits already carried out; BookError when it is missing."""
        return self._area(table).grid()

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return the rows above the table's head: column letters → text, blank cells left out."""
        spot = self._area(table).spot
        rows = block(self._workbook[spot.sheet], 1, spot.head - 1, 1, spot.right) if spot.head > 1 else []
        return tuple(
            {letters(at): as_text(value) for at, value in enumerate(row) if value not in (None, "")} for row in rows
        )

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits in memory; return how many cells changed on each sheet that did."""
        before = self._counts()
        for edit in edits:
            self._carry_out(edit)
        after = self._counts()
        changed = {sheet: abs(count - before.get(sheet, 0)) for sheet, count in after.items()}
        return {sheet: count for sheet, count in changed.items() if count}

    def save(self) -> None:
        """Write the book in place, or leave the file alone when nothing changed; BookError when that fails."""
        pages = {sheet: page for sheet, page in self._pages.items() if differences(page, self._values(sheet))}
        for sheet, page in pages.items():
            self._prepare(sheet, page)
        dresses = [(area.spot.sheet, dress) for area in self._areas.values() if (dress := write(self._workbook, area))]
        if not dresses and not pages:
            return
        self._workbook.calculation.fullCalcOnLoad = True
        file = io.BytesIO()
        try:
            self._workbook.save(file)
        except ValueError as error:
            raise BookError(guard.sentences.READING.format(name=self.name)) from error
        data = _finished(Parts(self._path.read_bytes()), Parts(file.getvalue()), dresses, pages)
        saved = saving.replace(self._path, lambda fresh: _write(fresh, data), read_as=self._read_as)
        if saved.aside:
            raise BookError(
                f"Книгу «{self.name}» держит другая программа, поэтому она осталась прежней, а новая записана рядом: "
                f"«{saved.path.name}». Закройте книгу и замените её этой копией."
            )
        self._read_as = saved.fingerprint
        self._forget()

    def _forget(self) -> None:
        self._loaded: Any = None
        self._areas: dict[type[Row], Area] = {}
        self._pages: dict[str, Page] = {}

    @property
    def _workbook(self) -> Any:
        """The book that is changed; its cells show the results of formulas."""
        import wolfxl

        if self._loaded is None:
            with guard.reading(self._path):
                self._loaded = wolfxl.load_workbook(str(self._path), modify=True, data_only=True)
        return self._loaded

    def _area(self, table: type[Row]) -> Area:
        if table not in self._areas:
            with guard.reading(self._path):
                spot = locate(self._workbook, table.spec)
                values = self._table_rows(spot)
                formulas = formula_cells(self._workbook[spot.sheet])
            self._areas[table] = Area(table.spec, spot, values, formulas)
        return self._areas[table]

    def _carry_out(self, edit: Edit) -> None:
        match edit:
            case Put(row, values):
                self._area(type(row)).put(row, values)
            case Append(table, rows):
                self._area(table).append(rows)
                self._check_room(self._area(table))
            case Rewrite(table, rows):
                self._area(table).rewrite(rows)
                self._check_room(self._area(table))
            case Print(sheet, page):
                self._pages[self._free_for_print(sheet)] = page

    def _counts(self) -> dict[str, int]:
        tables = {area.spot.sheet: area.count() for area in self._areas.values()}
        return tables | {sheet: differences(page, self._values(sheet)) for sheet, page in self._pages.items()}

    def _table_rows(self, spot: Spot) -> list[tuple[object, ...]]:
        """Read the table in one block, and with it the rows that were typed directly under it."""
        sheet = self._workbook[spot.sheet]
        if spot.last is None:
            rows = block(sheet, spot.head + 1, sheet.max_row, spot.left, spot.right)
            while rows and _is_blank(rows[-1], spot):
                rows.pop()
            return rows
        reach = spot.last if spot.totals else max(spot.last, min(spot.last + _UNDER, sheet.max_row))
        rows = block(sheet, spot.head + 1, reach, spot.left, spot.right)
        inside = spot.last - spot.head
        return rows[:inside] + list(takewhile(lambda row: not _is_blank(row, spot), rows[inside:]))

    def _check_room(self, area: Area) -> None:
        spot = area.spot
        below = block(self._workbook[spot.sheet], area.read_to + 1, area.last, spot.left, spot.right)
        for row, cells in enumerate(below, area.read_to + 1):
            if spot.totals and row == area.read_to + 1:
                raise BookError(
                    f"На листе «{spot.sheet}» таблице не даёт вырасти её строка итогов (строка {row}). Отключите её: "
                    "«Конструктор таблиц» → «Строка итогов» – и повторите."
                )
            if any(value not in (None, "") for value in cells):
                raise BookError(
                    f"На листе «{spot.sheet}» таблице не хватает места: под ней занята строка {row}. "
                    "Перенесите эти записи ниже или на другой лист и повторите."
                )

    def _free_for_print(self, sheet: str) -> str:
        """Return the title as it stands in the book, if it does; a person's own sheet is never drawn over.

        A page that was drawn here has a print area; a sheet with entries and without one is a person's.
        """
        title = next((title for title in self._workbook.sheetnames if title.casefold() == sheet.casefold()), sheet)
        if title not in self._workbook.sheetnames or title in self._pages:
            return title
        there = self._workbook[title]
        if list(there.tables) or (not there.print_area and any(map(any, self._values(title)))):
            raise BookError(
                f"Лист «{title}» занят вашими записями, печатать на него нельзя: переименуйте его и повторите."
            )
        return title

    def _values(self, sheet: str) -> list[tuple[object, ...]]:
        if sheet not in self._workbook.sheetnames:
            return []
        target = self._workbook[sheet]
        return block(target, 1, target.max_row, 1, target.max_column)

    def _prepare(self, sheet: str, page: Page) -> None:
        from wolfxl.workbook.defined_name import DefinedName

        if sheet in self._workbook.sheetnames:
            target = self._workbook[sheet]
            target.print_title_rows = None
        else:
            target = self._workbook.create_sheet(sheet)
        for name, place in names(page, sheet).items():
            target.defined_names[name] = DefinedName(
                name, attr_text=place, localSheetId=self._workbook.sheetnames.index(sheet)
            )


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _finished(before: Parts, parts: Parts, dresses: Iterable[tuple[str, Dress]], pages: Mapping[str, Page]) -> bytes:
    """Put right what the writer of cells left undone; before: the book as it was."""
    sheets = parts.sheets()
    styles = Styles(parts[STYLES])
    for sheet, dress in dresses:
        part = sheets[sheet]
        if not has_addresses(before[part].decode()):
            raise BookError(
                f"Лист «{sheet}» записан необычно: ячейки без адресов. "
                "Откройте книгу в Excel, сохраните её и повторите."
            )
        parts[part] = dressed(parts[part].decode(), before[part].decode(), dress, styles).encode()
        move_notes(parts, part, dress)
    for sheet, page in pages.items():
        part = sheets[sheet]
        new, formats = drawn(page)
        parts[part] = with_drawings(restyled(new, styles.take_over(formats)), plain(parts[part].decode())).encode()
    parts[STYLES] = styles.xml()
    return parts.data()


def _is_blank(row: tuple[object, ...], spot: Spot) -> bool:
    return all(row[column - spot.left] in (None, "") for column in spot.columns.values())
