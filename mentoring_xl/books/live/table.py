"""Writes what differs in one table of a live book, and only that, in whole blocks."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mentoring_xl.books.area import Change, Kept
from mentoring_xl.core.cell import letters
from mentoring_xl.core.table import PROGRAM, Kind

from .blocks import blocks
from .typing_in import link, moved, typed_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    import xlwings as xw

    from mentoring_xl.books.area import Area
    from mentoring_xl.books.sheets import Box

    from .sheets import LiveSheets
    from .steps import Steps
    from .suite import Suite

Place = tuple[int, int]

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|General')
_DATE_CODE = "dd.mm.yyyy"


class TableWriter:
    """Writes one table; titles: the sheets that links may lead to."""

    def __init__(self, area: Area, sheets: LiveSheets, suite: Suite, steps: Steps, titles: Container[str]) -> None:
        self._area, self._suite, self._steps, self._titles = area, suite, steps, titles
        self._sheet: xw.Sheet = sheets.sheet(area.spot.sheet)
        self._formulas = sheets.formulas(area.spot.sheet, area.box)

    def write(self) -> None:
        """Write the changes; a step that fails leaves the way back to the steps."""
        area, spot = self._area, self._area.spot
        changes = list(area.changes())
        contents = {(change.row, change.column): self._content(change) for change in changes}
        contents |= {place: content for place, content in self._continued() if place not in contents}
        with self._suite.unfiltered(self._sheet, spot.table):
            origins = self._origins()
            if origins:
                self._suite.carry(self._steps, self._sheet, area.box, origins)
            self._dress_numbers(changes)
            for box in blocks(contents, self._is_free):
                self._put(box, contents)
            self._grow()
            new = [
                row for row in {*area.appended, *area.moved()} if origins.get(row, row) is None or row in area.appended
            ]
            if new:
                self._suite.show(self._sheet, new)

    def _content(self, change: Change) -> object:
        area = self._area
        if isinstance(change.cell, Kept):
            return self._standing(change.cell.row, change.row, change.column)
        value = change.cell.value
        if area.kind(change.column) is Kind.LINK and isinstance(value, str):
            return link(value, self._titles) or typed_in(value)
        return typed_in(value)

    def _standing(self, origin: int, row: int, column: int) -> object:
        """Return what to type into a cell for what stands in this row or in another one."""
        letter = letters(column - 1)
        formula = self._formulas.get(f"{letter}{origin}")
        if formula:
            return moved(formula, f"{letter}{origin}", f"{letter}{row}")
        value = self._area.shown(origin, column)
        if self._area.kind(column) is Kind.LINK and isinstance(value, str):
            return link(value, self._titles) or typed_in(value)
        return typed_in(value)

    def _continued(self) -> Iterable[tuple[Place, object]]:
        """Yield the formulas of foreign columns in new rows, as Excel continues them when a table grows."""
        area = self._area
        for row in range(area.read_to + 1, area.last + 1):
            model = self._model(row)
            for column in range(area.spot.left, area.spot.right + 1):
                if area.kind(column) is None and area.has_formula(model, column):
                    yield (row, column), self._standing(model, row, column)

    def _model(self, row: int) -> int:
        area = self._area
        return area.moved().get(row) or min(area.read_to, area.spot.last or area.read_to)

    def _origins(self) -> dict[int, int | None]:
        area = self._area
        return {
            row: origin if origin or row <= area.read_to or area.read_to < area.first else self._model(row)
            for row, origin in area.moved().items()
        }

    def _is_free(self, row: int, column: int) -> bool:
        """Tell whether a cell may be written again as it stands: the program's own, plain, and no link."""
        area = self._area
        field = next((name for name, at in area.spot.columns.items() if at == column), None)
        return (
            field is not None
            and area.spec.column(field).filled_by is PROGRAM
            and area.kind(column) is not Kind.LINK
            and area.first <= row <= area.last
            and not area.has_formula(row, column)
        )

    def _put(self, box: Box, contents: dict[Place, object]) -> None:
        rows, columns = range(box.top, box.bottom + 1), range(box.left, box.right + 1)
        old = [[self._standing(row, row, column) for column in columns] for row in rows]
        new = [
            [
                contents[row, column] if (row, column) in contents else before
                for column, before in zip(columns, line, strict=True)
            ]
            for row, line in zip(rows, old, strict=True)
        ]
        cells = self._sheet.range((box.top, box.left), (box.bottom, box.right))
        linked = any(self._area.kind(column) is Kind.LINK for column in columns)

        def act() -> None:
            if linked:
                self._suite.unlink(cells)
            cells.value = new

        def back() -> None:
            cells.value = old

        self._steps.do(act, back)

    def _dress_numbers(self, changes: Iterable[Change]) -> None:
        """Let written dates show as dates, and numbers not as dates; all other formats stay."""
        columns: dict[tuple[int, bool], list[int]] = {}
        for change in changes:
            value = None if isinstance(change.cell, Kept) else change.cell.value
            if isinstance(value, int | float | dt.date) and not isinstance(value, bool):
                columns.setdefault((change.column, isinstance(value, dt.date)), []).append(change.row)
        for (column, dated), rows in columns.items():
            cells = self._sheet.range((min(rows), column), (max(rows), column))
            code = cells.number_format
            if code is not None and _shows_date(code) is not dated:
                self._reformat(cells, code, _DATE_CODE if dated else "General")
            elif code is None:
                for row in rows:
                    cell = self._sheet.range((row, column))
                    if _shows_date(cell.number_format) is not dated:
                        self._reformat(cell, cell.number_format, _DATE_CODE if dated else "General")

    def _reformat(self, cells: xw.Range, old: str, new: str) -> None:
        def act() -> None:
            cells.number_format = new

        def back() -> None:
            cells.number_format = old

        self._steps.do(act, back)

    def _grow(self) -> None:
        area, spot = self._area, self._area.spot
        if not spot.table or spot.last is None or area.last <= spot.last:
            return
        table = self._sheet.tables[spot.table]
        heads = spot.head if spot.head >= 1 else 1

        def act() -> None:
            table.resize(self._sheet.range((heads, spot.left), (area.last, spot.right)))

        def back() -> None:
            table.resize(self._sheet.range((heads, spot.left), (spot.last, spot.right)))

        self._steps.do(act, back)


def _shows_date(code: str) -> bool:
    return bool(re.search("[ymdhs]", _LITERAL.sub("", code), re.IGNORECASE))
