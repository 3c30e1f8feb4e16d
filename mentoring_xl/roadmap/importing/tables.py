"""Which tables of a file are the plan, which only go on with it on another page, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.roadmap import columns

from . import sentences
from .heading import above
from .heads import MARK, head_of
from .rows import Table
from .source import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .heads import Head
    from .source import Part

_SAYS_MORE = {columns.DEADLINE, columns.START, columns.END, MARK, columns.RESPONSIBLE, columns.RESULT}
_LONGEST_HEADING = 250


@dataclass(frozen=True)
class Found:
    """The tables of the plan in their order, the lines before the first of them, and all other texts of the file."""

    tables: tuple[Table, ...]
    before: tuple[str, ...]
    other: tuple[str, ...]


def found_in(parts: Sequence[Part], file: str) -> Found:
    """Find the plan; BookError when there is no table or none of measures."""
    grids = [part for part in parts if not isinstance(part, str)]
    heads = {id(grid): head_of(grid) for grid in grids}
    best = max((head for head in heads.values() if head), key=lambda head: head.score, default=None)
    if best is None:
        raise sentences.refusal(sentences.NO_TASKS if grids else sentences.NO_TABLE, file)
    search = _Search(best, sum(head is not None and _alike(head, best) for head in heads.values()) > 1)
    for part in parts:
        if isinstance(part, str):
            search.lines.append(part)
        else:
            search.take(part, heads[id(part)])
    return Found(tuple(search.tables), tuple(search.before), (*search.other, *search.lines))


def _alike(head: Head, best: Head) -> bool:
    """Tell whether a table is a part of the same plan: it says what is done, and when, by whom or to what end."""
    return head is best or bool(head.is_plan and head.fields & _SAYS_MORE) or head.fields == best.fields


class _Search:
    """What has been found so far; lines: the paragraphs since the last table."""

    def __init__(self, best: Head, several: bool) -> None:
        self._best, self._several = best, several
        self.tables: list[Table] = []
        self.before: list[str] = []
        self.other: list[str] = []
        self.lines: list[str] = []
        self._heading = ""

    def take(self, grid: Grid, head: Head | None) -> None:
        """Take a table as a part of the plan, as the next page of one, or as none of it."""
        if head and _alike(head, self._best) and not (self.tables and self._is_next_page(grid, head)):
            over = list(_texts(grid, head.first))
            self._take_lines([*self.lines, *over])
            rows = grid.rows[head.first : head.last + 1]
            section = self._section(grid.name)
            self.tables.append(Table(grid, head, head.last + 1, section, rows))
        elif self.tables and self._goes_on(grid) and (not head or self._is_next_page(grid, head)):
            last = self.tables[-1]
            self.other += self.lines
            self.lines = []
            self.tables.append(Table(grid, last.head, 0, "", last.head_rows))
        elif self.tables:
            self.other += [*self.lines, *_texts(grid, len(grid.rows))]
            self.lines = []
        else:
            self.lines += _texts(grid, len(grid.rows))

    def _is_next_page(self, grid: Grid, head: Head) -> bool:
        """Tell whether what looks like a head is a measure: on a page that goes on with a table."""
        return head.first > 0 and 0 in grid.breaks and self._goes_on(grid) and not self.lines

    def _goes_on(self, grid: Grid) -> bool:
        """Tell whether a table can be the next page of the last one: not on another sheet or after other text."""
        adjoins = 0 in grid.breaks or not (self.lines or grid.name)
        return adjoins and bool(grid.rows) and len(grid.rows[0]) == len(self.tables[-1].grid.rows[0])

    def _take_lines(self, lines: list[str]) -> None:
        """Put the lines above a table where they belong; the last of them is kept as the heading of its rows."""
        found = above(lines) if not self.tables else None
        rest = list(found.stray) if found else lines
        heading = self._several and lines and rest and rest[-1] == lines[-1] and len(lines[-1]) <= _LONGEST_HEADING
        self._heading = lines[-1] if heading else ""
        kept = lines[:-1] if heading else lines
        (self.other if self.tables else self.before).extend(kept)
        self.lines = []

    def _section(self, sheet: str) -> str:
        return self._heading or (sheet if self._several and not sheet.lower().startswith(("лист", "sheet")) else "")


def _texts(grid: Grid, end: int) -> Iterator[str]:
    """Yield the lines of a table that is not the plan, row by row."""
    for row in grid.rows[:end]:
        for slot in row:
            if slot.own:
                yield from slot.text.splitlines()
