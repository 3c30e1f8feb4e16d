"""Laying text on a page by the standard's sizes: how high its row is."""

from __future__ import annotations

from mentoring_xl.core.lines import lines_of
from mentoring_xl.core.page import Line, Look, Piece

BODY_LINE_PT = 18.0
TABLE_LINE_PT = 15.5
# Times New Roman 14 is about 1.2 widths of the default font's digit, 12 about 1.1 with the cell's margins
_BODY_WIDTH, _TABLE_WIDTH = 1.2, 1.1
_INDENT = "\u2003"


def paragraph(text: str, widths: tuple[float, ...], look: Look = Look.BODY, *, new_page: bool = False) -> Line:
    """Return a line of one text over the whole width; body text begins with the standard's indent."""
    text = text.replace("№ ", "№\u00a0")
    shown = f"{_INDENT}{text}" if look is Look.BODY else text
    height = BODY_LINE_PT * lines_of(shown, sum(widths) / _BODY_WIDTH)
    return Line((Piece(shown, 0, len(widths), look),), height, new_page)


def gap() -> Line:
    """Return an empty line."""
    return Line(height=BODY_LINE_PT)


def table_row(texts: tuple[str, ...], widths: tuple[float, ...], look: Look = Look.BOX) -> Line:
    """Return a bordered row, one text a column, as high as its longest cell; numbers stand centred."""
    looks = [Look.NUMBER if look is Look.BOX and column == 0 else look for column in range(len(texts))]
    pieces = tuple(Piece(text, column, 1, looks[column]) for column, text in enumerate(texts))
    depth = max(lines_of(text, width / _TABLE_WIDTH) for text, width in zip(texts, widths, strict=True))
    return Line(pieces, TABLE_LINE_PT * depth + 2)
