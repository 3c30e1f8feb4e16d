"""The cells of a printable page as XML: a page has thousands, and XlsxWriter would take ten times longer over them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.cell import letters

from .text_cells import encoded, fitted, has_plain_edges, looks_like_formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.core.page import Line, Look, Page, Piece

_ROW = re.compile(r'<row r="\d+"[^>]*?(/>|>.*?</row>)', re.DOTALL)
_STYLE = re.compile(r'<c r="[A-Z]+\d+" s="(\d+)"')
_DIMENSION = re.compile(r'(<dimension ref=")[^"]*')


class Style(NamedTuple):
    """What makes two pieces look alike. is_quoted: the text looks like a formula and is marked as text."""

    look: Look
    fill: str
    ink: str
    indent: int
    is_quoted: bool


def style_of(piece: Piece) -> Style:
    """Return how a piece looks."""
    return Style(piece.look, piece.fill, piece.ink, piece.indent, looks_like_formula(fitted(piece.text)))


def styles_of(page: Page) -> tuple[Style, ...]:
    """Return the styles of a page, each once, in the order of its pieces."""
    return tuple(dict.fromkeys(style_of(piece) for line in page.lines for piece in line.pieces))


def filled(part: str, page: Page, styles: Sequence[Style]) -> str:
    """Return a worksheet part with the cells of a page, and what is joined.

    part: has a row without cells for each line, and below them one with an empty cell in each of the styles.
    """
    rows = list(_ROW.finditer(part))
    if not rows:
        return part
    numbers = dict(zip(styles, map(int, _STYLE.findall(rows[-1].group())), strict=True))
    made = []
    for number, (row, line) in enumerate(zip(rows, page.lines, strict=False), 1):
        opening, cells = row.group().removesuffix("/>"), "".join(_cells(line, number, numbers))
        made.append(f"{opening}>{cells}</row>" if cells else f"{opening}/>")
    before, after = part[: rows[0].start()], part[rows[-1].end() :].removeprefix("</sheetData>")
    before = _DIMENSION.sub(rf"\g<1>{_used(page)}", before, count=1)
    return "".join((before, *made, "</sheetData>", _joined(page), after))


def _cells(line: Line, number: int, styles: Mapping[Style, int]) -> Iterator[str]:
    for piece in sorted(line.pieces, key=lambda piece: piece.column):
        text, style = fitted(piece.text), styles[style_of(piece)]
        place = f'<c r="{letters(piece.column)}{number}" s="{style}"'
        if text:
            kept = "" if has_plain_edges(text) else ' xml:space="preserve"'
            yield f'{place} t="inlineStr"><is><t{kept}>{html.escape(encoded(text), quote=False)}</t></is></c>'
        else:
            yield f"{place}/>"
        for column in range(piece.column + 1, piece.column + piece.span):
            yield f'<c r="{letters(column)}{number}" s="{style}"/>'


def _joined(page: Page) -> str:
    places = [
        f"{letters(piece.column)}{number}:{letters(piece.column + piece.span - 1)}{number}"
        for number, line in enumerate(page.lines, 1)
        for piece in line.pieces
        if piece.span > 1
    ]
    cells = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return f'<mergeCells count="{len(places)}">{cells}</mergeCells>' if places else ""


def _used(page: Page) -> str:
    right = max((piece.column + piece.span for line in page.lines for piece in line.pieces), default=1)
    return f"A1:{letters(right - 1)}{max(len(page.lines), 1)}"
