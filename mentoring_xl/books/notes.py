"""Notes and conversations beside rows that move, go and come back, in the parts where Excel keeps them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.dom import minidom

from mentoring_xl.core.cell import index, letters

from .parts import plain
from .sheets import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .dress import Dress
    from .parts import Parts

_COMMENT = re.compile(r"<((?:\w+:)?(?:comment|threadedComment))\b[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_CELL = re.compile(r'\bref="([A-Z]+)(\d+)"')
_PLACE = re.compile(r"([A-Z]+)(\d+)")
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_ROW = re.compile(r"(<x:Row>\s*)(\d+)")
_COLUMN = re.compile(r"<x:Column>\s*(\d+)")
_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)")
_ANCHOR_ROWS = (2, 6)
_SHAPE_ID = re.compile(r'id="_x0000_s(\d+)"')
_SHAPE_XML = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;width:144pt;height:79pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
"""A hidden note as Excel draws it; the namespaces are said here because other programs give them other prefixes."""


def move_notes(parts: Parts, sheet: str, dress: Dress) -> None:
    """Take the notes of a sheet's part along with their rows, and those of rows that were taken out away."""
    if not dress.moved:
        return
    for kind, pattern, move in (
        ("comments", _COMMENT, _comment),
        ("threadedComment", _COMMENT, _comment),
        ("vmlDrawing", _SHAPE, _shape),
    ):
        for name in parts.targets(sheet, kind):
            # old-style drawings are hardly XML: they are not touched beyond what moves
            text = parts[name].decode(errors="surrogateescape")
            before = text if kind == "vmlDrawing" else plain(text)
            after = pattern.sub(_with(dress, move), before)
            if after != before:
                parts[name] = after.encode(errors="surrogateescape")


def notes_of(parts: Parts, sheet: str) -> dict[tuple[int, int], Note]:
    """Return the notes of a sheet's part by one-based row and column."""
    found: dict[tuple[int, int], Note] = {}
    for name in parts.targets(sheet, "comments"):
        document = minidom.parseString(parts[name])
        authors = [_text(author) for author in document.getElementsByTagNameNS("*", "author")]
        for comment in document.getElementsByTagNameNS("*", "comment"):
            place, author = _PLACE.fullmatch(comment.getAttribute("ref")), comment.getAttribute("authorId")
            text = "".join(map(_text, comment.getElementsByTagNameNS("*", "t")))
            if place:
                named = author.isdecimal() and int(author) < len(authors)
                found[int(place[2]), index(place[1]) + 1] = Note(text, authors[int(author)] if named else "")
    return found


def has_notes(parts: Parts, sheet: str) -> bool:
    """Tell whether a sheet's part has the parts that notes lie in, though they may hold none."""
    return bool(parts.targets(sheet, "comments") and parts.targets(sheet, "vmlDrawing"))


def add_notes(parts: Parts, sheet: str, notes: Mapping[tuple[int, int], Note]) -> None:
    """Put notes on cells of a sheet whose part `has_notes`; those that are there stay as they are."""
    if not notes:
        return
    (name, *_), (shapes, *_) = parts.targets(sheet, "comments"), parts.targets(sheet, "vmlDrawing")
    xml = plain(parts[name].decode())
    authors = len(re.findall(r"<author\b", xml))
    named = list(dict.fromkeys(note.author for note in notes.values()))
    comments = "".join(
        f'<comment ref="{letters(column - 1)}{row}" authorId="{authors + named.index(note.author)}">'
        f'<text><t xml:space="preserve">{html.escape(note.text, quote=False)}</t></text></comment>'
        for (row, column), note in notes.items()
    )
    xml = _inside(xml, "authors", "".join(f"<author>{html.escape(author, quote=False)}</author>" for author in named))
    parts[name] = _inside(xml, "commentList", comments).encode()
    drawing = parts[shapes].decode(errors="surrogateescape")
    number = max((int(used) for used in _SHAPE_ID.findall(drawing)), default=1024)
    drawn = "".join(
        _SHAPE_XML.format(
            id=number + at,
            row=row - 1,
            column=column - 1,
            anchor=f"{column}, 15, {max(row - 2, 0)}, 10, {column + 2}, 15, {row + 2}, 4",
        )
        for at, (row, column) in enumerate(notes, 1)
    )
    end = drawing.rindex("</")
    parts[shapes] = (drawing[:end] + drawn + drawing[end:]).encode(errors="surrogateescape")


def _inside(xml: str, tag: str, content: str) -> str:
    """Put something at the end of an element."""
    return re.sub(
        rf"<{tag}\s*/>|</{tag}>",
        lambda end: f"<{tag}>{content}</{tag}>" if end[0].endswith("/>") else content + end[0],
        xml,
        count=1,
    )


def _text(element: minidom.Element) -> str:
    return "".join(child.data for child in element.childNodes if isinstance(child, minidom.Text))


def _with(dress: Dress, move: Callable[[str, Dress], str]) -> Callable[[re.Match[str]], str]:
    return lambda found: move(found.group(), dress)


def _comment(xml: str, dress: Dress) -> str:
    cell = _CELL.search(xml)
    if not cell:
        return xml
    row = dress.place_of(int(cell[2]), index(cell[1]) + 1)
    return _CELL.sub(f'ref="{cell[1]}{row}"', xml, count=1) if row else ""


def _shape(xml: str, dress: Dress) -> str:
    place, column = _ROW.search(xml), _COLUMN.search(xml)
    if not place or not column or 'ObjectType="Note"' not in xml:
        return xml
    old = int(place[2]) + 1
    row = dress.place_of(old, int(column[1]) + 1)
    if row is None:
        return ""
    if row == old:
        return xml
    xml = _ROW.sub(lambda found: f"{found[1]}{row - 1}", xml, count=1)
    return _ANCHOR.sub(lambda found: found[1] + _shifted(found[2], row - old), xml, count=1)


def _shifted(anchor: str, rows: int) -> str:
    numbers = anchor.split(",")
    for at in _ANCHOR_ROWS:
        numbers[at] = f" {max(int(numbers[at]) + rows, 0)}"
    return ",".join(numbers)
