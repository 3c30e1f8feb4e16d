"""A plan pasted from Word, Excel or a web page as text: a table row per line, cells parted by tabs."""

from __future__ import annotations

import re

from mentoring_xl.core.delimited import split
from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.decoding import decoded
from mentoring_xl.roadmap.importing.lines import MARKER, clean
from mentoring_xl.roadmap.importing.source import Grid, Part, Slot

_PARAGRAPH = re.compile(r"</(?:p|div|li)>|<br\s*/?>", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|div|li|ul|ol|br|b|i|u|em|strong|span|font|a|td|tr|sup|sub)\b[^<>]*>|\*\*|__(?!_)(?<!___)", re.I
)
_HEADING = re.compile(r"^#{1,6}\s+")
_PIPES = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:-]*")


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return the lines without tabs above and below as paragraphs, those with tabs as one table."""
    text = "\n".join(map(_line, decoded(data, name).splitlines()))
    quoted = split(text, "\t") if '\t"' in text or '\n"' in text else []
    widths = {len(cells) for cells in quoted if len(cells) > 1}
    rows = quoted if len(widths) == 1 else [line.split("\t") for line in text.splitlines()]
    sentences.check_length(sum(any(cells) for cells in rows), name)
    return _parts(rows)


def _line(line: str) -> str:
    """Give a row of a Markdown table its tabs; a line break inside a cell becomes a mark that survives splitting."""
    found = _PIPES.match(line)
    if found:
        line = "" if _RULE.fullmatch(line) else "\t".join(found[1].split("|"))
    return line


def _plain(cell: str) -> str:
    return clean(_HEADING.sub("", _MARKUP.sub("", _PARAGRAPH.sub("\n", cell))))


def _parts(lines: list[list[str]]) -> tuple[Part, ...]:
    width = max(map(len, lines), default=0)
    if width < 2:
        return tuple(text for line in lines if (text := _plain("".join(line))))
    before: list[str] = []
    rows: list[list[str]] = []
    breaks: set[int] = set()
    gap = False
    for cells in lines:
        texts = [_plain(cell) for cell in cells]
        if not any(texts):
            gap = True
            continue
        if not rows and len(texts) == 1:
            before.append(texts[0])
        elif rows and _goes_on(rows[-1], texts, width):
            rows[-1][-1] = clean(f"{rows[-1][-1]}\n{texts[0]}")
            rows[-1] += texts[1:]
        else:
            breaks |= {len(rows)} if gap and rows else set()
            rows.append(texts)
        gap = False
    grid = Grid(tuple(tuple(map(Slot, (*row, *[""] * (width - len(row))))) for row in rows), breaks=frozenset(breaks))
    return (*before, grid)


def _goes_on(row: list[str], texts: list[str], width: int) -> bool:
    """Tell whether a line goes on with the last cell of an unfinished row, or with the last cell of all by an item."""
    if len(row) + len(texts) - 1 <= width and len(row) < width:
        return len(row) > 1 and (len(texts) > 1 or not texts[0][:1].isdigit() or bool(MARKER.match(texts[0])))
    return len(texts) == 1 and len(row) > 1 and (bool(MARKER.match(texts[0])) or texts[0][:1].islower())
