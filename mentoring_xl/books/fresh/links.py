"""Where the text of a link cell leads inside the book."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import LISTS_SHEET, TABLES

if TYPE_CHECKING:
    from collections.abc import Container

SHEETS: frozenset[str] = frozenset({LISTS_SHEET, *(table.spec.sheet for table in TABLES)})
_CELL = re.compile(r"([A-Z]{1,3})(\d*)")


def target(text: str, sheets: Container[str] = SHEETS) -> str | None:
    """Return the reference that a link leads to, such as 'Пары'!A1; None when it names no sheet of the book.

    text: «Лист», «Лист · кнопка «Х»» or «Лист!C12»; a column without a row leads to its first row.
    """
    sheet, _, place = text.split(" · ", maxsplit=1)[0].strip().partition("!")
    if sheet not in sheets:
        return None
    cell = _CELL.fullmatch(place)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell[1]}{cell[2] or 1}" if cell else f"'{quoted}'!A1"
