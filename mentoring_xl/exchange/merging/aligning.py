"""Which row of one side is which of another: by key and content, by content, by key, at last by likeness and order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.core.text import code_key, fold

from .lines import filled
from .values import is_running_number, key_column, meaning, merged_columns, naming_column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.table import Column, Row

    from .lines import Line

_SAME_NAMES = 0.4
"""Of the cells filled in two rows, how many must be equal where what names them is."""
_ALIKE = 0.5
"""The same where nothing names them."""
_RECODED = 0.6
"""The same where both have codes, and different ones."""
_LIKE_NAMES = 60
"""Such rows must be called alike, 0–100, not to be one that went and one that came."""
_CLASH = 1 / 3
"""Two new rows of one code that have less in common are two different ones."""
_EVERY_PAIR = 20_000
"""So many pairs of rows are all compared; beyond that only rows that share something rare."""
_RARE = 20


class Aligner:
    """Compares the rows of two sides of one table."""

    def __init__(self, table: type[Row], old: Sequence[Line], new: Sequence[Line]) -> None:
        self.old, self.new = old, new
        self._key, self._naming = key_column(table.spec), naming_column(table)
        columns = merged_columns(table)
        if not any(column.required for column in columns):
            columns = tuple(column for column in table.spec.columns if not is_running_number(table, column))
        self._columns = tuple(
            column
            for column in columns
            if column is not self._key and (filled(column, old) or not old) and (filled(column, new) or not new)
        )
        self._required = tuple(column for column in self._columns if column.required)
        self._said: dict[int, tuple[object, ...]] = {}
        self._found: dict[int, int] = {}

    def pairs(self, *, alike: bool = True) -> Mapping[int, int]:
        """Return index in `new` → index in `old` of the rows that both have.

        alike: a row that was changed all over is known by what it has left; not so where each side has rows of its own.
        """
        if self._key:
            self._match(self._by_key_and_names, 0.0)
        self._match(self._by_content, 0.0)
        if self._required:
            self._match(self._by_names, _SAME_NAMES)
        if self._key:
            self._match(self._by_key, 0.0)
        if alike:
            self._match_alike()
        return self._found

    def likeness(self, old: Line, new: Line) -> float:
        """Return the share of equal cells among those that either row has filled, the code left out; 1 without any."""
        pairs = [(a, b) for a, b in zip(self._content(old), self._content(new), strict=True) if (a, b) != (None, None)]
        return sum(a == b for a, b in pairs) / len(pairs) if pairs else 1.0

    def _content(self, line: Line) -> tuple[object, ...]:
        said = self._said.get(id(line))
        if said is None:
            said = tuple(meaning(column, line.cells.get(column.field)) for column in self._columns)
            self._said[id(line)] = said
        return said

    def _by_content(self, line: Line) -> Hashable:
        said = self._content(line)
        return said if any(value is not None for value in said) else None

    def _by_names(self, line: Line) -> Hashable:
        said = tuple(meaning(column, line.cells.get(column.field)) for column in self._required)
        return said if any(value is not None for value in said) else None

    def _by_key(self, line: Line) -> Hashable:
        return key_of(self._key, line) or None

    def _by_key_and_names(self, line: Line) -> Hashable:
        key = self._by_key(line)
        return key and (key, *(meaning(column, line.cells.get(column.field)) for column in self._required))

    def _left(self) -> tuple[list[int], list[int]]:
        taken = set(self._found.values())
        return [at for at in range(len(self.old)) if at not in taken], [
            at for at in range(len(self.new)) if at not in self._found
        ]

    def _match(self, sign: Callable[[Line], Hashable], least: float) -> None:
        """Join rows of one sign; where several have it, the likest first."""
        old, new = self._left()
        if not old or not new:
            return
        signed: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (lines, left) in enumerate(((self.old, old), (self.new, new))):
            for at in left:
                if (said := sign(lines[at])) is not None:
                    signed[said][side].append(at)
        for ours, theirs in signed.values():
            if len(ours) == len(theirs) == 1 and not least:
                self._found[theirs[0]] = ours[0]
            elif ours and theirs:
                self._join([(one, other) for one in ours for other in theirs], least)

    def _match_alike(self) -> None:
        old, new = self._left()
        pairs: Iterable[tuple[int, int]] = ((one, other) for one in old for other in new)
        self._join(pairs if len(old) * len(new) <= _EVERY_PAIR else self._sharing(old, new), _ALIKE)

    def _join(self, pairs: Iterable[tuple[int, int]], least: float) -> None:
        found = []
        for one, other in pairs:
            likeness = self.likeness(self.old[one], self.new[other])
            if self._are_one(one, other, likeness, least):
                found.append((-likeness, abs(one - other), one, other))
        taken = set()
        for _, _, one, other in sorted(found):
            if one not in taken and other not in self._found:
                self._found[other] = one
                taken.add(one)

    def _are_one(self, one: int, other: int, likeness: float, least: float) -> bool:
        if least and self._recoded(one, other):
            return likeness >= max(least, _RECODED) and not self._is_another(one, other)
        return likeness >= least

    def _recoded(self, one: int, other: int) -> bool:
        keys = key_of(self._key, self.old[one]), key_of(self._key, self.new[other])
        return all(keys) and keys[0] != keys[1]

    def _is_another(self, one: int, other: int) -> bool:
        """Tell whether two rows are called quite differently."""
        from rapidfuzz import fuzz

        if self._naming is None:
            return False
        names = (meaning(self._naming, line.cells.get(self._naming.field)) for line in (self.old[one], self.new[other]))
        return fuzz.ratio(*(fold(str(name or "")) for name in names)) < _LIKE_NAMES

    def _sharing(self, old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of rows that share a cell which few rows have."""
        having: defaultdict[tuple[int, object], list[int]] = defaultdict(list)
        for at in old:
            for cell in enumerate(self._content(self.old[at])):
                having[cell].append(at)
        for at in new:
            found = (having.get(cell, ()) for cell in enumerate(self._content(self.new[at])) if cell[1] is not None)
            yield from ((one, at) for one in sorted({one for rows in found if len(rows) <= _RARE for one in rows}))


def key_of(column: Column | None, line: Line) -> str:
    """Return the code of a row by which two spellings are the same, "" where it has none."""
    value = line.cells.get(column.field) if column else None
    return "" if value is None else code_key(as_text(value))


def are_two(table: type[Row], one: Line, other: Line) -> bool:
    """Tell whether two new rows are different ones: called so by more than a slip, or with hardly a cell in common."""
    naming = naming_column(table)
    names = [meaning(naming, line.cells.get(naming.field)) if naming else None for line in (one, other)]
    if all(isinstance(name, str) for name in names) and _more_than_a_slip(*map(fold, map(str, names))):
        return True
    return Aligner(table, [one], [other]).likeness(one, other) < _CLASH


def _more_than_a_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) > 1
