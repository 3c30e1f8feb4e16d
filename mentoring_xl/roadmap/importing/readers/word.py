"""A .docx as it looks: text boxes, tracked changes, merged cells and the numbers that Word itself puts in front."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.roadmap.importing import sentences
from mentoring_xl.roadmap.importing.lines import clean
from mentoring_xl.roadmap.importing.source import Grid, Joint, Part, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .word_numbers import Numbers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "instrText")} | {_FALLBACK}
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(data: bytes, name: str) -> tuple[Part, ...]:
    """Return paragraphs and tables in their order; BookError when the file or the library is not there to be read."""
    try:
        import docx
    except ImportError as error:
        raise BookError(sentences.NO_READER.format(kind=".docx")) from error
    from .word_numbers import Numbers

    with sentences.unreadable(name, KeyError, ValueError, AttributeError, IndexError):
        document = docx.Document(io.BytesIO(data))
        return tuple(_parts(document.element.body, Numbers(document), name))


def _parts(parent: Any, numbers: Numbers, name: str) -> Iterator[Part]:
    for node in parent:
        if node.tag in _WRAPPERS:
            yield from _parts(node, numbers, name)
        elif node.tag == f"{_W}p":
            for box in _boxes(node):
                yield from _parts(box, numbers, name)
            if text := _paragraph(node, numbers):
                yield text
        elif node.tag == f"{_W}tbl":
            yield _grid(node, numbers, name)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of text boxes once; their copy for old programs is passed over."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box


def _paragraph(node: Any, numbers: Numbers) -> str:
    return clean(f"{numbers.label(node)} {''.join(_texts(node))}")


def _texts(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _texts(child)


def _grid(table: Any, numbers: Numbers, name: str) -> Grid:
    rows: list[tuple[Slot, ...]] = []
    for row in _all(table, f"{_W}tr"):
        rows.append(tuple(_slots(row, rows[-1] if rows else (), numbers, name)))
        sentences.check_length(len(rows), name)
    width = max(map(len, rows), default=0)
    return Grid(tuple((*row, *[Slot()] * (width - len(row))) for row in rows))


def _slots(row: Any, above: tuple[Slot, ...], numbers: Numbers, name: str) -> list[Slot]:
    slots = [Slot()] * _number(row, "trPr/gridBefore")
    for cell in _all(row, f"{_W}tc"):
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val") != "restart":
            slots.append(Slot(above[len(slots)].text if len(slots) < len(above) else "", Joint.ABOVE))
        else:
            slots.append(Slot(clean("\n".join(_words(cell, numbers, name)))))
        slots += [Slot("", Joint.LEFT)] * (_number(cell, "tcPr/gridSpan") - 1)
    return slots


def _words(cell: Any, numbers: Numbers, name: str) -> Iterator[str]:
    for part in _parts(cell, numbers, name):
        if isinstance(part, str):
            yield part
        else:
            yield from (" ".join(slot.text for slot in row if slot.own) for row in part.rows)


def _all(parent: Any, tag: str) -> Iterator[Any]:
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            yield from _all(node, tag)


def _number(node: Any, path: str) -> int:
    found = node.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return min(int(found.get(f"{_W}val", "0")), 100) if found is not None else 0
