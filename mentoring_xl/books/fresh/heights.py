"""Heights of rows with wrapped text: LibreOffice fits no row on opening, it trusts the file."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = 15.0
"""One line of Calibri 11, in points."""

_LARGEST = 409.0


def row_height(cells: Iterable[tuple[str, float]], line: float = LINE) -> float:
    """Return the height in points that shows all texts of a row. cells: text and column width in characters.

    A digit of Calibri is as wide as its average Russian letter.
    """
    return min(_LARGEST, line * max((_lines(text, width) for text, width in cells), default=1))


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    letters = max(1, int(width))
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(max(1, len(textwrap.wrap(part, letters))) for part in text.split("\n"))
