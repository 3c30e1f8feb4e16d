"""Where the pages of a sheet end: what belongs together stays together, paragraphs are cut, heads of tables go on."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from mentoring_xl.documents.paper import NewPage

from .strip import BODY_LINE_PT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .strip import Strip

_FEWEST_LINES = 2
"""Of a paragraph that passes the end of a page, on either side."""


def paged(strips: Iterable[Strip | NewPage], room: float) -> list[list[Strip]]:
    """Return the rows page by page. room: the height of a page in points.

    A page that begins inside a table begins with the table's head, and none with an empty line that does not fit on
    the page before it. Rows that are closer than a page is high and
    higher together than a page are parted.
    """
    pages = _Pages(room)
    for run in _runs(strips):
        if isinstance(run, NewPage):
            pages.turn()
        else:
            pages.place(run)
    return [page for page in pages.found if page]


def _runs(strips: Iterable[Strip | NewPage]) -> Iterator[list[Strip] | NewPage]:
    run: list[Strip] = []
    for strip in strips:
        if isinstance(strip, NewPage):
            if run:
                yield run
            run = []
            yield strip
            continue
        run.append(strip)
        if not strip.close:
            yield run
            run = []
    if run:
        yield run


class _Pages:
    """Pages being filled from the top."""

    def __init__(self, room: float) -> None:
        self.found: list[list[Strip]] = [[]]
        self._height, self._room = room, room
        self._begun = False

    def turn(self, under: Strip | None = None) -> None:
        """Begin a page, with the head of the table that goes on."""
        self.found.append([])
        self._room = self._height
        if under:
            self._add([under])
        self._begun = False

    def place(self, run: Sequence[Strip]) -> None:
        """Put rows that belong together on this page or the next."""
        height = sum(strip.height for strip in run)
        if height <= self._room:
            self._add(run)
        elif parts := _parted(run, self._room):
            self._add(parts[0])
            self.turn()
            self.place(parts[1])
        elif self._begun:
            self.turn(run[0].under)
            self.place([*dropwhile(_is_empty, run)])
        elif len(run) > 1:
            self.place(run[:1])
            self.place(run[1:])
        else:
            self._add(run)

    def _add(self, run: Sequence[Strip]) -> None:
        self.found[-1] += run
        self._room -= sum(strip.height for strip in run)
        self._begun = True


def _is_empty(strip: Strip) -> bool:
    return not strip.pieces


def _parted(run: Sequence[Strip], room: float) -> tuple[list[Strip], list[Strip]] | None:
    """Cut the first paragraph of a run that can be cut so that its beginning fits, or return None."""
    for place, strip in enumerate(run):
        count = min(int(room // BODY_LINE_PT), len(strip.lines) - _FEWEST_LINES)
        if count >= _FEWEST_LINES:
            first, rest = strip.cut(count)
            return [*run[:place], first], [rest, *run[place + 1 :]]
        room -= strip.height
    return None
