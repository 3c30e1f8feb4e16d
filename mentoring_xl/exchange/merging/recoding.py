"""People, orders and questions that both sides added under one code: those of the file get the next free one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.tables import Employee, Mentee, Mentor, Order, Question

from .aligning import are_two, key_of
from .table import TableMerge
from .values import key_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.side import Side
    from mentoring_xl.core.table import Row

_CODED: tuple[type[Row], ...] = (Employee, Mentee, Mentor, Question, Order)
"""The tables whose codes people give one after the other, and other tables name."""
_CODE = re.compile(r"[\w‐-―−-]+")
_NUMBERED = re.compile(r"([^\W\d_].*?)(\d+)")
_TOLD = "На листе «{sheet}» под кодом «{code}» в файле другая запись, чем в книге: обе остались, из файла – «{fresh}»."


def recoded(base: Side, ours: Tables, theirs: Side) -> tuple[Side, tuple[str, ...]]:
    """Return the file with codes of its own for rows whose code the book has given to another one meanwhile.

    A row that came over so before keeps the code that the book gave it; what the file says of it elsewhere follows.
    Also returns a sentence for each fresh code.
    """
    codes: dict[str, str] = {}
    told: list[str] = []
    for table in _CODED:
        grid = theirs.grids.get(table)
        if table in ours and grid is not None:
            for code, fresh, is_known in _codes(TableMerge(table, base.grids.get(table), ours[table], grid)):
                codes[code_key(code)] = fresh
                told += [] if is_known else [_TOLD.format(sheet=grid.sheet, code=tidy(code), fresh=fresh)]
    if not codes:
        return theirs, ()
    return replace(theirs, grids={table: _said_anew(grid, codes) for table, grid in theirs.grids.items()}), tuple(told)


def _codes(merging: TableMerge) -> Iterator[tuple[str, str, bool]]:
    """Yield for each new row of the file whose code is another's: the code, the one to have, whether it stands."""
    key = key_column(merging.table.spec)
    sent, held, back = ({key_of(key, line) for line in side} for side in (merging.base, merging.ours, merging.theirs))
    if not (held - sent) & (back - sent):
        return
    ours, theirs = merging.added
    owners = {key_of(key, line): line for line in ours}
    taken = sent | held | back
    for line in theirs:
        owner = owners.get(key_of(key, line))
        if key is None or owner is None or not are_two(merging.table, owner, line):
            continue
        code = as_text(line.cells[key.field])
        known = next((one for one in ours if not are_two(merging.table, one, line)), None)
        fresh = as_text(known.cells[key.field]) if known else _next(code, taken)
        if fresh:
            taken.add(code_key(fresh))
            yield code, fresh, known is not None


def _next(code: str, taken: Iterable[str]) -> str:
    """Return the first code of the same shape with a number above all that are taken.

    "" for one without a number or without letters, which a text may hold that means something else.
    """
    found = _NUMBERED.fullmatch(tidy(code))
    if found is None:
        return ""
    start, width = found[1], len(found[2])
    numbers = [one.removeprefix(code_key(start)) for one in taken if one.startswith(code_key(start))]
    return f"{start}{max(int(number) for number in numbers if number.isdecimal()) + 1:0{width}}"


def _said_anew(grid: Grid, codes: Mapping[str, str]) -> Grid:
    def cell(value: object) -> object:
        if not isinstance(value, str):
            return value
        return _CODE.sub(lambda found: codes.get(code_key(found[0]), found[0]), value)

    return replace(grid, values=tuple(tuple(map(cell, values)) for values in grid.values))
