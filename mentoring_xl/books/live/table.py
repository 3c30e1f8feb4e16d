"""Writes what differs in one table of a live book, and only that, in whole blocks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mentoring_xl.books.cells import Kept
from mentoring_xl.books.fresh.heights import LINE, row_height
from mentoring_xl.books.sheets import Box
from mentoring_xl.core.cell import letters
from mentoring_xl.core.table import PROGRAM, Kind

from .blocks import blocks
from .codes import DATE, GENERAL, codes, shows_date
from .formula_cells import types_formula
from .typing_in import link, moved, typed_in

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping

    import xlwings as xw

    from mentoring_xl.books.area import Area
    from mentoring_xl.books.difference import Change

    from .sheets import LiveSheets
    from .steps import Steps
    from .suite import Suite

Place = tuple[int, int]


class TableWriter:
    """Writes one table; titles: the sheets that links may lead to."""

    def __init__(self, area: Area, sheets: LiveSheets, suite: Suite, steps: Steps, titles: Container[str]) -> None:
        self._area, self._suite, self._steps, self._titles = area, suite, steps, titles
        self._sheet: xw.Sheet = sheets.sheet(area.spot.sheet)
        columns = {
            at: area.spec.column(field) for field, at in area.spot.columns.items() if area.kind(at) is not Kind.LINK
        }
        self._known_codes = partial(sheets.number_formats, area.spot.sheet)
        self._widths = {at: column.width for at, column in columns.items()}
        self._programs = {at for at, column in columns.items() if column.filled_by is PROGRAM}
        self._formulas = {**sheets.formulas(area.spot.sheet, area.box), **sheets.links(area.spot.sheet)}

    def write(self) -> None:
        """Write the changes; a step that fails leaves the way back to the steps."""
        area, spot = self._area, self._area.spot
        changes = area.changes()
        contents = {(change.row, change.column): self._content(change) for change in changes}
        contents |= {place: content for place, content in self._continued() if place not in contents}
        origins, like = area.moved(), self._like()
        dated = _dated(changes)
        before = self._codes_after_moves((*dated, *area.undone.formats), origins, like)
        with self._suite.unfiltered(self._sheet, spot.table):
            with self._suite.carried(self._steps, self._sheet, area.box, origins, like):
                self._dress_numbers(dated, before)
                self._type(contents)
            if area.undone.notes:
                self._suite.annotate(self._steps, self._sheet, area.undone.notes)
            self._grow()
            for row in area.undone.bare:
                self._sheet.range((row, spot.left), (row, spot.right)).clear_formats()
            new = {row for row, origin in origins.items() if not origin and row not in like} | area.appended
            if new:
                self._suite.show(self._sheet, sorted(new))

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
            for column in range(area.spot.left, area.spot.right + 1):
                if area.is_continued(row, column):
                    yield (row, column), self._standing(self._model(row), row, column)

    def _model(self, row: int) -> int:
        area = self._area
        return area.moved().get(row) or min(area.read_to, area.old_end)

    def _like(self) -> dict[int, int]:
        """Return row → the row whose formats it takes: new rows below a table, and those that an undo gives up."""
        area = self._area
        below = [row for row, origin in area.moved().items() if not origin and row > area.read_to >= area.first]
        return {row: self._model(row) for row in below} | dict(area.undone.like)

    def _is_free(self, row: int, column: int) -> bool:
        """Tell whether a cell may be written again as it stands: the program's own, plain, and no link."""
        area = self._area
        return column in self._programs and area.first <= row <= area.last and not area.has_formula(row, column)

    def _type(self, contents: dict[Place, object]) -> None:
        """Type the contents; a row that gets another height is fitted with the last block that reaches it."""
        boxes = blocks(contents, self._is_free)
        resized = self._resized(contents)
        last = {row: box for box in boxes for row in resized if box.top <= row <= box.bottom}
        first = {row: box for box in reversed(boxes) for row in resized if box.top <= row <= box.bottom}
        for box in boxes:
            self._put(box, contents, *([row for row in resized if ends[row] is box] for ends in (last, first)))

    def _put(self, box: Box, contents: dict[Place, object], fit: Collection[int], fit_back: Collection[int]) -> None:
        rows, columns = range(box.top, box.bottom + 1), range(box.left, box.right + 1)
        old = [[self._standing(row, row, column) for column in columns] for row in rows]
        new = [
            [contents.get((row, column), before) for column, before in zip(columns, line, strict=True)]
            for row, line in zip(rows, old, strict=True)
        ]
        cells = self._sheet.range((box.top, box.left), (box.bottom, box.right))
        linked = any(self._area.kind(column) is Kind.LINK for column in columns)

        def type_in(values: list[list[object]], fit: Collection[int]) -> None:
            if linked:
                self._suite.unlink(cells)
            self._suite.type_in(cells, values, fit)

        self._steps.do(partial(type_in, new, fit), partial(type_in, old, fit_back))

    def _resized(self, contents: Mapping[Place, object]) -> set[int]:
        """Return the rows whose texts need more or fewer lines than before, in columns as wide as declared."""
        written: dict[int, dict[int, object]] = defaultdict(dict)
        for (row, column), content in contents.items():
            if self._height(column, content) != self._height(column, self._area.shown(row, column)):
                written[row][column] = content
        return {row for row, new in written.items() if self._row_height(row, {}) != self._row_height(row, new)}

    def _row_height(self, row: int, new: Mapping[int, object]) -> float:
        return max(self._height(at, new.get(at, self._area.shown(row, at))) for at in self._widths)

    def _height(self, column: int, value: object) -> float:
        width = self._widths.get(column)
        if width is None or not isinstance(value, str) or types_formula(value):
            return LINE
        return row_height([(value, width)])

    def _codes_after_moves(
        self, places: Iterable[Place], origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> Mapping[Place, str]:
        """Return the number formats that places will have once rows have taken theirs along."""
        sources = {(row, column): (like.get(row) or origins.get(row) or row, column) for row, column in places}
        codes_now = self._known_codes({*sources.values()})
        return {place: codes_now[source] for place, source in sources.items()}

    def _dress_numbers(self, dated: Mapping[Place, bool], before: Mapping[Place, str]) -> None:
        """Let written dates show as dates, and numbers not as dates; all other formats stay."""
        wanted = {
            place: DATE if is_date else GENERAL
            for place, is_date in dated.items()
            if shows_date(before[place]) is not is_date
        } | {place: code for place, code in self._area.undone.formats.items() if before[place] != code}
        for code in sorted(set(wanted.values())):
            for box in blocks([place for place, new in wanted.items() if new == code], lambda row, column: False):
                self._reformat(box, code)

    def _reformat(self, box: Box, code: str) -> None:
        cells = self._sheet.range((box.top, box.left), (box.bottom, box.right))
        places = [(row, column) for row in range(box.top, box.bottom + 1) for column in range(box.left, box.right + 1)]
        old = codes(self._sheet, places)

        def act() -> None:
            cells.number_format = code

        def back() -> None:
            for old_code in set(old.values()):
                for part in blocks([place for place in places if old[place] == old_code], lambda row, column: False):
                    self._sheet.range((part.top, part.left), (part.bottom, part.right)).number_format = old_code
                    self._steps.between()

        self._steps.do(act, back)

    def _grow(self) -> None:
        area, spot = self._area, self._area.spot
        table = spot.table
        if not table or area.end == area.old_end:
            return
        head = max(spot.head, 1)

        def resize(bottom: int) -> None:
            self._suite.resize(self._sheet, table, Box(head, spot.left, bottom, spot.right))

        self._steps.do(partial(resize, area.end), partial(resize, area.old_end))


def _dated(changes: Iterable[Change]) -> dict[Place, bool]:
    """Return the places of written numbers, and whether each is a date."""
    dated: dict[Place, bool] = {}
    for change in changes:
        value = None if isinstance(change.cell, Kept) else change.cell.value
        if isinstance(value, int | float | dt.date) and not isinstance(value, bool):
            dated[change.row, change.column] = isinstance(value, dt.date)
    return dated
