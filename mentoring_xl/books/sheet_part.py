"""What the cell writer leaves undone in a worksheet part: moved cells, their formats and order, row heights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index, letters

from .formulas import CELL, PLACE, Formulas
from .hyperlinks import relinked
from .parts import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .dress import Dress
    from .styles import Styles

_ROW = re.compile(r"(<row\b[^>]*?)(?:/>|(>)(.*?)(</row>))", re.DOTALL)
_NUMBER = re.compile(r'\br="(\d+)"')
_NO_ADDRESS = re.compile(r"<(?:c|row)(?=[\s/>])(?![^>]*\sr=)")
_STYLE = re.compile(r'\s+s="(\d+)"')
_FORMAT = re.compile(r'(<(?:(?:c|row)\b[^>]*\ss|col\b[^>]*\sstyle)=")(\d+)(")')
_RESULT = re.compile(r"<v>.*?</v>", re.DOTALL)
_HEIGHT = re.compile(r'\s+(?:ht|customHeight)="[^"]*"')
_HIDDEN = re.compile(r'\s+hidden="[^"]*"')
_OWN = re.compile(r'\s+(?:ht|customHeight|hidden|outlineLevel|collapsed)="[^"]*"')
_POINTS = re.compile(r'\sht="([\d.]+)"')
_SET_BY_HAND = re.compile(r'\bcustomHeight="(?:1|true)"')
_RULE = re.compile(r'(<(?:(?:dataValidation|conditionalFormatting)\b[^>]*?\bsqref="|xm:sqref>))([^"<]*)(["<])')
_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def has_addresses(xml: str) -> bool:
    """Tell whether every row and cell of the part says where it stands; the format allows to leave that out."""
    return not _NO_ADDRESS.search(plain(xml))


def dressed(xml: str, before: str, dress: Dress, styles: Styles) -> str:
    """Return the worksheet part with cells that moved, formats, order, heights and links put right.

    before: the part as it was before the cells were written. Formats that are needed are added to `styles`.
    """
    xml, before = plain(xml), plain(before)
    models = set(dress.like.values())
    rows = {number: found for found in _ROW.finditer(before) if (number := _row(found)) in models}
    written = {row for row, _ in dress.written}
    formulas = Formulas(before)

    def put_right(found: re.Match[str]) -> str:
        number = _row(found)
        if number in dress.bare:
            return _bare_row(found, dress)
        if number not in written or not found[2]:
            return found.group()
        return _dressed_row(found, rows.get(dress.like.get(number, 0)), formulas, dress, styles)

    xml = relinked(formulas.written_out(_ROW.sub(put_right, xml), dress.written), dress)
    return _RULE.sub(lambda rule: rule[1] + _stretched(rule[2], dress) + rule[3], xml) if dress.grown else xml


def heights_in(xml: str) -> dict[int, float]:
    """Return the points of the rows of which the part says any."""
    rows = ((_row(found), _POINTS.search(found[1])) for found in _ROW.finditer(plain(xml)))
    return {number: float(points[1]) for number, points in rows if points}


def _dressed_row(
    found: re.Match[str], model: re.Match[str] | None, formulas: Formulas, dress: Dress, styles: Styles
) -> str:
    number = _row(found)
    cells = {column: cell for column, cell in _cells(found[3]).items() if (number, column) not in dress.taken}
    models = _cells(model[3] or "") if model else {}
    formats = {column: _style(cell) for column, cell in cells.items()}
    for column, cell in models.items():
        if dress.left <= column <= dress.right:
            formats[column] = _style(cell)
            if (number, column) in dress.taken:
                cells[column] = formulas.carried(cell, f"{letters(column - 1)}{number}")
    body = "".join(
        _dressed_cell(cells.get(column), (number, column), style, dress, styles)
        for column, style in sorted(formats.items())
    )
    return f"{_dressed_tag(found[1], model[1] if model else found[1], number, dress)}>{body}{found[4]}"


def _bare_row(found: re.Match[str], dress: Dress) -> str:
    """Return a row that the table gave up without its cells in it, and as high as any other."""
    cells = _cells(found[3] or "")
    body = "".join(cell for column, cell in cells.items() if not dress.left <= column <= dress.right)
    return f"{_OWN.sub('', found[1])}>{body}</row>"


def restyled(xml: str, styles: Mapping[int, int]) -> str:
    """Return the part with the format index of every cell, row and column replaced."""
    return _FORMAT.sub(lambda found: f"{found[1]}{styles[int(found[2])]}{found[3]}", xml)


def _row(found: re.Match[str]) -> int:
    number = _NUMBER.search(found[1])
    return int(number[1]) if number else 0


def _cells(body: str) -> dict[int, str]:
    return {
        index(place[1]) + 1: found.group()
        for found in CELL.finditer(body)
        if (place := PLACE.search(found.group().partition(">")[0]))
    }


def _style(cell: str) -> int:
    style = _STYLE.search(cell.partition(">")[0])
    return int(style[1]) if style else 0


def _dressed_cell(cell: str | None, place: tuple[int, int], style: int, dress: Dress, styles: Styles) -> str:
    if place in dress.quoted:
        style = styles.quoted(style)
    elif place in dress.plain:
        style = styles.unquoted(style)
    if place in dress.formats:
        style = styles.coded(style, dress.formats[place])
    elif place in dress.dated:
        style = styles.dated(style)
    elif place in dress.numbered:
        style = styles.numbered(style)
    mark = f' s="{style}"' if style else ""
    if cell is None:
        return f'<c r="{letters(place[1] - 1)}{place[0]}"{mark}/>' if style else ""
    if place in dress.continued:
        cell = _RESULT.sub("", cell)
    if style == _style(cell):
        return cell
    head, bracket, rest = cell.partition(">")
    return PLACE.sub(lambda found: found.group() + mark, _STYLE.sub("", head), count=1) + bracket + rest


def _dressed_tag(tag: str, model: str, number: int, dress: Dress) -> str:
    """Give a row height and hiding of the row it came from; a new one is seen, and as high as its texts need."""
    anew = number in dress.new or dress.moved.get(number, number) is None
    if anew:
        tag = _HIDDEN.sub("", tag)
    elif number in dress.moved:
        tag = _OWN.sub("", tag) + "".join(_OWN.findall(model))
    if _SET_BY_HAND.search(tag):
        return tag
    if _SET_BY_HAND.search(model):
        return _HEIGHT.sub("", tag) + "".join(_HEIGHT.findall(model))
    # LibreOffice fits no row on opening; without customHeight both suites fit it again at the next edit
    earlier = [] if anew else [float(found[1]) for found in _POINTS.finditer(model)]
    points = max([dress.heights.get(number, 0.0), *earlier])
    if number in dress.restored_heights:
        points = dress.restored_heights[number] or 0.0
    return _HEIGHT.sub("", tag) + (f' ht="{points:g}"' if points else "")


def _stretched(ranges: str, dress: Dress) -> str:
    old, new = dress.grown or (0, 0)

    def stretch(found: re.Match[str]) -> str:
        inside = dress.left <= index(found[1]) + 1 and index(found[3]) + 1 <= dress.right
        return f"{found[1]}{found[2]}:{found[3]}{new}" if inside and int(found[4]) == old else found.group()

    return _RANGE.sub(stretch, ranges)
