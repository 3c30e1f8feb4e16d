"""A paper as a sheet of the workbook: what to print, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.page import Line, Page
from mentoring_xl.documents.faces.sizes import margins, room_pt

from .columns import Columns
from .pages import paged
from .strips import strips

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Paper

    from .strip import Strip

_SPARED = 0.97
"""A printer's driver may make rows a little higher than their points and columns a little wider."""


def page(paper: Paper) -> Page:
    """Return the paper laid on A4, its page breaks reckoned from the heights of its rows.

    The last table repeats its head through the sheet's print titles where no page begins after that table; any other
    table that passes the end of a page repeats its head as a row.
    """
    width, height = room_pt(paper)
    columns = Columns(paper.blocks, width * _SPARED)
    pages = paged(strips(paper.blocks, columns), height * _SPARED)
    pages, repeat = _titled(pages)
    lines = tuple(
        Line(strip.pieces, strip.height, number > 0 and strip is strips_[0])
        for number, strips_ in enumerate(pages)
        for strip in strips_
    )
    return Page(columns.widths, lines, repeat, margins(paper), wide=paper.wide)


def _titled(pages: list[list[Strip]]) -> tuple[list[list[Strip]], int | None]:
    """Leave the repeated heads of the last table to the print titles, if these would head no other page."""
    places = [(number, strip) for number, strips_ in enumerate(pages) for strip in strips_ if strip.is_head]
    if not places:
        return pages, None
    head = places[-1][1]
    first = next(number for number, strip in places if strip is head)
    if any(strips_[0] is not head for strips_ in pages[first + 1 :]):
        return pages, None
    before = sum(map(len, pages[:first])) + next(at for at, strip in enumerate(pages[first]) if strip is head)
    return [*pages[: first + 1], *(strips_[1:] for strips_ in pages[first + 1 :])], before
