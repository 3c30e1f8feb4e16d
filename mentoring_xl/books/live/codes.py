"""Number formats of single cells, asked for by columns where a column has but one."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import xlwings as xw

DATE = "dd.mm.yyyy"
GENERAL = "General"
TEXT = "@"
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|General')


def codes(sheet: xw.Sheet, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return (row, column) → number format as Excel's code."""
    columns: dict[int, list[int]] = defaultdict(list)
    for row, column in places:
        columns[column].append(row)
    found: dict[tuple[int, int], str] = {}
    for column, rows in columns.items():
        code = sheet.range((min(rows), column), (max(rows), column)).number_format
        for row in rows:
            found[row, column] = sheet.range((row, column)).number_format if code is None else code
    return found


def shows_date(code: str) -> bool:
    """Tell whether a format shows a number as a date or a time."""
    return bool(re.search("[ymdhs]", _LITERAL.sub("", code), re.IGNORECASE))
