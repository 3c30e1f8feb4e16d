"""A closed workbook read whole, as leniently as possible: a copy that came back, or one that was sent."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index, letters
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import as_text
from mentoring_xl.core.side import Said, Side
from mentoring_xl.schema.tables import TABLES

from . import guard
from .closed_sheets import ClosedSheets
from .draft import Draft
from .fresh.cover import PROPERTY
from .saving import told
from .sheets import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.table import Row

_PROPERTIES = "docProps/custom.xml"
_ID = re.compile(r"\b\d{8}-\d{6}-[0-9a-f]{6}\b")
_NAMED = re.compile(rf'name="{re.escape(PROPERTY)}".*?</', re.DOTALL)
_THREADED = re.compile(r"\A\[[^\]]+\]\s.*?(?:Comment|Комментарий):\s*", re.DOTALL)
"""What Excel puts before a conversation in the note that older programs show."""
_UNKNOWN = "#VALUE!"
_CONVERSATION = "tc="
"""What Excel calls the author of such a note begins with this; the names stand elsewhere."""


@dataclass(frozen=True)
class Whole:
    """A book and the id of the copy that it is, "" when it bears none."""

    side: Side
    copy_id: str


def read_whole(data: bytes, name: str) -> Whole:
    """Read all that people may have written; sheets and columns that are missing are left out.

    name: of the file, for what is said of it. Raises BookError when it is no sound workbook, or none of this program.
    """
    with told(name), tempfile.TemporaryDirectory(prefix="mentoring-") as folder:
        path = Path(folder) / (Path(name).stem + ".xlsx")
        path.write_bytes(data)
        guard.check(path)
        return _Reader(path).read()


class _SheetsOnce(ClosedSheets):
    """The sheets of a book of which every cell is wanted: each is read in one block."""

    def __init__(self, load: Callable[[], Any], path: Path) -> None:
        super().__init__(load, path)
        self._blocks: dict[str, list[tuple[object, ...]]] = {}
        self._formulas: dict[str, Mapping[str, str]] = {}

    def rows(self, sheet: str, box: Box) -> list[tuple[object, ...]]:
        """Return the values of a rectangle by rows, out of the block of the sheet."""
        if sheet not in self._blocks:
            self._blocks[sheet] = super().rows(sheet, self.used(sheet))
        block = self._blocks[sheet][box.top - 1 : box.bottom]
        wide = block and (box.left > 1 or box.right < len(block[0]))
        return [cells[box.left - 1 : box.right] for cells in block] if wide else block

    def formulas(self, sheet: str, box: Box) -> Mapping[str, str]:
        """Return the formulas of a sheet by address, each with its «=»."""
        if sheet not in self._formulas:
            self._formulas[sheet] = super().formulas(sheet, box)
        return self._formulas[sheet]


class _Reader:
    def __init__(self, path: Path) -> None:
        import wolfxl

        with guard.reading(path):
            workbook: Any = wolfxl.load_workbook(str(path), modify=True, data_only=True)
        # the guard has bounded the sheets; to ask how large each is, the whole file would be opened anew
        workbook._auto_stream = False
        self._sheets = _SheetsOnce(lambda: workbook, path)
        self._draft = Draft(self._sheets, lenient=True)

    def read(self) -> Whole:
        grids = self._grids()
        ours = {grid.sheet: grid for grid in grids.values()}
        sheets = tuple(self._sheets.titles())
        said = tuple(text for sheet in sheets for text in self._said(sheet, ours.get(sheet)))
        return Whole(Side(grids, said, sheets), self._copy_id(said))

    def _grids(self) -> dict[type[Row], Grid]:
        """Return the tables that there are; BookError of the first when there is none."""
        grids: dict[type[Row], Grid] = {}
        missing: BookError | None = None
        for table in TABLES:
            try:
                grids[table] = self._calculated(self._draft.area(table).grid())
            except BookError as error:
                missing = missing or error
        if missing and not grids:
            raise missing
        return grids

    def _calculated(self, grid: Grid) -> Grid:
        """Return the cells with an error where a formula was saved without its value: such a cell is not blank."""
        formulas = self._sheets.formulas(grid.sheet, self._sheets.used(grid.sheet))
        if not formulas:
            return grid
        values = tuple(
            tuple(
                _UNKNOWN if value is None and f"{letter}{number}" in formulas else value
                for letter, value in zip(grid.columns.values(), cells, strict=True)
            )
            for number, cells in enumerate(grid.values, grid.first_row)
        )
        return replace(grid, values=values)

    def _said(self, sheet: str, grid: Grid | None) -> Iterator[Said]:
        """Yield the texts of a sheet outside the declared columns of its table, then its notes."""
        used = self._sheets.used(sheet)
        formulas = self._sheets.formulas(sheet, used)
        table = range(grid.first_row, grid.first_row + len(grid.values)) if grid else range(0)
        declared = {index(letter) for letter in grid.columns.values()} if grid else set()
        rows = self._sheets.rows(sheet, used)
        heads = rows[grid.first_row - 2] if grid else ()
        for number, cells in enumerate(rows, 1):
            for at, value in enumerate(cells):
                if value in (None, "") or (at in declared and (number in table or number == table.start - 1)):
                    continue
                if f"{letters(at)}{number}" not in formulas and (text := as_text(value).strip()):
                    heading = as_text(heads[at] or "") if number in table else ""
                    yield Said(sheet, number, letters(at), text, heading=heading)
        for (row, column), note in self._sheets.notes(sheet, Box(1, 1, guard.ROWS, guard.COLUMNS)).items():
            text = _THREADED.sub("", note.text).strip()
            author = "" if note.author.startswith(_CONVERSATION) else note.author.strip()
            if text:
                yield Said(sheet, row, letters(column - 1), text, author, is_note=True)

    def _copy_id(self, said: tuple[Said, ...]) -> str:
        """Return the id that the properties or a cell of the first sheet give: some programs drop the first."""
        properties = _NAMED.search(self._sheets.part(_PROPERTIES))
        texts = [properties.group()] if properties else []
        texts += [text.text for text in said if not text.is_note and "Копия №" in text.text]
        return next((found.group() for text in texts if (found := _ID.search(text))), "")
