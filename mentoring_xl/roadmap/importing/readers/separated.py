"""Tables as text with a separator (.csv, .tsv): the separator is the one that gives the most even rows."""

from __future__ import annotations

import csv
from collections import Counter

from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.decoding import decoded
from mentoring_xl.roadmap.importing.lines import clean
from mentoring_xl.roadmap.importing.source import Grid, Part, Slot

_SEPARATORS = ";\t,|"
_LONGEST = 1_000_000


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return the file as one table."""
    return (_table(decoded(data, name), name),)


def _table(text: str, name: str) -> Grid:
    lines = max((split(text, separator) for separator in _SEPARATORS), key=_evenness)
    sentences.check_length(sum(any(line) for line in lines), name)
    width = max(map(len, lines), default=0)
    return Grid(tuple(tuple(Slot(clean(cell)) for cell in (*line, *[""] * (width - len(line)))) for line in lines))


def split(text: str, separator: str) -> list[list[str]]:
    """Split text at a separator; cells in quotes may hold it and line breaks."""
    csv.field_size_limit(_LONGEST)
    try:
        return list(csv.reader(text.replace("\0", "").splitlines(keepends=True), delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in text.splitlines()]


def _evenness(lines: list[list[str]]) -> tuple[int, int]:
    """Count the cells of rows that have as many as most rows of more than one cell."""
    widths = Counter(len(line) for line in lines if len(line) > 1)
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return width * rows, -len(lines)
