"""Lays a table as it was before a traced save; what a person has changed since stays."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold

from .area import Undone
from .cells import Kept, New, alike
from .trace import image_at, image_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .area import Area
    from .trace import TableTrace, Values

Cells = list[Kept | New]
Laid = dict[int, tuple[int | None, Cells]]
"""Row → the row in which it stands now, None for one that is laid anew, and its cells."""


class MisfitError(Exception):
    """Rows or columns no longer stand where the save left them; the text says on which sheet, without a full stop."""


@dataclass
class _Now:
    """The table as it stands now, by the rows and columns of its trace. others: columns that it did not have."""

    area: Area
    trace: TableTrace
    columns: list[int]
    others: list[int]

    @property
    def rows(self) -> int:
        return self.area.read_to - self.area.first + 1

    def cell(self, row: int, at: int) -> object:
        return image_at(self.area, self.area.first + row, self.columns[at])

    def image(self, row: int) -> Values:
        return tuple(self.cell(row, at) for at in range(len(self.columns)))

    def kept(self, row: int) -> Cells:
        return [Kept(self.area.first + row) for _ in range(self.area.spot.left, self.area.spot.right + 1)]

    def laid(self, values: Sequence[object]) -> Cells:
        """Return a row of these values by the columns of the trace; other columns are blank."""
        cells: Cells = [New(None) for _ in range(self.area.spot.left, self.area.spot.right + 1)]
        for column, value in zip(self.columns, values, strict=True):
            cells[column - self.area.spot.left] = New(value)
        return cells

    def edited(self, row: int) -> int:
        """Return how many cells of a row that the save left a person has changed since."""
        after = enumerate(self.trace.shown[row])
        changed = sum(not alike(self.trace.kinds[at], self.cell(row, at), value) for at, value in after)
        return changed + sum(map(self._is_filled, [row] * len(self.others), self.others))

    def is_filled(self, row: int) -> bool:
        return any(self._is_filled(row, column) for column in (*self.columns, *self.others))

    def _is_filled(self, row: int, column: int) -> bool:
        there = self.area.first + row
        return self.area.shown(there, column) not in (None, "") or self.area.has_formula(there, column)


def distances(area: Area, trace: TableTrace) -> tuple[int, int]:
    """Return in how many cells the table differs from what the save wrote, and from what was there before it."""
    now = _now(area, trace)
    places = [(now.cell(row, at), trace.kinds[at], one, two) for row, at, one, two in trace.written()]
    return (
        sum(not alike(kind, there, after) for there, kind, _, after in places),
        sum(not alike(kind, there, before) for there, kind, before, _ in places),
    )


def restore(area: Area, trace: TableTrace) -> int:
    """Lay the state before the save in memory; return how many cells of a person's stay against it.

    Raises MisfitError when rows or columns no longer stand where the save left them.
    """
    now = _now(area, trace)
    _refuse_moved_rows(now)
    laid, left = _earlier_rows(now)
    left += _later_rows(now, laid)
    blank = None, now.laid([None] * len(now.columns))
    rows = [laid.get(row, blank) for row in range(max((now.rows - 1, *laid)) + 1)]
    area.restore(
        [(None if origin is None else origin + area.first, cells) for origin, cells in rows], _undone(now, laid)
    )
    return left


def _now(area: Area, trace: TableTrace) -> _Now:
    """Match the columns by their titles; one that was given another title, by its place."""
    titles = [fold(title) for title in area.spot.titles]
    wanted = [fold(title) for title in trace.titles]
    columns = [titles.index(title) if titles.count(title) == wanted.count(title) == 1 else -1 for title in wanted]
    taken = set(columns)
    for at, title in enumerate(wanted):
        if (
            columns[at] < 0
            and at < len(titles)
            and at not in taken
            and (titles[at] == title or titles[at] not in wanted)
        ):
            columns[at] = at
    if -1 in columns:
        missing = trace.titles[columns.index(-1)]
        raise MisfitError(f"На листе «{area.spot.sheet}» больше нет столбца «{missing}»")
    left = area.spot.left
    others = [column for column in range(left, area.spot.right + 1) if column - left not in columns]
    return _Now(area, trace, [column + left for column in columns], others)


def _refuse_moved_rows(now: _Now) -> None:
    """Raise MisfitError when a row now shows what the save had left in another one: rows were sorted or put in."""
    trace = now.trace
    where: defaultdict[tuple[int, object], list[int]] = defaultdict(list)
    for row, values in enumerate(trace.shown):
        for at, value in enumerate(values):
            if value not in (None, ""):
                where[at, value].append(row)
    for row in range(min(now.rows, len(trace.shown))):
        image = now.image(row)
        if image == trace.shown[row]:
            continue
        hits = Counter(
            there for at, value in enumerate(image) if value not in (None, "") for there in where.get((at, value), ())
        )
        if hits and hits.most_common(1)[0][1] > max(hits[row], 1):
            raise MisfitError(f"На листе «{now.area.spot.sheet}» строки с тех пор переставлены")


def _earlier_rows(now: _Now) -> tuple[Laid, int]:
    """Return the rows that were there before, and how many cells of a person's stay in them."""
    trace = now.trace
    after = {origin: row for row, origin in enumerate(trace.origins) if origin is not None}
    laid: Laid = {}
    left = 0
    for row in range(trace.rows):
        place = after.get(row)
        if place is None or place >= now.rows:
            laid[row] = None, now.laid(trace.gone.get(row, (None,) * len(now.columns)))
        elif place in trace.made and (edited := now.edited(place)):
            laid[row], left = (place, now.kept(place)), left + edited
        else:
            laid[row] = place, now.kept(place)
            left += _take_back(now, place, laid[row][1])
    return laid, left


