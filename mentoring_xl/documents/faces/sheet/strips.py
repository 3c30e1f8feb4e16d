"""Every block as rows of a sheet, in reading order."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.page import Look, Piece
from mentoring_xl.documents.faces.binding import bound
from mentoring_xl.documents.faces.keeping import kept
from mentoring_xl.documents.faces.letters import wrapped
from mentoring_xl.documents.faces.numbers import numbered
from mentoring_xl.documents.faces.sizes import BODY_PT
from mentoring_xl.documents.faces.words import SIGNED_AND_DATED
from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Gap,
    Grid,
    Items,
    NewPage,
    Picture,
    Sides,
    Signature,
    Stamp,
    Text,
)

from .columns import HALF
from .strip import BODY_LINE_PT, BODY_LINES, Strip
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.paper import Block

    from .columns import Columns

_INDENT = "\u2003\u2003\u2002"
"""35 points in type of 14: the standard's 1.25 cm. A cell can only indent all of its lines."""
_TO_SIGN_PT = 25.5
_LOOKS = {Align.JUSTIFIED: Look.BODY, Align.LEFT: Look.LEFT, Align.CENTER: Look.CENTER, Align.RIGHT: Look.RIGHT}
_BOLD = {Align.JUSTIFIED: Look.BOLD, Align.LEFT: Look.BOLD, Align.CENTER: Look.TITLE}
_INDENTED = (Align.JUSTIFIED, Align.LEFT)


def strips(blocks: tuple[Block, ...], columns: Columns) -> Iterator[Strip | NewPage]:
    """Yield the rows of all blocks, and the places where a new page is asked for."""
    close = kept(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, NewPage):
            yield block
            continue
        made = list(_drawn(block, columns))
        if made and place in close:
            made[-1] = replace(made[-1], close=True)
        yield from made


def _drawn(block: Block, columns: Columns) -> Iterator[Strip]:
    match block:
        case Text():
            yield from _text(block, columns)
        case Items():
            yield from _items(block, columns)
        case Grid():
            yield from table(block, columns)
        case Stamp():
            yield _sided("", "\n".join(block.lines), columns, Look.LEFT)
        case Sides():
            yield _sided(block.left, block.right, columns)
        case Signature():
            yield from _signature(block, columns)
        case Acquainted():
            yield from _acquainted(block, columns)
        case Gap():
            yield Strip()
        case Picture():
            yield from _paragraph(block.caption, columns, Look.CENTER)


def _text(block: Text, columns: Columns) -> Iterator[Strip]:
    looks = {**_LOOKS, **_BOLD} if block.bold else _LOOKS
    indent = _INDENT if block.indent and block.align in _INDENTED else ""
    yield from _paragraph(indent + block.text, columns, looks[block.align])


def _items(block: Items, columns: Columns) -> Iterator[Strip]:
    """An item stays on the page of its first sub-item."""
    for label, item in numbered(block):
        *first, last = _paragraph(f"{_INDENT}{label}\u00a0{item.text}", columns, Look.BODY)
        yield from first
        yield replace(last, close=bool(item.items))


def _paragraph(text: str, columns: Columns, look: Look) -> Iterator[Strip]:
    """Yield a paragraph as one row, or as several of the same height where it is too high for one."""
    count = len(columns.widths)
    lines = wrapped(bound(text), columns.room(0, count), BODY_PT, bold=look in {Look.BOLD, Look.TITLE})
    rest = Strip((Piece("", 0, count, look),), lines=lines)
    for rows in range(math.ceil(len(lines) / BODY_LINES), 0, -1):
        row, rest = rest.cut(math.ceil(len(rest.lines) / rows))
        yield row


def _sided(left: str, right: str, columns: Columns, look: Look = Look.RIGHT) -> Strip:
    """Return one row of two texts; the look is that of the right one."""
    sides = (left, columns.span(0.0, HALF), Look.LEFT), (right, columns.span(HALF, 1.0), look)
    pieces = tuple(Piece(bound(text), *span, side) for text, span, side in sides if text)
    depth = max((len(wrapped(p.text, columns.room(p.column, p.span), BODY_PT)) for p in pieces), default=1)
    return Strip(pieces, BODY_LINE_PT * depth)


def _signature(block: Signature, columns: Columns) -> Iterator[Strip]:
    """The name stands level with the last line of the post."""
    *first, last = wrapped(bound(block.post), columns.room(*columns.span(0.0, HALF)), BODY_PT)
    yield Strip(close=True)
    if first:
        yield replace(_sided("".join(first).strip(), "", columns), close=True)
    yield _sided(last.strip(), block.name, columns)


def _acquainted(block: Acquainted, columns: Columns) -> Iterator[Strip]:
    """The title has two names at least on its page, and no name stands alone on the next."""
    for title in _paragraph(block.title, columns, Look.LEFT):
        yield replace(title, close=True)
    last = len(block.names) - 1
    for place, name in enumerate(block.names):
        row = _sided(name, SIGNED_AND_DATED, columns)
        yield replace(row, height=max(row.height, _TO_SIGN_PT), close=place in {0, last - 1} - {last})
