"""What a press writes into Excel: whole blocks, rows and edges of tables, what goes along with rows."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from .codes import GENERAL, TEXT, codes
from .excel_calm import Calm
from .excel_carry import carry
from .excel_cells import box_of, inside, part_of
from .excel_filters import lifted
from .excel_notes import notes_in, renote
from .excel_reading import Reading
from .formula_cells import formula_boxes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import xlwings as xw

    from mentoring_xl.books.sheets import Box, Note

    from .excel_cells import Place
    from .steps import Steps


class Writing(Reading, Calm):
    """The part of `suite.Suite` that changes cells."""

    @contextmanager
    def unfiltered(self, sheet: xw.Sheet, table: str | None) -> Iterator[None]:
        """Lift the filter of a table and set it again: Excel writes past hidden rows (xlwings issue 679)."""
        holder = sheet.api.ListObjects(table) if table else sheet.api
        with lifted(holder):
            yield

    def type_in(self, cells: xw.Range, rows: Sequence[Sequence[object]], fit: Collection[int] = ()) -> None:
        """Type a block; for its formulas the format of text makes way for a moment, or they would stay text.

        Excel fits rows itself, whatever is to `fit`.
        """
        parts = []
        for box in formula_boxes(rows):
            part = part_of(cells, box)
            places = list(inside(box_of(part)))
            texts = [place for place, code in codes(cells.sheet, places).items() if code == TEXT]
            parts += [part] if len(texts) == len(places) else [cells.sheet.range(place) for place in texts]
        for part in parts:
            part.number_format = GENERAL
        try:
            cells.value = rows
        finally:
            for part in parts:
                part.number_format = TEXT

    def resize(self, sheet: xw.Sheet, table: str, box: Box) -> None:
        """Move the edges of a ListObject."""
        sheet.tables[table].resize(sheet.range((box.top, box.left), (box.bottom, box.right)))

    def unlink(self, cells: xw.Range) -> None:
        """Take link objects off cells; Hyperlinks.Delete would take the formats too."""
        cells.api.ClearHyperlinks()

    def show(self, sheet: xw.Sheet, rows: Sequence[int]) -> None:
        """Show hidden rows."""
        sheet.api.Range(f"{min(rows)}:{max(rows)}").EntireRow.Hidden = False

    @contextmanager
    def carried(
        self, steps: Steps, sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
    ) -> Iterator[None]:
        """Take formats and notes along before anything is typed."""
        if origins or like:
            carry(sheet, box, origins, like)
        yield

    def notes(self, cells: xw.Range) -> Mapping[Place, Note]:
        """Return the notes on a range by row and column."""
        return notes_in(cells)

    def annotate(self, steps: Steps, sheet: xw.Sheet, notes: Mapping[Place, Note]) -> None:
        """Put notes on cells."""
        steps.do(lambda: renote(sheet, (), notes), lambda: renote(sheet, notes, {}))

    def delete(self, sheet: xw.Sheet) -> None:
        """Delete a sheet."""
        sheet.delete()
