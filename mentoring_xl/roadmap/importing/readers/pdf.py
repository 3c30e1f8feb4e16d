"""A .pdf with a text layer: ruled tables page by page, and the lines of text around them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import tidy
from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.lines import unwrapped
from mentoring_xl.roadmap.importing.source import Grid, Joint, Part, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    Box = tuple[float, float, float, float]

_PAGES = 150
_PADDING = 8.0
"""The most points between the border of a cell and its text."""


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return lines of text and tables in their order; BookError when there is no text, no key or no library."""
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
    except ImportError as error:
        raise BookError(sentences.NO_READER.format(kind=".pdf")) from error
    faults = (MalformedPDFException, PdfminerException, KeyError, ValueError, TypeError, AttributeError, IndexError)
    with sentences.unreadable(name, *faults):
        try:
            with pdfplumber.open(io.BytesIO(data)) as document:
                return _document(document, name)
        except PdfminerException as error:
            if any(isinstance(fault, PDFPasswordIncorrect) for fault in (*error.args, error.__cause__)):
                raise sentences.refusal(sentences.LOCKED, name) from error
            raise


def _document(document: Any, name: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    rows = 0
    has_text = False
    for page in document.pages:
        if page.page_number > _PAGES:
            raise sentences.refusal(sentences.TOO_BIG, name)
        has_text = has_text or bool(page.chars)
        for part in _page(page):
            rows += 0 if isinstance(part, str) else len(part.rows)
            sentences.check_length(rows, name)
            parts.append(part)
        page.close()
    if not has_text:
        raise sentences.refusal(sentences.SCANNED, name)
    return tuple(parts)


def _page(page: Any) -> Iterator[Part]:
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    lines = [
        line
        for line in page.extract_text_lines(return_chars=False)
        if not any(_inside(line, table.bbox) for table in tables)
    ]
    for table in tables:
        yield from (tidy(line["text"]) for line in lines if line["top"] < table.bbox[1])
        lines = [line for line in lines if line["top"] >= table.bbox[1]]
        yield Grid(tuple(_rows(page, table)), breaks=frozenset({0}))
    # a number alone at the foot is the page's
    yield from (text for line in lines if not (text := tidy(line["text"])).isdigit())


def _inside(line: dict[str, Any], box: Box) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    return bool(box[1] <= middle <= box[3] and box[0] <= (line["x0"] + line["x1"]) / 2 <= box[2])


def _rows(page: Any, table: Any) -> Iterator[tuple[Slot, ...]]:
    above: tuple[Slot, ...] = ()
    for row in table.rows:
        slots: list[Slot] = []
        right = 0.0
        for at, box in enumerate(row.cells):
            if box is not None:
                right = box[2]
                slots.append(Slot(_text(page, box)))
            elif _left_of(table, at) < right - 1:
                slots.append(Slot("", Joint.LEFT))
            else:
                slots.append(Slot(above[at].text if at < len(above) else "", Joint.ABOVE))
        above = tuple(slots)
        yield above


def _text(page: Any, box: Box) -> str:
    """Return the paragraphs of a cell: where the next word would have had room on a line, a paragraph ends with it."""
    from pdfplumber.utils.text import chars_to_textmap

    chars = [char for char in page.chars if _inside(char, box)]
    if not chars:
        return ""
    lines = chars_to_textmap(chars).extract_text_lines()
    padding = min(min(line["x0"] for line in lines) - box[0], _PADDING)
    room = box[2] - box[0] - 2 * padding
    words = [_first_word(line) for line in lines[1:]]
    ends = [line["x1"] - line["x0"] + word < room - 1 for line, word in zip(lines, words, strict=False)]
    return unwrapped(zip((line["text"] for line in lines), [*ends, True], strict=True))


def _first_word(line: dict[str, Any]) -> float:
    """Return the width of the first word of a line and of the space before it, in points."""
    chars = line["chars"]
    end = next((at for at, char in enumerate(chars) if at and char["text"].isspace()), len(chars))
    return float(chars[end - 1]["x1"] - chars[0]["x0"] + chars[0]["size"] / 4)


def _left_of(table: Any, column: int) -> float:
    """Return where a column begins: the leftmost edge of its cells."""
    return min(float(row.cells[column][0]) for row in table.rows if row.cells[column] is not None)
