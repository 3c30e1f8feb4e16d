"""Heights of rows with wrapped text: LibreOffice fits no row on opening, it trusts the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = 15.0
"""One line of Calibri 11, in points."""

_LARGEST = 409.0


def row_height(cells: Iterable[tuple[str, float]], line: float = LINE) -> float:
    """Return the height in points that shows all texts of a row. cells: text and column width in characters."""
    return min(_LARGEST, line * max((lines_of(text, width) for text, width in cells), default=1))
