"""What stands in the way of a table before anything is written: entries below it, its totals row, merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .sheets import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .area import Area
    from .difference import Change
    from .sheets import Sheets


def check_room(area: Area, sheets: Sheets) -> None:
    """Raise BookError when the rows that the table grows into are not free."""
    spot = area.spot
    below = sheets.rows(spot.sheet, Box(area.read_to + 1, spot.left, area.last, spot.right))
    for row, cells in enumerate(below, area.read_to + 1):
        if spot.totals and row == area.read_to + 1:
            raise BookError(
                f"На листе «{spot.sheet}» таблице не даёт вырасти её строка итогов (строка {row}). Отключите её: "
                "«Конструктор таблиц» → «Строка итогов» – и повторите."
            )
        if any(value not in (None, "") for value in cells):
            raise BookError(
                f"На листе «{spot.sheet}» таблице не хватает места: под ней занята строка {row}. "
                "Перенесите эти записи ниже или на другой лист и повторите."
            )


def refuse_merged(sheet: str, merged: Iterable[Box], changes: Sequence[Change]) -> None:
    """Raise BookError for a change inside merged cells: they show only their first, the rest would be lost."""
    first = min(change.row for change in changes)
    for joined in merged:
        if joined.bottom >= first and any(
            joined.holds(change.row, change.column) and (change.row, change.column) != (joined.top, joined.left)
            for change in changes
        ):
            raise BookError(
                f"На листе «{sheet}» в таблице объединены ячейки {joined}: отмените объединение и повторите."
            )
