"""A table of a .docx: its head on every page, its rows whole. python-docx has neither, and is slow with cells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from mentoring_xl.documents.faces.binding import bound
from mentoring_xl.documents.faces.letters import wrapped
from mentoring_xl.documents.faces.shares import edges_of
from mentoring_xl.documents.faces.sizes import TABLE_PT
from mentoring_xl.documents.paper import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.table import CT_Tbl

    from mentoring_xl.documents.paper import Grid

_STYLE, _HEAD, _TEXT, _NUMBER = "BorderedTable", "TableHead", "TableText", "TableNumber"
_TWIPS = 20
_PADDING_PT = 6.0
_MOST_LINES = 20
"""Of a row that is kept on one page: a higher one would leave half of the page before it empty."""


def table(grid: Grid, width: float, *, close: bool) -> CT_Tbl:
    """Return a table as wide as the margins leave, in points. close: its last row stays with what follows."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = [width * (right - left) for left, right in pairwise(edges_of(grid, width))]
    styles = [_NUMBER if grid.numbered else _TEXT, *(_TEXT for _ in widths[1:])]
    rows = [_row(grid.heads, widths, [_HEAD for _ in widths], "<w:tblHeader/>", close=grid.whole)]
    for number, texts in enumerate(grid.rows, 1):
        last = number == len(grid.rows)
        held = close if last else grid.whole
        if is_title(texts, grid):
            rows.append(_row(texts, [width], [_HEAD], span=len(widths), close=held or not last))
        else:
            rows.append(_row(texts, widths, styles, close=held))
    columns = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{_STYLE}"/><w:tblW w:w="{_twips(width)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(
    texts: tuple[str, ...],
    widths: Sequence[float],
    styles: Sequence[str],
    flag: str = "",
    *,
    span: int = 1,
    close: bool = False,
) -> str:
    bounds = [bound(text) for text in texts]
    depth = max(len(wrapped(text, width - _PADDING_PT, TABLE_PT)) for text, width in zip(bounds, widths, strict=True))
    whole = "<w:cantSplit/>" if depth <= _MOST_LINES else ""
    cells = (_cell(*cell, span=span, close=close) for cell in zip(bounds, widths, styles, strict=True))
    return f"<w:tr><w:trPr>{whole}{flag}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: float, style: str, *, span: int, close: bool) -> str:
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{joined}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/>{"<w:keepNext/>" if close else ""}</w:pPr>'
        f"<w:r>{'<w:br/>'.join(lines)}</w:r></w:p></w:tc>"
    )


def _twips(points: float) -> int:
    return round(points * _TWIPS)
