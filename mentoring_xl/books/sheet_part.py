"""What the cell writer leaves undone in a worksheet part: formats of new and moved rows, cell order, row heights."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from mentoring_xl.core.cell import index, letters

from .parts import unprefixed
from .text_cells import encoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .styles import Styles

_ROW = re.compile(r"(<row\b[^>]*?)(?:/>|(>)(.*?)(</row>))", re.DOTALL)
_CELL = re.compile(r"<c\b[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_NUMBER = re.compile(r'\br="(\d+)"')
_PLACE = re.compile(r'\br="([A-Z]+)\d+"')
_STYLE = re.compile(r'\s+s="(\d+)"')
_HEIGHT = re.compile(r'\s+(?:ht|customHeight)="[^"]*"')
_POINTS = re.compile(r'\sht="([\d.]+)"')
_SET_BY_HAND = re.compile(r'\bcustomHeight="(?:1|true)"')
_RULE = re.compile(r'(<(?:dataValidation|conditionalFormatting)\b[^>]*?\bsqref=")([^"]*)(")')
_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


@dataclass
class Dress:
    """What to see to on one sheet after its cells were written; one-based rows and columns.

    written: rows with written cells. like: row → the row whose formats it takes. quoted: cells whose text looks like
    a formula. dated: cells with a date. results: what the formulas that moved showed last.
    heights: row → points that its written texts need. anew: rows of which nothing is older than these texts.
    grown: (old last row, new last row) of the table, or None.
    """

    left: int
    right: int
    written: set[int] = field(default_factory=set)
    like: dict[int, int] = field(default_factory=dict)
    quoted: set[tuple[int, int]] = field(default_factory=set)
    dated: set[tuple[int, int]] = field(default_factory=set)
    results: dict[tuple[int, int], object] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    anew: set[int] = field(default_factory=set)
    grown: tuple[int, int] | None = None


def dressed(xml: str, dress: Dress, styles: Styles) -> str:
    """Return the worksheet part with formats, order and heights put right; formats that are needed are added."""
    xml = unprefixed(xml)
    models = set(dress.like.values())
    rows = {number: found for found in _ROW.finditer(xml) if (number := _row(found)) in models}

    def put_right(found: re.Match[str]) -> str:
        number = _row(found)
        if number not in dress.written or not found[2]:
            return found.group()
        return _dressed_row(found, rows.get(dress.like.get(number, 0), found), dress, styles)

    xml = _ROW.sub(put_right, xml)
    return _RULE.sub(lambda rule: rule[1] + _stretched(rule[2], dress) + rule[3], xml) if dress.grown else xml


def _dressed_row(found: re.Match[str], model: re.Match[str], dress: Dress, styles: Styles) -> str:
    number, cells = _row(found), _cells(found[3])
    formats = {column: _style(cell) for column, cell in cells.items()}
    for column, cell in _cells(model[3] or "").items():
        if dress.left <= column <= dress.right:
            formats[column] = _style(cell)
    body = "".join(
        _dressed_cell(cells.get(column), (number, column), style, dress, styles)
        for column, style in sorted(formats.items())
    )
    tag = _fitted(found[1], model[1], dress.heights.get(number), anew=number in dress.anew)
    return f"{tag}>{body}{found[4]}"


def restyled(xml: str, styles: Mapping[int, int]) -> str:
    """Return the part with every cell's format index replaced."""
    return re.sub(r'(<c\b[^>]*\ss=")(\d+)(")', lambda found: f"{found[1]}{styles[int(found[2])]}{found[3]}", xml)


def _row(found: re.Match[str]) -> int:
    number = _NUMBER.search(found[1])
    return int(number[1]) if number else 0


def _cells(body: str) -> dict[int, str]:
    return {
        index(place[1]) + 1: found.group()
        for found in _CELL.finditer(body)
        if (place := _PLACE.search(found.group().partition(">")[0]))
    }


def _style(cell: str) -> int:
    style = _STYLE.search(cell.partition(">")[0])
    return int(style[1]) if style else 0


def _dressed_cell(cell: str | None, place: tuple[int, int], style: int, dress: Dress, styles: Styles) -> str:
    if place in dress.quoted:
        style = styles.quoted(style)
    if place in dress.dated:
        style = styles.dated(style)
    mark = f' s="{style}"' if style else ""
    if cell is None:
        return f'<c r="{letters(place[1] - 1)}{place[0]}"{mark}/>' if style else ""
    if place in dress.results:
        cell = _with_result(cell, dress.results[place])
    if style == _style(cell):
        return cell
    head, bracket, rest = cell.partition(">")
    return _PLACE.sub(lambda found: found.group() + mark, _STYLE.sub("", head), count=1) + bracket + rest


def _with_result(cell: str, value: object) -> str:
    """Keep the last result beside a formula: a reader that does not calculate needs it."""
    if isinstance(value, bool):
        kind, text = "b", str(int(value))
    elif isinstance(value, int | float):
        kind, text = "n", repr(value)
    elif isinstance(value, str):
        kind, text = "e" if value.startswith("#") else "str", escape(encoded(value))
    else:
        return cell
    cell = cell.replace("</f>", f"</f><v>{text}</v>")
    return _PLACE.sub(lambda place: f'{place.group()} t="{kind}"', cell, count=1)


def _fitted(tag: str, model: str, height: float | None, *, anew: bool) -> str:
    """Make a row high enough for its texts; a height that a person set by hand stays, and goes along with the row.

    anew: the row holds nothing but the texts that `height` was measured from, so an earlier height does not count.
    """
    if _SET_BY_HAND.search(tag):
        return tag
    if _SET_BY_HAND.search(model):
        return _HEIGHT.sub("", tag) + "".join(_HEIGHT.findall(model))
    # LibreOffice fits no row on opening; without customHeight both suites fit it again at the next edit
    points = max([height or 0.0, *(float(found[1]) for found in _POINTS.finditer("" if anew else model))])
    return _HEIGHT.sub("", tag) + (f' ht="{points:g}"' if points else "")


def _stretched(ranges: str, dress: Dress) -> str:
    old, new = dress.grown or (0, 0)

    def stretch(found: re.Match[str]) -> str:
        inside = dress.left <= index(found[1]) + 1 and index(found[3]) + 1 <= dress.right
        return f"{found[1]}{found[2]}:{found[3]}{new}" if inside and int(found[4]) == old else found.group()

    return _RANGE.sub(stretch, ranges)
