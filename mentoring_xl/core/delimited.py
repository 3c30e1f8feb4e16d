"""Tables as text with a separator (.csv, .tsv): the separator is the one that gives the most even rows."""

from __future__ import annotations

import csv
import io
from collections import Counter

_SEPARATORS = ";\t,|"
_LONGEST = 1_000_000
_NO_TABLE = (0, 0)


def rows_of(text: str) -> list[list[str]]:
    """Split a whole text into rows of cells at the separator that fits it best.

    One at which quoted cells end comes before one that would leave quotes inside of cells.
    """
    whole = [rows for separator in _SEPARATORS if (rows := _strictly(text, separator)) and _evenness(rows) > _NO_TABLE]
    return max(whole or [split(text, separator) for separator in _SEPARATORS], key=_evenness)


def split(text: str, separator: str) -> list[list[str]]:
    """Split text at a separator; cells in quotes may hold it and line breaks."""
    try:
        return _split(text, separator, strict=False)
    except csv.Error:
        return [line.split(separator) for line in text.splitlines()]


def _strictly(text: str, separator: str) -> list[list[str]]:
    try:
        return _split(text, separator, strict=True)
    except csv.Error:
        return []


def _split(text: str, separator: str, *, strict: bool) -> list[list[str]]:
    csv.field_size_limit(_LONGEST)
    return list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator, strict=strict))


def _evenness(lines: list[list[str]]) -> tuple[int, int]:
    """Count the cells of rows that have as many as most rows of more than one cell."""
    widths = Counter(len(line) for line in lines if len(line) > 1)
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return width * rows, -len(lines)
