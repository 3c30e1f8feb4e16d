"""Widths, frozen panes and the print set-up of a sheet, all following from the widths of its columns."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.core.table import Column, TableSpec

A4 = 9
_PORTRAIT, _ONE_PAGE, _PAGE, _SCREEN = 110, 260, 240, 160
_FROZEN = 56
_BOLD, _BUTTON = 1.05, 2.5
_LETTER = 1.15
"""The width of a bold letter, in characters."""


def width(column: Column) -> float:
    """Return the width of a column: as declared, but never less than the longest word of its head."""
    word = max(map(len, re.split(r"[\s/]", column.title)))
    return max(column.width, word * _LETTER + _BUTTON)


def head_room(column: Column) -> float:
    """Return how wide the text of a head may be: bold letters are wider, and the filter button takes its place."""
    return (width(column) - _BUTTON) / _BOLD + 1


def freeze(sheet: Worksheet, spec: TableSpec) -> int:
    """Freeze the head, and in a table wider than a screen up to three first columns; return how many."""
    widths = [width(column) for column in spec.columns]
    leading = sum(sum(widths[: count + 1]) <= _FROZEN for count in range(3)) if sum(widths) > _SCREEN else 0
    sheet.freeze_panes(spec.head, leading)
    return leading


def named(spec: TableSpec, leading: int) -> int:
    """Return how many first columns each page needs: the frozen ones, and up to the first that must be filled."""
    required = (index for index, column in enumerate(spec.columns, 1) if column.required)
    return max(leading, next(required, 0))


def set_paper(sheet: Worksheet, widths: Sequence[float], head: int | None, leading: int = 0) -> None:
    """Set up A4: one page wide while that can be read, else two or more with the leading columns on each.

    head: the one-based row that is repeated on every page, None for none. A sheet that repeats columns too takes
    LibreOffice 0.3 s more to open (see `named`), so that a table hardly wider than a page is made smaller instead.
    """
    sheet.set_paper(A4)
    if sum(widths) > _PORTRAIT:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_header("&L&A", {"margin": 0.3})
    sheet.set_footer("&RСтраница &P из &N", {"margin": 0.3})
    if head:
        sheet.repeat_rows(head - 1)
    kept = sum(widths[:leading])
    pages = 1 if sum(widths) <= _ONE_PAGE else math.ceil((sum(widths) - kept) / (_PAGE - kept))
    sheet.fit_to_pages(pages, 0)
    if pages > 1 and leading:
        sheet.repeat_columns(0, leading - 1)
