"""What stands above a table: its title, the way back to the first sheet, its purpose and the legend of colours."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from mentoring_xl.core.table import BOTH, PERSON, PROGRAM
from mentoring_xl.schema.tables import StatusLine, Step

from .cells import write, write_link
from .paper import width
from .styles import INK, LINKED, QUIET, REQUIRED, SQUARES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.content import Content
    from mentoring_xl.core.table import TableSpec

    from .styles import Styles

MUST = "красный заголовок – обязательно"

TITLE_HEIGHT = 26
_NARROW = 3
_LINK_WIDTH = 20
_ONE_PAGE = 170
"""Characters of a legend that the first page of the widest table has room for; the rest would stray onto the next."""
_BETWEEN = 7
"""Characters of a square and of the space behind a meaning."""
_STAMP = "responsible"


def write_caption(sheet: Worksheet, spec: TableSpec, styles: Styles) -> None:
    """Write the title, the way back with the purpose, and the legend in the row above the head."""
    widths = [width(column) for column in spec.columns]
    write_title(sheet, spec.sheet, spec.purpose, widths, styles)
    write_legend(sheet, spec.head - 2, _legend(spec, min(sum(widths), _ONE_PAGE)), styles)


def write_title(sheet: Worksheet, title: str, purpose: str, widths: list[float], styles: Styles) -> None:
    """Write rows 1 and 2; the link spans as many columns as it takes to be read and clicked."""
    sheet.set_row(0, TITLE_HEIGHT)
    write(sheet, (0, 0), title, styles(font_size=18, bold=True))
    span = next(count for count, reach in enumerate(accumulate(widths), 1) if reach >= _LINK_WIDTH)
    if span > 1:
        sheet.merge_range(1, 0, 1, span - 1, "", styles())
    write_link(sheet, (1, 0), StatusLine.spec.sheet, styles(**LINKED), styles())
    write(sheet, (1, span), purpose, styles(font_color=QUIET))


def write_legend(sheet: Worksheet, row: int, meanings: dict[str, str], styles: Styles) -> None:
    """Write one line: a square of each colour and what the colour means. meanings: colour → text."""
    grey = styles(font_color=QUIET)
    parts = [
        part for colour, text in meanings.items() for part in (styles(font_color=colour), "■ ", grey, f"{text}     ")
    ]
    sheet.write_rich_string(row, 0, *parts, grey)


def write_plan_title(sheet: Worksheet, content: Content, styles: Styles) -> None:
    """Write the plan's title (left) and «УТВЕРЖДАЮ» (right, from the line of the purpose) above the legend.

    Rows that stay empty are narrow: all of this is frozen and must leave the screen to the plan.
    """
    below = Step.spec.head - 2
    written = set()
    for column, lines, first, look in (
        (0, content.title, 2, styles(bold=True, font_size=12)),
        (Step.spec.fields.index(_STAMP), content.stamp, 1, styles(font_color=INK)),
    ):
        room = below - first
        shown = (*lines[: room - 1], " ".join(lines[room - 1 :]))
        for row, line in enumerate(filter(None, shown), first):
            write(sheet, (row, column), line, look)
            written.add(row)
    for row in set(range(2, below)) - written:
        sheet.set_row(row, _NARROW)


def _legend(spec: TableSpec, room: float) -> dict[str, str]:
    """Return colour → meaning; the columns that the program fills are named as long as all of it has room."""
    titles = {filler: [c.title for c in spec.columns if c.filled_by is filler] for filler in (PERSON, PROGRAM, BOTH)}
    if len(titles[PROGRAM]) == len(spec.columns):
        return {SQUARES[PROGRAM]: f"весь лист {PROGRAM.value}"}
    legend = {SQUARES[PERSON]: PERSON.value} if titles[PERSON] else {}
    if any(column.required for column in spec.columns):
        legend[REQUIRED] = MUST
    filled = [filler for filler in (PROGRAM, BOTH) if titles[filler]]
    named = legend | {SQUARES[filler]: f"{filler.value}: {', '.join(titles[filler])}" for filler in filled}
    if sum(len(meaning) + _BETWEEN for meaning in named.values()) <= room:
        return named
    return legend | {SQUARES[filler]: filler.value for filler in filled}
