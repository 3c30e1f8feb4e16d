"""What differs between two states of the same tables, a line for each cell and for each row that came or went."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.grid import as_text
from mentoring_xl.core.table import PROGRAM, Kind
from mentoring_xl.core.text import code_key, fold, shortened
from mentoring_xl.schema.tables import TABLES, ChartFigure, CopyChange, StatusLine

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.table import Column, Row

CHANGED, NEW, GONE = "изменено", "новая строка", "строки больше нет"
_SILENT = frozenset({StatusLine, ChartFigure})
_COUNTED = "Мониторинг"
_NOISE = frozenset({"number", "as_of"})
_LONGEST, _LEAD, _NAME = 300, 40, 60


def changes(
    before: Mapping[type[Row], Sequence[Row]], after: Mapping[type[Row], Sequence[Row]]
) -> tuple[CopyChange, ...]:
    """Return the lines for the first sheet of a copy, in the order of its sheets and rows; rows that went come last.

    before: the rows of the copy sent before; a table that it did not have is not compared. after: those of the new
    book, whose cells the links name. What the program counts anew every day, such as days left, is passed over.
    """
    both = [table for table in TABLES if table in before and table in after and table not in _SILENT]
    return tuple(line for table in both for line in _in_table(table, before[table], after[table]))


def _in_table(table: type[Row], before: Sequence[Row], after: Sequence[Row]) -> Iterator[CopyChange]:
    columns = [column for column in table.spec.columns if _is_told(table, column)]
    old = _matched(columns, before, after)
    for number, row in enumerate(after, table.spec.head + 1):
        earlier = old.pop(id(row), None)
        if earlier is None:
            yield _line(row, place=f"{table.spec.sheet}!A{number}", what=NEW, after=_content(row, columns))
            continue
        for column in columns:
            was, now = _said(earlier, column), _said(row, column)
            if was != now:
                place = f"{table.spec.sheet}!{letters(table.spec.fields.index(column.field))}{number}"
                was, now = _around(was, now)
                yield _line(row, place=place, what=CHANGED, title=column.title, before=was, after=now)
    for row in old.values():
        yield _line(row, place=table.spec.sheet, what=GONE, before=_content(row, columns))


def _around(was: str, now: str) -> tuple[str, str]:
    """Return two texts as they fit a cell: from a little before what differs, where their beginnings are one."""
    same = next((at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    if same < _LONGEST // 2:
        return shortened(was, _LONGEST), shortened(now, _LONGEST)
    start = was.rfind(" ", 0, same - _LEAD) + 1
    return f"… {shortened(was[start:], _LONGEST)}", f"… {shortened(now[start:], _LONGEST)}"


def _content(row: Row, columns: Iterable[Column]) -> str:
    """Return what a row says besides what it is called by."""
    named = _names(row)
    said = (f"{column.title}: {text}" for column in columns if (text := _said(row, column)) and text not in named)
    return shortened("; ".join(said), _LONGEST)


def _is_told(table: type[Row], column: Column) -> bool:
    """Running numbers, points, days left and «На дату» change with every press; figures of the monitoring are told."""
    counted = column.kind in (Kind.INTEGER, Kind.NUMBER) and column.filled_by is PROGRAM
    return (not counted or table.spec.group == _COUNTED) and column.field not in _NOISE


def _matched(columns: Sequence[Column], before: Sequence[Row], after: Sequence[Row]) -> dict[int, Row]:
    """Return by the id of each row of `after` the row that it was: an equal one, else one of the same name.

    Rows of `before` that are left over stand under their own ids.
    """

    def whole(row: Row) -> Hashable:
        return tuple(_said(row, column) for column in columns)

    found: dict[int, Row] = {}
    rest = list(before)
    for key in (whole, _identity):
        waiting: defaultdict[Hashable, deque[Row]] = defaultdict(deque)
        for row in rest:
            waiting[key(row)].append(row)
        for row in after:
            if id(row) not in found and (same := waiting[key(row)]):
                found[id(row)] = same.popleft()
        rest = [row for same in waiting.values() for row in same]
    return {**found, **{id(row): row for row in rest}}


def _identity(row: Row) -> Hashable:
    key = row.spec.key
    return code_key(as_text(getattr(row, key))) if key else tuple(fold(text) for text in _names(row))


def _names(row: Row) -> tuple[str, ...]:
    """Return what a row is known by: its code, what must be filled in, else its first two texts."""
    spec = row.spec
    naming = [column for column in spec.columns if column.key or column.required]
    naming = naming or [column for column in spec.columns if column.kind is Kind.TEXT][:2]
    return tuple(_said(row, column) for column in sorted(naming, key=lambda column: not column.key))


def called(row: Row) -> str:
    """Return how a row is called on the first sheet; a part that stands in another word for word is left out."""
    said: list[str] = []
    for name in filter(None, _names(row)):
        if not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", earlier) for earlier in said):
            said.append(name)
    return shortened(" · ".join(said), _NAME)


def _line(row: Row, **told: Any) -> CopyChange:
    return CopyChange(row_key=called(row), **told)


def _said(row: Row, column: Column) -> str:
    value = getattr(row, column.field)
    return as_text(value).strip() if value not in (None, False) else ""


def counts(lines: Iterable[CopyChange]) -> dict[str, int]:
    """Return how many lines there are by sheet."""
    found: dict[str, int] = {}
    for line in lines:
        sheet = line.place.partition("!")[0]
        found[sheet] = found.get(sheet, 0) + 1
    return found
