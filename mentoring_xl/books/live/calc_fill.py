"""New rows under a LibreOffice table dressed in one go: the last row is filled down, and what it says is emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.libreoffice import uno_module

if TYPE_CHECKING:
    from collections.abc import Mapping

    import xlwings as xw

    from mentoring_xl.books.sheets import Box

    from .steps import Steps

_VALUES = 1 | 2 | 4 | 16
"""com.sun.star.sheet.CellFlags: numbers, dates, texts, formulas."""


def filled_down(steps: Steps, sheet: xw.Sheet, box: Box, like: Mapping[int, int]) -> bool:
    """Dress the rows of `like`, and return True, where they all follow the row whose formats they take.

    No row may be hidden by a filter, because filling leaves such rows out.

    The way back fills the formats of the row below up again; so the rows must look like that one, which is to be free
    of values all along. Where they do not, nothing is done.
    """
    first, last = min(like, default=0), max(like, default=0)
    if len(like) != last - first + 1 or set(like.values()) != {first - 1} or first <= box.bottom:
        return False

    def rows(top: int, bottom: int) -> xw.Range:
        return sheet.range((top, box.left), (bottom, box.right))

    source, new, below = rows(first - 1, last), rows(first, last), rows(first, last + 1)
    under = rows(last + 1, last + 1)
    if below.api.getCellFormatRanges().getCount() != under.api.getCellFormatRanges().getCount():
        return False

    def fill(cells: xw.Range, direction: str) -> None:
        cells.api.fillAuto(uno_module().Enum("com.sun.star.sheet.FillDirection", direction), 1)
        steps.between()
        new.api.clearContents(_VALUES)

    steps.do(lambda: fill(source, "TO_BOTTOM"), lambda: fill(below, "TO_TOP"))
    return True
