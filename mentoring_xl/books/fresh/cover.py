"""The first sheet of a copy: its number, what is in it, and what changed since the copy before, with links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import CopyChange

from .caption import TITLE_HEIGHT
from .cells import write
from .heights import row_height
from .paper import width
from .styles import QUIET, TABS
from .table_sheet import draw_table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.content import Cover

    from .styles import Styles

PROPERTY = "mentoring_xl copy"
"""The custom property of the file that holds the id of a copy."""

_ROOM = CopyChange.spec.head - 4
"""Lines between the number of the copy and the table, which has an empty row above it."""


def draw_cover(book: Workbook, sheet: Worksheet, cover: Cover, styles: Styles) -> None:
    """Draw the sheet, and put the id of the copy into the properties: other programs may drop one of them."""
    spec = CopyChange.spec
    sheet.set_tab_color(TABS[spec.group])
    draw_table(sheet, CopyChange, cover.rows, styles, noticed=False)
    sheet.hide_gridlines(2)
    sheet.set_row(0, TITLE_HEIGHT)
    write(sheet, (0, 0), cover.title or spec.purpose.rstrip("."), styles(font_size=18, bold=True))
    write(sheet, (1, 0), f"Копия № {cover.copy_id}", styles(font_color=QUIET))
    whole = sum(width(column) for column in spec.columns)
    wrapped = styles(text_wrap=True)
    for row, line in enumerate((*cover.lines[: _ROOM - 1], "\n".join(cover.lines[_ROOM - 1 :])), 2):
        sheet.merge_range(row, 0, row, len(spec.columns) - 1, "", wrapped)
        write(sheet, (row, 0), line, wrapped)
        sheet.set_row(row, row_height([(line, whole)]))
    book.set_custom_property(PROPERTY, cover.copy_id)