def _take_back(now: _Now, row: int, cells: Cells) -> int:
    """Put the earlier values into a row that stayed; return how many cells a person has changed since."""
    left = 0
    for at, column in enumerate(now.columns):
        if (row, at) not in now.trace.earlier:
            continue
        kind, there, earlier = now.trace.kinds[at], now.cell(row, at), now.trace.earlier[row, at]
        if alike(kind, there, now.trace.shown[row][at]):
            cells[column - now.area.spot.left] = New(earlier)
        elif not alike(kind, there, image_of(earlier)):
            left += 1
    return left


def _later_rows(now: _Now, laid: Laid) -> int:
    """Keep the rows that a person typed or changed since: in their place, or below when it is needed.

    Return how many cells that the save left were changed in them.
    """
    left, origins = 0, now.trace.origins
    for row in range(now.rows):
        if row < len(origins) and (origins[row] is not None or not now.edited(row)):
            continue
        if now.is_filled(row):
            place = max((now.rows - 1, *laid)) + 1 if row in laid else row
            laid[place] = row, now.kept(row)
            left += now.edited(row) if row < len(origins) else 0
    return left


def _end(now: _Now, laid: Laid) -> int:
    """Return the last row of the Excel table: its old one, unless a person has resized it or has rows below."""
    area = now.area
    before, after = (end + area.spot.head - now.trace.head for end in now.trace.ends)
    later = [
        area.first + row
        for row, (origin, _) in laid.items()
        if row >= now.trace.rows and (row != origin or area.first + row <= area.old_end)
    ]
    return max((before if before < area.old_end <= after else area.old_end, *later))


def _undone(now: _Now, laid: Laid) -> Undone:
    """Return what is given back besides the cells."""
    area, trace = now.area, now.trace
    end, below, bottom = _end(now, laid), area.old_end + 1, trace.bottom + area.spot.head - trace.head
    given_up = [row for row in range(end + 1, below) if row - area.first not in laid]
    gone = {place: note for place, note in trace.notes.items() if laid[place[0]][0] is None}
    return Undone(
        end=end,
        formats={(row + area.first, now.columns[at]): code for (row, at), code in _formats(now, laid).items()},
        heights={row + area.first: points for row, points in trace.heights.items()},
        notes={(row + area.first, now.columns[at]): note for (row, at), note in gone.items()},
        bare=frozenset(row for row in given_up if row > bottom),
        like={row: below for row in given_up if row <= bottom and below <= bottom},
    )


def _formats(now: _Now, laid: Laid) -> dict[tuple[int, int], str]:
    """Return the number formats that the cells get back, by the rows as they are laid."""
    places = {origin: row for row, (origin, _) in laid.items() if origin is not None}
    return {(places.get(row, row), at): code for (row, at), code in now.trace.formats.items()}
