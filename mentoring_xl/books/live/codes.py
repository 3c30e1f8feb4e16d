"""Number formats of single cells, asked for in few calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import xlwings as xw

DATE = "dd.mm.yyyy"
GENERAL = "General"
TEXT = "@"
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|General')


def codes(sheet: xw.Sheet, places: Collection[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return (row, column) → number format as Excel's code: of a whole rectangle, or else by halves of it."""
    found: dict[tuple[int, int], str] = {}
    waiting = [list(places)] if places else []
    while waiting:
        asked = waiting.pop()
        (top, bottom), (left, right) = ((min(line), max(line)) for line in zip(*asked, strict=True))
        code = sheet.range((top, left), (bottom, right)).number_format
        if code is not None:
            found |= dict.fromkeys(asked, code)
            continue
        axis = int(right > left)
        middle = (left + right if axis else top + bottom) // 2
        waiting.append([place for place in asked if place[axis] <= middle])
        waiting.append([place for place in asked if place[axis] > middle])
    return found


def shows_date(code: str) -> bool:
    """Tell whether a format shows a number as a date or a time."""
    return bool(re.search("[ymdhs]", _LITERAL.sub("", code), re.IGNORECASE))
