"""What a press writes into LibreOffice Calc: whole blocks, notes that they take away, rows that grow with a text."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.libreoffice.formulas import to_office
from mentoring_xl.books.libreoffice.values import Kind as CellKind
from mentoring_xl.books.libreoffice.values import block
from mentoring_xl.books.sheets import Box

from .calc_calm import Calm
from .calc_carry import carried
from .calc_cells import address, holding
from .calc_notes import ANNOTATION, notes_in, renote
from .calc_reading import Reading
from .calc_rich import FORMATTED
from .calc_undo import fitted
from .codes import TEXT, codes
from .formula_cells import formula_boxes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import xlwings as xw

    from mentoring_xl.books.sheets import Note

    from .calc_cells import Place
    from .steps import Steps

_NOTHING = 0
"""Of com.sun.star.sheet.CellFlags."""
_NEAR = 6
"""Another call takes the office as long as so many rows more."""


class Writing(Reading, Calm):
    """The part of `suite.Suite` that changes cells; `calm` keeps the office from fitting rows."""

    def __init__(self) -> None:
        super().__init__()
        self._filtered = False
        self._without_notes: tuple[Any, Box] | None = None
        self._extras: dict[Any, Collection[Place]] = {}

    @contextmanager
    def unfiltered(self, sheet: xw.Sheet, table: str | None) -> Iterator[None]:
        """Filter a filtered table anew afterwards: blocks reach hidden rows here, so that it need not be lifted."""
        range_ = self._tables.get(table) if table and self._tables else None
        self._filtered = bool(range_ and range_.getFilterDescriptor().getFilterFields3())
        yield
        if range_ and self._filtered:
            range_.refresh()

    def type_in(self, cells: xw.Range, rows: Sequence[Sequence[object]], fit: Collection[int] = ()) -> None:
        """Type a block at once; the engine cares for formats that a value could change, and costs more calls.

        To fit rows takes LibreOffice ten times longer than to fill them: only those to fit are, but where that would
        take still longer. Formulas come last: a value that is typed once more would take the place of one.
        """
        document, spans = cells.sheet.book.api, _spans(fit)
        with nullcontext() if self._has_no_notes(cells) else self._notes_kept(cells):
            if spans and len(rows) <= sum(bottom - top + 1 + _NEAR for top, bottom in spans):
                with fitted(document):
                    self._type_values(cells, rows)
            else:
                self._type_values(cells, rows)
                if spans:
                    self.hush()
                    with fitted(document):
                        _fit(cells.sheet, spans)
            self._type_formulas(cells, rows)

    def _type_values(self, cells: xw.Range, rows: Sequence[Sequence[object]]) -> None:
        made = block(rows, self._null_date(cells.sheet.book.api))
        columns = {column + 1 for _, column in made.numberlike}
        if made.kinds.keys() - {CellKind.DATE} or not _hold_text(cells, columns):
            cells.value = rows
        else:
            cells.api.setDataArray(tuple(map(tuple, made.data)))

    def _type_formulas(self, cells: xw.Range, rows: Sequence[Sequence[object]]) -> None:
        for box in formula_boxes(rows):
            self.hush()
            part = cells.api.getCellRangeByPosition(box.left - 1, box.top - 1, box.right - 1, box.bottom - 1)
            lines = [row[box.left - 1 : box.right] for row in rows[box.top - 1 : box.bottom]]
            part.setFormulaArray(tuple(tuple(to_office(str(formula)) for formula in line) for line in lines))

    @contextmanager
    def _notes_kept(self, cells: xw.Range) -> Iterator[None]:
        """Give the cells their notes back: a block that is set takes them away."""
        there = notes_in(cells)
        yield
        if there:
            self.hush()
            renote(cells.sheet, (), there, self.hush)

    def _has_no_notes(self, cells: xw.Range) -> bool:
        """Tell whether a block lies in what is known to hold no notes."""
        if not self._without_notes or self._without_notes[0] is not cells.sheet.impl:
            return False
        bottom, right = cells.row + cells.shape[0] - 1, cells.column + cells.shape[1] - 1
        box = self._without_notes[1]
        return box.holds(cells.row, cells.column) and box.holds(bottom, right)

    def resize(self, sheet: xw.Sheet, table: str, box: Box) -> None:
        """Move the edges of a table."""
        if self._tables and (range_ := self._tables.get(table)):
            range_.setDataArea(address(sheet, box))

    def unlink(self, cells: xw.Range) -> None:
        """Do nothing: a link here is part of the text, and goes with it."""

    def show(self, sheet: xw.Sheet, rows: Sequence[int]) -> None:
        """Show hidden rows; where none is, the office would lay the sheet out for nothing."""
        cells = sheet.range((min(rows), 1), (max(rows), 1)).api
        seen = cells.queryVisibleCells().getRangeAddresses()
        if sum(edge.EndRow - edge.StartRow + 1 for edge in seen) < max(rows) - min(rows) + 1:
            cells.getRows().IsVisible = True

    @contextmanager
    def carried(
        self, steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> Iterator[None]:
        """Take formats, notes and what is inside texts along."""
        whole = Box(box.top, box.left, max(box.bottom, *origins, *like), box.right) if origins or like else box
        extras = self._holds_extras(sheet, whole)
        noted = extras and any(whole.holds(*place) for place in holding(sheet.api, ANNOTATION))
        self._without_notes = None if noted else (sheet.impl, whole)
        try:
            with carried(steps, sheet, box, origins, like, noted=noted, rich=extras, filtered=self._filtered):
                yield
        finally:
            self._without_notes = None

    def notes(self, cells: xw.Range) -> Mapping[Place, Note]:
        """Return the notes on a range by row and column."""
        (rows, columns), top, left = cells.shape, cells.row, cells.column
        box = Box(top, left, top + rows - 1, left + columns - 1)
        return notes_in(cells) if self._holds_extras(cells.sheet, box) else {}

    def _holds_extras(self, sheet: xw.Sheet, box: Box) -> bool:
        """Tell whether there were notes or formats inside of texts before this press; most tables have neither."""
        if sheet.impl not in self._extras:
            self._extras[sheet.impl] = tuple(holding(sheet.api, ANNOTATION | FORMATTED))
        return any(box.holds(*place) for place in self._extras[sheet.impl])

    def annotate(self, steps: Steps, sheet: xw.Sheet, notes: Mapping[Place, Note]) -> None:
        """Put notes on cells."""
        steps.do(lambda: renote(sheet, (), notes, self.hush), lambda: renote(sheet, notes, {}, self.hush))

    def delete(self, sheet: xw.Sheet) -> None:
        """Delete a sheet from the front, as the engine has to; the office's own undo is hushed in between."""
        sheet.book.api.Sheets.moveByName(sheet.name, 0)
        self.hush()
        sheet.delete()


def _fit(sheet: xw.Sheet, spans: Iterable[tuple[int, int]]) -> None:
    """Make rows as high as their texts: the office fits the rows of cells that are emptied of nothing."""
    for top, bottom in spans:
        sheet.api.getCellRangeByPosition(0, top - 1, 0, bottom - 1).clearContents(_NOTHING)


def _spans(rows: Collection[int]) -> list[tuple[int, int]]:
    """Return the first and the last row of stretches that hold all the rows; near ones share one."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row - found[-1][1] <= _NEAR:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found


def _hold_text(cells: xw.Range, columns: Collection[int]) -> bool:
    """Tell whether the format of some columns of a block, one-based, is one of text."""
    first, last = cells.row, cells.row + cells.shape[0] - 1
    places = [(row, cells.column + column - 1) for column in columns for row in {first, last}]
    return {*codes(cells.sheet, places).values()} <= {TEXT}
