"""The director's copy: the same tables without what the director does not need to know about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import TABLES, Answer, Entry, StatusLine, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.table import Row

PRIVATE_TABLES: tuple[type[Row], ...] = (Answer, Entry)
"""Tables that stay at school whole: what people answered, and the journal."""

_LEGEND = "■"


def directors_copy(rows: Mapping[type[Row], Iterable[Row]]) -> dict[type[Row], tuple[Row, ...]]:
    """Return the rows for a new book: private cells blank, private tables empty, everything else as it is.

    The copy is built anew from these, never by deleting from the original, whose shared strings keep deleted names.
    """
    return {
        table: () if table in PRIVATE_TABLES else tuple(_without_private(row) for row in found)
        for table, found in rows.items()
    }


def private_columns() -> tuple[str, ...]:
    """Return «Лист: столбец» of every column that is left blank in the copy."""
    return tuple(
        f"{table.spec.sheet}: {column.title}" for table in TABLES for column in table.spec.columns if column.private
    )


def plan_caption(above: Iterable[Mapping[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the plan's title and of its stamp from the rows above the roadmap.

    above: column letters → text. The title stands in the first column, the stamp to the right of it; the sheet's own
    title, the way back, the purpose and the legend are ours and are left out.
    """
    ours = {StatusLine.spec.sheet, Step.spec.purpose}
    cells = [
        (column, text)
        for row in list(above)[1:]
        for column, text in row.items()
        if text not in ours and not text.startswith(_LEGEND)
    ]
    return tuple(text for at, text in cells if at == "A"), tuple(text for at, text in cells if at != "A")


def _without_private(row: Row) -> Row:
    private = {column.field: column.blank for column in row.spec.columns if column.private}
    return row.but(**private) if private else row
