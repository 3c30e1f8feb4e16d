"""Where the head of a plan's table is, one row or two, and what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold
from mentoring_xl.roadmap import columns
from mentoring_xl.roadmap.columns import column_field

from .lines import one_line
from .marks import Span, span_of
from .source import Joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source import Grid, Slot

MARK = "mark"
_LOOKED_AT = 40
_LONGEST_TITLE = 120
_BARE_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[IVX]+)[.)]?")
_LIMITS = (columns.START, columns.END)
_WHEN_AND_WHO = {columns.DEADLINE, columns.START, columns.END, MARK, columns.RESPONSIBLE, columns.RESULT}


@dataclass(frozen=True)
class Heading:
    """One column. field: as `column_field` names it, "mark" for a quarter or month, None for what a plan has not."""

    title: str
    field: str | None
    span: Span | None = None


@dataclass(frozen=True)
class Head:
    """The head of a table. first, last: its rows, zero-based. headings: one per place of the grid."""

    first: int
    last: int
    headings: tuple[Heading, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the columns hold."""
        return frozenset(heading.field for heading in self.headings if heading.field)

    @property
    def is_plan(self) -> bool:
        """Whether there is a column that says what is done, and another that says anything about it."""
        return bool(self.fields & {columns.TASK, columns.STAGE}) and len(self.fields) > 1

    @property
    def score(self) -> int:
        """How much of a plan the columns hold."""
        return len(self.fields) + len(self.fields & _WHEN_AND_WHO)

    def columns_of(self, *fields: str) -> tuple[int, ...]:
        """Return the places of the columns that hold a field."""
        return tuple(at for at, heading in enumerate(self.headings) if heading.field in fields)


def head_of(grid: Grid) -> Head | None:
    """Return the head of a plan's table: of the first rows the one that knows most columns; None for other tables."""
    found = [head for at in range(min(len(grid.rows), _LOOKED_AT)) if (head := _head(grid, at)).is_plan]
    return max(found, key=lambda head: (head.score, -head.first), default=None)


def is_numbered(row: Sequence[Slot]) -> bool:
    """Tell the row of column numbers: «1», «2», «3»."""
    texts = [slot.text.strip("(). ") for slot in row if slot.own]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def repeats(row: Sequence[Slot], head_rows: Sequence[Sequence[Slot]]) -> bool:
    """Tell a row of the head said again on a new page."""
    said = _said(row)
    return bool(said) and any(said == _said(other) for other in head_rows)


def _said(row: Sequence[Slot]) -> list[str]:
    return [fold(one_line(slot.text)) for slot in row if slot.own]


def _head(grid: Grid, at: int) -> Head:
    upper = grid.rows[at]
    if not _may_be_titles(upper):
        return Head(at, at, ())
    single = Head(at, at, tuple(_headings(upper)))
    if at + 1 >= len(grid.rows):
        return single
    lower = grid.rows[at + 1]
    double = tuple(_doubled(upper, lower))
    has_second = _is_second(upper, lower, double)
    return Head(at, at + 1, double) if has_second else single


def _may_be_titles(row: Sequence[Slot]) -> bool:
    """Tell a row of titles from one of measures, which is numbered or says more than a title does."""
    return not any(len(slot.text) > _LONGEST_TITLE or _BARE_NUMBER.fullmatch(slot.text) for slot in row if slot.own)


def _headings(row: Sequence[Slot]) -> list[Heading]:
    found: list[Heading] = []
    for slot in row:
        found.append(found[-1] if slot.joint is Joint.LEFT and found else _heading(slot.text))
    return found


def _doubled(upper: Sequence[Slot], lower: Sequence[Slot]) -> list[Heading]:
    """Read two rows as one head: a lower title stands below an upper one, which may reach over it from the left."""
    found: list[Heading] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above.text if above.text else over
        own = one_line(below.text) if below.own else ""
        if own:
            field, span = column_field(below.text), span_of(below.text)
            both = _heading(f"{over}\n{below.text}")
            title = f"{one_line(over)}: {own}" if over else own
            if span:
                found.append(Heading(title, MARK, span))
            elif field in (None, columns.NUMBER) or both.field in _LIMITS:
                found.append(Heading(title, both.field))
            else:
                found.append(Heading(title, field))
        elif found and (below.joint is Joint.LEFT or (not above.text and above.joint is Joint.LEFT)):
            found.append(found[-1])
        else:
            found.append(_heading(above.text))
    return found


def _heading(title: str) -> Heading:
    span = span_of(title)
    return Heading(one_line(title), MARK if span else column_field(title), span)


def _is_second(upper: Sequence[Slot], lower: Sequence[Slot], double: Sequence[Heading]) -> bool:
    """Tell whether the lower row goes on with the head: it parts a title above, and is silent below all others."""
    if (
        sum(slot.own for slot in upper) < 2
        or is_numbered(lower)
        or any(len(slot.text) > _LONGEST_TITLE for slot in lower)
    ):
        return False
    parts = [at for at, slot in enumerate(lower) if slot.own]
    whole = [at for at, slot in enumerate(upper) if slot.text and not (lower[at].own and _is_wide(upper, at))]
    if not parts or any(lower[at].own for at in whole if not _is_wide(upper, at) and upper[at].own):
        return False
    return any(
        double[at].field in {MARK, *_LIMITS, columns.DEADLINE, columns.RESPONSIBLE, columns.STATUS} for at in parts
    )


def _is_wide(row: Sequence[Slot], at: int) -> bool:
    """Tell whether a title reaches over the column to its right, merged with it or with nothing written there."""
    return at + 1 < len(row) and (row[at + 1].joint is Joint.LEFT or not row[at + 1].text)
