"""A plan as a table of text with a separator (.csv, .tsv)."""

from __future__ import annotations

from mentoring_xl.core.delimited import rows_of
from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.decoding import decoded
from mentoring_xl.roadmap.importing.lines import clean
from mentoring_xl.roadmap.importing.source import Grid, Part, Slot


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return the file as one table."""
    return (_table(decoded(data, name), name),)


def _table(text: str, name: str) -> Grid:
    lines = rows_of(text)
    sentences.check_length(sum(any(line) for line in lines), name)
    width = max(map(len, lines), default=0)
    return Grid(tuple(tuple(Slot(clean(cell)) for cell in (*line, *[""] * (width - len(line)))) for line in lines))
