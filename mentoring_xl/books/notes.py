"""Notes and conversations beside moved rows: only their addresses change, in the parts where Excel keeps them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index

from .parts import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from .dress import Dress
    from .parts import Parts

_COMMENT = re.compile(r"<((?:\w+:)?(?:comment|threadedComment))\b[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_CELL = re.compile(r'\bref="([A-Z]+)(\d+)"')
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_ROW = re.compile(r"(<x:Row>\s*)(\d+)")
_COLUMN = re.compile(r"<x:Column>\s*(\d+)")
_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)")
_ANCHOR_ROWS = (2, 6)


def move_notes(parts: Parts, sheet: str, dress: Dress) -> None:
    """Take the notes of a sheet's part along with their rows, and those of rows that were taken out away."""
    if not dress.moved:
        return
    for kind, pattern, move in (
        ("comments", _COMMENT, _comment),
        ("threadedComment", _COMMENT, _comment),
        ("vmlDrawing", _SHAPE, _shape),
    ):
        for name in parts.targets(sheet, kind):
            # old-style drawings are hardly XML: they are not touched beyond what moves
            text = parts[name].decode(errors="surrogateescape")
            before = text if kind == "vmlDrawing" else plain(text)
            after = pattern.sub(_with(dress, move), before)
            if after != before:
                parts[name] = after.encode(errors="surrogateescape")


def _with(dress: Dress, move: Callable[[str, Dress], str]) -> Callable[[re.Match[str]], str]:
    return lambda found: move(found.group(), dress)


def _comment(xml: str, dress: Dress) -> str:
    cell = _CELL.search(xml)
    if not cell:
        return xml
    row = dress.place_of(int(cell[2]), index(cell[1]) + 1)
    return _CELL.sub(f'ref="{cell[1]}{row}"', xml, count=1) if row else ""


def _shape(xml: str, dress: Dress) -> str:
    place, column = _ROW.search(xml), _COLUMN.search(xml)
    if not place or not column or 'ObjectType="Note"' not in xml:
        return xml
    old = int(place[2]) + 1
    row = dress.place_of(old, int(column[1]) + 1)
    if row is None:
        return ""
    if row == old:
        return xml
    xml = _ROW.sub(lambda found: f"{found[1]}{row - 1}", xml, count=1)
    return _ANCHOR.sub(lambda found: found[1] + _shifted(found[2], row - old), xml, count=1)


def _shifted(anchor: str, rows: int) -> str:
    numbers = anchor.split(",")
    for at in _ANCHOR_ROWS:
        numbers[at] = f" {max(int(numbers[at]) + rows, 0)}"
    return ",".join(numbers)
