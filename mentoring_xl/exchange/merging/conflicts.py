"""Rows of «Расхождения»: what they are about, how a row is shown whole, and how it is known again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import fold, shortened

from .aligning import key_of
from .values import key_column, meaning, merged_columns, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.table import Column, Row

    from .lines import Line

WAITING, INFORMING = "ждёт выбора", "к сведению"
LEFT_OURS, TOOK_THEIRS, READ, TAKEN = "оставлено наше", "взято из файла", "прочитано", "принято"
REMOVED, ADDED, SAID, CAME = "-", "+", "!", "="
"""In place of a field: a row that the file does not have, one that it has alone, a remark, what was taken at once."""

_INDENT = "  "
_MARK = 8
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Target:
    """What a row of «Расхождения» is about. table: its name. row: by `sign_of`. what: a field, or REMOVED to CAME.

    mark: of what was sent and what came back: another file that says something else makes another row.
    """

    table: str
    row: str
    what: str
    mark: str

    def __str__(self) -> str:
        return "|".join((self.table, self.row, self.what, self.mark))

    @classmethod
    def read(cls, key: str) -> Target | None:
        """Read it from the cell «Ключ»; None when a person has spoilt it."""
        table, one, rest = key.partition("|")
        parts = rest.rsplit("|", 2)
        return cls(table, *parts) if one and len(parts) == 3 else None


def mark(*texts: str) -> str:
    """Return a short sign of some texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()[:_MARK]


def sign_of(table: type[Row], line: Line) -> str:
    """Return by what a row is found again: its code, else a sign of what names it."""
    code = key_of(key_column(table.spec), line)
    return code or "#" + mark(
        *(as_text(meaning(column, line.cells.get(column.field)) or "") for column in _names(table))
    )


def title_of(table: type[Row], line: Line) -> str:
    """Return how a person knows a row: its code, else what names it."""
    key = key_column(table.spec)
    named = [shown(column, line.cells.get(column.field)) for column in ([key] if key else _names(table))]
    if not any(named):
        named = [shown(column, line.cells.get(column.field)) for column in _names(table)]
    return shortened(", ".join(text for text in named if text), _LONGEST_NAME)


def text_of(table: type[Row], line: Line) -> str:
    """Return a whole row as lines «Столбец: значение», further lines of a cell set in; `cells_in` reads them back."""
    columns = (column for column in _carried(table) if meaning(column, line.cells.get(column.field)) is not None)
    return "\n".join(
        f"{column.title}: {shown(column, line.cells[column.field])}".replace("\n", f"\n{_INDENT}") for column in columns
    )


def cells_in(table: type[Row], text: str) -> Mapping[str, str]:
    """Return field → text of a row shown by `text_of`; lines that name no column are left out."""
    fields = {fold(column.title): column.field for column in _carried(table)}
    cells: dict[str, str] = {}
    field = ""
    for line in text.splitlines():
        if line.startswith(_INDENT) and field:
            cells[field] += f"\n{line.removeprefix(_INDENT)}"
            continue
        title, _, value = line.partition(": ")
        field = fields.get(fold(title), "")
        if field:
            cells[field] = value
    return cells


def _carried(table: type[Row]) -> Iterable[Column]:
    """Return the columns of a row that came from outside: what people fill, and the code whoever gives it."""
    key = key_column(table.spec)
    columns = merged_columns(table)
    return columns if key is None or key in columns else (key, *columns)


def _names(table: type[Row]) -> Iterable[Column]:
    columns = merged_columns(table)
    return tuple(column for column in columns if column.required) or columns
