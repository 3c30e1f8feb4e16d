"""A printable sheet as data: lines of cells on an A4 page, without knowing which suite will draw it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Look(Enum):
    """How a cell of a page looks. The font is Times New Roman 14 unless the look says otherwise."""

    BODY = "justified text"
    LEFT = "left"
    CENTER = "centred"
    TITLE = "centred, bold"
    BOLD = "left, bold"
    RIGHT = "right"
    HEAD = "table head: 12 pt, bold, centred, bordered"
    BOX = "table cell: 12 pt, left, bordered"
    NUMBER = "table cell: 12 pt, centred, bordered"
    HEADING = "heading of a chart: 14 pt, bold, left, sans serif as all that follow"
    CAPTION = "small text under a heading: 9 pt, left"
    LABEL = "row of a chart: 9 pt, left, bordered"
    STRONG = "row of a chart: 9 pt, bold, left, bordered"
    SCALE = "head of a chart: 8 pt, bold, centred, bordered, shrunk to its cell"
    COUNT = "number in a row of a chart: 9 pt, centred, bordered"
    TALLY = "head over numbers: 9 pt, bold, centred, bordered"
    MARK = "a sign in a bar: 9 pt, bold, centred, a pale border, shrunk to its cell"
    TODAY = "the same between two red lines"
    UPRIGHT = "head that reads upwards: 9 pt, centred at the foot of its cell, bordered"
    POINTS = "number on a map: 9 pt, centred, shrunk to its cell, no border, so that frames beside it stay whole"
    DASHED = "the same, bold in a frame of dashes"
    FRAMED = "the same, bold in a frame"


@dataclass(frozen=True)
class Piece:
    """Text in one cell, or in `span` cells joined to the right of `column` (zero-based).

    fill, ink: colours of the cell and of its text as «#RRGGBB», "" for none of its own. What a colour says must be
    said by the text too: a page is laid anew only when its texts change. indent: steps from the left.
    """

    text: str
    column: int = 0
    span: int = 1
    look: Look = Look.BODY
    fill: str = ""
    ink: str = ""
    indent: int = 0


@dataclass(frozen=True)
class Line:
    """One row of the sheet. height: in points. new_page: a page break stands before it."""

    pieces: tuple[Piece, ...] = ()
    height: float = 18.0
    new_page: bool = False


@dataclass(frozen=True)
class Page:
    """A sheet to print on A4, page numbers from the second page on.

    widths: of the columns, in characters. repeat: the line (zero-based) whose row heads every page, or None; heads:
    how many rows from there. margins: left, right, top, bottom in millimetres. wide: landscape, made as small as it
    takes to be `across` pages wide. still: how many first columns stand at the left of each of these pages; on a
    screen they stay in sight, and with them the first lines down to the heads.
    """

    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    repeat: int | None = None
    margins: tuple[int, int, int, int] = (30, 10, 20, 20)
    heads: int = 1
    wide: bool = False
    across: int = 1
    still: int = 0
