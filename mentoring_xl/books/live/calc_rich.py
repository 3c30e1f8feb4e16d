"""Formats and links inside the texts of LibreOffice cells, which a block of values knows nothing of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .calc_cells import cell, found

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import xlwings as xw

    from .calc_cells import Place

FORMATTED = 512
_LOOKS = (
    "CharColor", "CharContoured", "CharEscapement", "CharEscapementHeight", "CharFontName", "CharHeight", "CharPosture",
    "CharShadowed", "CharStrikeout", "CharUnderline", "CharWeight",
)  # fmt: skip
Run = tuple[int, int, tuple[str, ...], tuple[object, ...]]
Link = tuple[int, str, str]
_LINK = "com.sun.star.text.TextField.URL"


@dataclass(frozen=True)
class RichText:
    """What a cell shows, and how: text is that without its links.

    runs: first character of the text, how many (a new line is one), names and values of the looks.
    links: where each stands, counted with the links before it as one character each; its address and what it shows.
    """

    shown: str
    text: str
    runs: tuple[Run, ...]
    links: tuple[Link, ...]

    @property
    def is_rich(self) -> bool:
        """Whether there is anything inside, and nothing else than what was read here."""
        read = len(self.text) + sum(len(shown) for *_, shown in self.links)
        return bool(self.runs or self.links) and read == len(self.shown)


def rich_texts(cells: xw.Range, rows: Collection[int]) -> dict[Place, RichText]:
    """Return the texts with formats or links inside them, in these rows of a range."""
    texts = {place: _read(cell(cells.sheet, place)) for place in found(cells, FORMATTED) if place[0] in rows}
    return {place: text for place, text in texts.items() if text.is_rich}


def lay(sheet: xw.Sheet, texts: Mapping[Place, RichText]) -> None:
    """Give cells that show such a text its formats and links back; a cell that shows another one is left alone."""
    for place, rich in texts.items():
        target = cell(sheet, place)
        if target.getString() == rich.shown:
            _write(sheet.book.api, target, rich)


def _read(target: Any) -> RichText:
    text = ""
    runs: list[Run] = []
    links: list[Link] = []
    for number, paragraph in enumerate(_each(target)):
        text += "\n" if number else ""
        for portion in _each(paragraph):
            part = portion.getString()
            if portion.TextPortionType == "TextField":
                links.append((len(text) + len(links), portion.TextField.URL, part))
                continue
            states = portion.getPropertyStates(_LOOKS)
            names = tuple(name for name, state in zip(_LOOKS, states, strict=True) if state.value == "DIRECT_VALUE")
            if names:
                runs.append((len(text), len(part), names, portion.getPropertyValues(names)))
            text += part
    return RichText(target.getString(), text, tuple(runs), tuple(links))


def _write(document: Any, target: Any, rich: RichText) -> None:
    target.setString(rich.text)
    cursor = target.createTextCursor()
    for start, length, names, values in rich.runs:
        cursor.gotoStart(False)
        cursor.goRight(start, False)
        cursor.goRight(length, True)
        cursor.setPropertyValues(names, values)
    for start, address, shown in rich.links:
        field = document.createInstance(_LINK)
        field.URL, field.Representation = address, shown
        cursor.gotoStart(False)
        cursor.goRight(start, False)
        target.insertTextContent(cursor, field, False)


def _each(holder: Any) -> Iterator[Any]:
    """Yield what a holder of UNO enumerates."""
    enumeration = holder.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()
