"""A paper as data: blocks in reading order, whether it becomes a sheet of the workbook, a .docx or a .pdf."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Align(Enum):
    """How a paragraph stands between the margins."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTER = "centred"
    RIGHT = "right"


@dataclass(frozen=True)
class Text:
    """One paragraph. indent: the standard's first-line indent of 1.25 cm. close: stays on the page of what follows."""

    text: str
    align: Align = Align.JUSTIFIED
    bold: bool = False
    indent: bool = True
    close: bool = False


@dataclass(frozen=True)
class Sides:
    """Two texts in one line, at the left and at the right margin: date and number."""

    left: str
    right: str


@dataclass(frozen=True)
class Item:
    """One numbered item with its sub-items, numbered 1.1, 1.2 below it."""

    text: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Items:
    """Numbered items, from 1. whole: they stay on one page, and on that of what follows."""

    items: tuple[Item, ...]
    whole: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with borders. widths: shares of the width between the margins, by column.

    rows: as many texts as heads, or one that goes through all columns: the title of what follows. Its head is repeated
    on every page; the first column is centred when it only numbers the rows. whole: its rows stay on one page.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbered: bool = True
    whole: bool = False


def is_title(row: tuple[str, ...], grid: Grid) -> bool:
    """Tell whether a row of a table is one text through all its columns."""
    return len(row) == 1 < len(grid.heads)


@dataclass(frozen=True)
class Stamp:
    """Lines in the right half of the page: «УТВЕРЖДАЮ», post, signature, date, or the mark of an appendix."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Signature:
    """Post, room to sign, initials and surname; never alone on a page."""

    post: str
    name: str


@dataclass(frozen=True)
class Acquainted:
    """«С приказом ознакомлены»: a line to sign and date for each name."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""


@dataclass(frozen=True)
class Gap:
    """An empty line."""


@dataclass(frozen=True)
class Picture:
    """A .png with its caption below, in the middle of the page; a sheet shows the caption alone.

    width: in millimetres. about: what one who does not see it is told.
    """

    data: bytes
    width: float
    caption: str
    about: str


Block: TypeAlias = Text | Sides | Items | Grid | Stamp | Signature | Acquainted | NewPage | Gap | Picture


@dataclass(frozen=True)
class Paper:
    """One paper. folder, name: where `export` puts it, both in Russian and safe on every system.

    title: of the file's properties and of the contents page. wide: landscape. long_kept: kept over ten years, so the
    left margin is 30 mm instead of 20 (ГОСТ Р 7.0.97-2025).
    """

    folder: str
    name: str
    title: str
    blocks: tuple[Block, ...]
    wide: bool = False
    long_kept: bool = False
