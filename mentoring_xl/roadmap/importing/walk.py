"""The way through the tables of a plan: measures one after the other, each below the headings that it has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .heads import is_numbered, repeats
from .layout import Layout
from .rows import Line, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FOOTNOTE = re.compile(r"\*|примечани[ея]\b|итого\b|всего\b|.*_{3}", re.IGNORECASE)


@dataclass
class Walk:
    """What has been read so far; `lines` and `unplaced` are the result."""

    lines: list[Line] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    _sections: tuple[str, ...] = ()
    _pending: list[str] = field(default_factory=list)

    def read(self, table: Table) -> None:
        """Read a table from its first row below the head to its end."""
        if table.section:
            self._pending.append(table.section)
        layout = Layout(table)
        rows = table.grid.rows
        for at in range(table.first, len(rows)):
            row = rows[at]
            if not any(slot.own for slot in row):
                continue
            if is_numbered(row) or repeats(row, table.head_rows):
                continue
            if heading := layout.heading(at):
                (self.unplaced if _FOOTNOTE.match(heading) else self._pending).append(heading)
            elif self.lines and not self._pending and layout.goes_on(at, self.lines[-1]):
                self.lines[-1] = layout.continued(self.lines[-1], row)
            else:
                self._settle()
                self.lines.append(layout.line(row, self._sections))

    def finish(self) -> None:
        """Headings with nothing below them are nowhere in the plan."""
        self.unplaced += self._pending
        self._pending = []

    def _settle(self) -> None:
        """Put the headings that have come since the last measure in their places among the sections."""
        run: list[str] = []
        for heading in self._pending:
            styles = [_style(other) for other in run]
            if (style := _style(heading)) and style in styles:
                at = styles.index(style)
                self.unplaced += run[at:]
                del run[at:]
            run.append(heading)
        if run:
            self._sections = (*self._outer(run), *run)
        self._pending = []

    def _outer(self, run: Sequence[str]) -> tuple[str, ...]:
        styles = [_style(section) for section in self._sections]
        style = _style(run[0])
        if style in styles:
            return self._sections[: len(styles) - 1 - styles[::-1].index(style)] if style else self._plain(len(run))
        if style and styles and styles[-1]:
            return self._sections
        return self._plain(len(run))

    def _plain(self, count: int) -> tuple[str, ...]:
        """Headings without numbers take the places of as many that stood there before."""
        return self._sections[: max(0, len(self._sections) - count)]


def _style(section: str) -> str:
    """Return how a section is numbered: headings of one style stand on one level; "" without a number."""
    found = re.match(
        r"(?:(раздел|этап|блок|модуль|направление|глава)\s+)?№?\s*(?:([IVX]+)|(\d+(?:\.\d+)*))(?=[.)\s:])",
        section,
        re.I,
    )
    if not found:
        return ""
    return f"{(found[1] or '').lower()} {'roman' if found[2] else found[3].count('.')}"


def sections_of(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """Yield the sections in their order, each once."""
    yield from dict.fromkeys(line.sections[:depth] for line in lines for depth in range(1, len(line.sections) + 1))
