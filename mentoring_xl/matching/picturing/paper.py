"""Where the stars and lists of the network stand on sheets of A4, landscape: in millimetres from the upper left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .network import Leaf, Picture, Star

WIDTH, HEIGHT = 297.0, 210.0
MARGIN = 9.0
_TOP, _BOTTOM = 24.0, 16.0
CELL = 46.5
_SCALES = (1.0, 1.17)
_SMALL = 4
_AWAY, _LABELS, _BOX = 8.5, 7.5, 4.5
LINE = 4.4
_GAP = 3.0
_MOST_LISTED = 210


@dataclass(frozen=True)
class Node:
    """A mentee's mark. is_above: his label stands over it, else under it."""

    x: float
    y: float
    is_above: bool
    leaf: Leaf


@dataclass(frozen=True)
class Placed:
    """A star with its middle."""

    x: float
    y: float
    star: Star
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class ListLine:
    """A line of a list from `y` down: a heading alone or a text to a column."""

    y: float
    texts: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True)
class Sheet:
    """What stands on one sheet. scale: everything is drawn this much smaller, so its sides are as much longer."""

    scale: float
    stars: tuple[Placed, ...]
    lines: tuple[ListLine, ...]

    @property
    def width(self) -> float:
        """How far it reaches to the right, in millimetres before they are made smaller."""
        return WIDTH * self.scale

    @property
    def height(self) -> float:
        """How far it reaches down."""
        return HEIGHT * self.scale


def sheets(picture: Picture) -> tuple[Sheet, ...]:
    """Lay stars in rows, then the lists in columns; at least one sheet.

    What nearly fits one sheet is made a little smaller to fit it; what does not takes as many as it needs.
    """
    tries = (tuple(_laid(picture, scale)) for scale in _SCALES)
    first = next(tries)
    return first if len(first) == 1 else next((found for found in tries if len(found) == 1), first)


def _laid(picture: Picture, scale: float) -> Iterator[Sheet]:
    columns = int((WIDTH * scale - 2 * MARGIN) // CELL)
    stars: list[Placed] = []
    lines: list[ListLine] = []
    y = _TOP
    for block in _blocks(picture, columns):
        if y + block.needs > HEIGHT * scale - _BOTTOM and y > _TOP:
            yield Sheet(scale, tuple(stars), tuple(lines))
            stars, lines, y = [], [], _TOP
        stars += block.stars(y)
        lines += block.lines(y)
        y += block.height
    yield Sheet(scale, tuple(stars), tuple(lines))


@dataclass(frozen=True)
class _Block:
    """A row of stars or a line of a list. needs: the height below which it would stand alone at the foot."""

    height: float
    needs: float
    row: tuple[Star, ...] = ()
    texts: tuple[str, ...] = ()
    is_heading: bool = False

    def stars(self, y: float) -> Iterator[Placed]:
        x = MARGIN
        middle = y + _LABELS + _AWAY
        for star in self.row:
            width = _cells(star) * CELL
            yield Placed(x + width / 2, middle, star, tuple(_nodes(star, x + width / 2, middle)))
            x += width

    def lines(self, y: float) -> Iterator[ListLine]:
        if self.texts:
            yield ListLine(y, self.texts, self.is_heading)


def _blocks(picture: Picture, columns: int) -> Iterator[_Block]:
    for row in _rows(picture.stars, columns):
        below = _AWAY + _LABELS if any(_lower(star) for star in row) else _BOX
        height = _LABELS + _AWAY + below + _GAP
        yield _Block(height, height, row)
    yield from _list("Без пары", picture.unpaired, "Без пары", columns)
    yield from _list("Свободные места у наставников", picture.free, "Банк наставников", columns)


def _list(title: str, texts: Sequence[str], sheet: str, columns: int) -> Iterator[_Block]:
    """Yield the heading and the lines of a list; of a very long one the first people and the `sheet` with them all."""
    if not texts:
        return
    said = f"{title}: {len(texts)}"
    if len(texts) > _MOST_LISTED:
        said += f"; здесь первые {_MOST_LISTED}, все – на листе «{sheet}»"
    yield _Block(LINE + 1, 3 * LINE, texts=(said,), is_heading=True)
    shown = texts[:_MOST_LISTED]
    for first in range(0, len(shown), columns):
        is_last = first + columns >= len(shown)
        yield _Block(LINE + _GAP * is_last, LINE, texts=tuple(shown[first : first + columns]))


def _rows(stars: Sequence[Star], columns: int) -> Iterator[tuple[Star, ...]]:
    row: list[Star] = []
    for star in stars:
        if sum(map(_cells, row)) + _cells(star) > columns:
            yield tuple(row)
            row = []
        row.append(star)
    if row:
        yield tuple(row)


def _cells(star: Star) -> int:
    return 1 if len(star.leaves) <= _SMALL else 2


def _lower(star: Star) -> int:
    """Return how many mentees stand under the mentor: none of one or two, else half of them."""
    return len(star.leaves) // 2 if len(star.leaves) > _SMALL // 2 else 0


def _nodes(star: Star, x: float, y: float) -> Iterator[Node]:
    upper = len(star.leaves) - _lower(star)
    for leaves, is_above in ((star.leaves[:upper], True), (star.leaves[upper:], False)):
        room = _cells(star) * CELL / max(len(leaves), 1)
        for at, leaf in enumerate(leaves):
            across = (at + 0.5) * room - _cells(star) * CELL / 2
            yield Node(x + across, y + (-_AWAY if is_above else _AWAY), is_above, leaf)
