"""«Справочники»: each drop-down list is a column, and its defined name grows with what a person adds below."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.core.table import PERSON
from mentoring_xl.schema.choices import CHOICES
from mentoring_xl.schema.tables import LISTS_SHEET

from .caption import write_legend, write_title
from .cells import write
from .heights import row_height
from .paper import set_paper
from .styles import FIXED, HEADS, LINES, SQUARES, TABS

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Choices

    from .styles import Styles

HEAD = 4
_ROOM = 100
_WIDTHS = (12, 38)
_PURPOSE = (
    "Выпадающие списки книги. Чтобы добавить значение, впишите его в первую пустую ячейку под списком: "
    "оно сразу появится в ячейках."
)
_FIXED = "список не меняйте: эти слова знает программа"


def draw_lists(book: Workbook, sheet: Worksheet, styles: Styles) -> None:
    """Draw all lists side by side and define their names."""
    widths = [_width(choices) for choices in CHOICES]
    write_title(sheet, LISTS_SHEET, _PURPOSE, widths, styles)
    write_legend(sheet, HEAD - 2, {SQUARES[PERSON]: "список можно дополнять", TABS["Служебные"]: _FIXED}, styles)
    for index, choices in enumerate(CHOICES):
        sheet.set_column(index, index, widths[index], styles(text_wrap=True))
        tint = FIXED if choices.strict else None
        head = styles(bold=True, text_wrap=True, valign="vcenter", bg_color=tint or HEADS[PERSON], **LINES)
        write(sheet, (HEAD - 1, index), choices.title, head)
        for row, value in enumerate(choices.values, HEAD):
            write(sheet, (row, index), value, styles(text_wrap=True, **LINES, **({"bg_color": tint} if tint else {})))
        book.define_name(choices.name, f"={_growing(letters(index))}")
    columns = ((choices.title, *choices.values) for choices in CHOICES)
    for row, texts in enumerate(zip_longest(*columns, fillvalue=""), HEAD - 1):
        sheet.set_row(row, row_height(zip(texts, widths, strict=True)))
    sheet.freeze_panes(HEAD, 0)
    set_paper(sheet, widths, HEAD)


def _width(choices: Choices) -> float:
    longest = max(map(len, (*choices.values, *choices.title.split())))
    return min(max(longest * 1.1 + 2, _WIDTHS[0]), _WIDTHS[1])


def _growing(column: str) -> str:
    first = f"'{LISTS_SHEET}'!${column}${HEAD + 1}"
    room = f"{first}:${column}${HEAD + _ROOM}"
    return f"{first}:INDEX({room},MAX(1,COUNTA({room})))"
