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
    RIGHT = "right"
    HEAD = "table head: 12 pt, bold, centred, bordered"
    BOX = "table cell: 12 pt, left, bordered"
    NUMBER = "table cell: 12 pt, centred, bordered"


@dataclass(frozen=True)
class Piece:
    """Text in one cell, or in `span` cells joined to the right of `column` (zero-based)."""

    text: str
    column: int = 0
    span: int = 1
    look: Look = Look.BODY


@dataclass(frozen=True)
class Line:
    """One row of the sheet. height: in points. new_page: a page break stands before it."""

    pieces: tuple[Piece, ...] = ()
    height: float = 18.0
    new_page: bool = False


@dataclass(frozen=True)
class Page:
    """A sheet to print on A4, page numbers from the second page on.

    widths: of the columns, in characters. repeat: the line (zero-based) whose row heads every page, or None.
    margins: left, right, top, bottom in millimetres.
    """

    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    repeat: int | None = None
    margins: tuple[int, int, int, int] = (30, 10, 20, 20)
