"""The rows of «Расхождения» on which a person chose, carried out one by one and turned into edits at the end."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Append, Put, Rewrite
from mentoring_xl.core.grid import as_text
from mentoring_xl.exchange.merging import (
    ADDED,
    INFORMING,
    LEFT_OURS,
    MERGED,
    READ,
    REMOVED,
    TOOK_THEIRS,
    Target,
    cells_in,
    lines_in_book,
    meaning,
    new_row,
    sign_of,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Conflict

_ROW = re.compile(r"\d+$")
_TABLES = {table.spec.name: table for table in MERGED}


class Settling:
    """What the choices come to. taken, left, read: how many; changed, gone: those that could not be carried out."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows: dict[type[Row], dict[str, list[Row]]] = {}
        self._values: defaultdict[type[Row], dict[int, dict[str, object]]] = defaultdict(lambda: defaultdict(dict))
        self._removed: defaultdict[type[Row], set[int]] = defaultdict(set)
        self._new: defaultdict[type[Row], list[Row]] = defaultdict(list)
        self._marks: list[Edit] = []
        self._settled: set[int] = set()
        self.taken = self.left = self.read = self.changed = self.gone = 0

    def settle(self, conflict: Conflict, *, wants_theirs: bool) -> None:
        """Carry out the choice on one row."""
        if conflict.state == INFORMING:
            self.read += 1
            self._mark(conflict, READ)
        elif not wants_theirs:
            self.left += 1
            self._mark(conflict, LEFT_OURS)
        elif self._takes(conflict):
            self.taken += 1
            self._mark(conflict, TOOK_THEIRS)

    def is_settled(self, conflict: Conflict) -> bool:
        """Tell whether the choice on a row could be carried out."""
        return id(conflict) in self._settled

    def edits(self) -> tuple[Edit, ...]:
        """Return the edits of all tables, then those of «Расхождения»."""
        tables = dict.fromkeys((*self._values, *self._removed, *self._new))
        return (*(edit for table in tables for edit in self._edits_of(table)), *self._marks)

    def _edits_of(self, table: type[Row]) -> Iterator[Edit]:
        values, removed = self._values[table], self._removed[table]
        for row in self._tables[table]:
            if id(row) in values and id(row) not in removed:
                yield Amend(row, values[id(row)])
        if removed:
            left = (row for row in self._tables[table] if id(row) not in removed)
            yield Rewrite(table, tuple(row.but(**values[id(row)]) if id(row) in values else row for row in left))
        if self._new[table]:
            yield Append(table, tuple(self._new[table]))

    def _takes(self, conflict: Conflict) -> bool:
        """Note what the file says for writing; tell whether that could be done."""
        target = Target.read(conflict.key)
        table = _TABLES.get(target.table) if target else None
        if target is None or table is None:
            self.gone += 1
            return False
        row = self._row(table, target, conflict)
        if target.what == ADDED:
            self._new[table].append(new_row(table, cells_in(table, conflict.theirs)))
        elif target.what == REMOVED:
            if row is not None:
                self._removed[table].add(id(row))
        elif row is None or target.what not in table.spec.fields:
            self.gone += 1
            return False
        else:
            return self._takes_cell(conflict, row, target.what)
        return True

    def _takes_cell(self, conflict: Conflict, row: Row, name: str) -> bool:
        column = row.spec.column(name)
        now = lines_in_book((row,))[0].cells.get(name)
        if meaning(column, now) == meaning(column, conflict.theirs):
            return True
        if meaning(column, now) != meaning(column, conflict.ours):
            self.changed += 1
            self._marks.append(Amend(conflict, {"ours": as_text(now), "choice": ""}))
            return False
        self._values[type(row)][id(row)][name] = value_of(column, conflict.theirs)
        return True

    def _row(self, table: type[Row], target: Target, conflict: Conflict) -> Row | None:
        """Find the row again: by its sign, and of several the one that stands where it stood."""
        if table not in self._rows:
            signed: defaultdict[str, list[Row]] = defaultdict(list)
            for line in lines_in_book(self._tables[table]):
                if line.row is not None:
                    signed[sign_of(table, line)].append(line.row)
            self._rows[table] = signed
        found = self._rows[table].get(target.row, [])
        if len(found) > 1:
            number = _ROW.search(conflict.place)
            found = [row for row in found if number and row.at and row.at.row == int(number[0])] or found
        return found[0] if found else None

    def _mark(self, conflict: Conflict, state: str) -> None:
        self._marks.append(Put(conflict, {"state": state}))
        self._settled.add(id(conflict))
