"""The cell formats of a book (xl/styles.xml): formats are only added, each once, so that no format in use changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.dom import minidom

from .parts import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUILT_IN_GENERAL, _BUILT_IN_SHORT_DATE = "0", "14"
_FIRST_OWN = 164
"""The number of a book's first own number format; those below are built in."""
_PIECES = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


class Styles:
    """The formats by their index, as the attribute `s` of a cell gives it."""

    def __init__(self, xml: bytes) -> None:
        self._document = minidom.parseString(plain(xml.decode()).encode())
        self._known: dict[str, dict[str, int]] = {}
        self._dates: dict[int, bool] = {}
        self._before = xml
        self._changed = False

    def xml(self) -> bytes:
        """Return the part: the very bytes that came in when nothing was added."""
        if not self._changed:
            return self._before
        return bytes(self._document.toxml(encoding="UTF-8", standalone=True))

    def quoted(self, index: int) -> int:
        """Return the same format with the mark «this is text» (quotePrefix), by which a leading «=» stays a sign."""
        return self._like(index, quotePrefix="1")

    def dated(self, index: int) -> int:
        """Return the same format showing a date; a format that already does stays as it is."""
        if self._shows_date(index):
            return index
        return self._like(index, numFmtId=_BUILT_IN_SHORT_DATE, applyNumberFormat="1")

    def numbered(self, index: int) -> int:
        """Return the same format showing a number as it is, where it would show a date."""
        return self._like(index, numFmtId=_BUILT_IN_GENERAL) if self._shows_date(index) else index

    def unquoted(self, index: int) -> int:
        """Return the same format without the mark «this is text»."""
        return self._like(index, quotePrefix="0") if self._formats()[index].getAttribute("quotePrefix") else index

    def coded(self, index: int, code: str) -> int:
        """Return the same format with a number format by its code, such as «dd.mm.yyyy»."""
        number = self._number(code)
        return (
            index
            if (self._formats()[index].getAttribute("numFmtId") or "0") == number
            else self._like(index, numFmtId=number)
        )

    def take_over(self, other: bytes) -> dict[int, int]:
        """Add the formats of another book's styles part; return its index → ours."""
        source = Styles(other)
        return {index: self._add(source, element) for index, element in enumerate(source._formats())}

    def _shows_date(self, index: int) -> bool:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

        if index not in self._dates:
            number = self._formats()[index].getAttribute("numFmtId") or "0"
            code = self._codes().get(number) or BUILTIN_FORMATS.get(int(number), "General")
            self._dates[index] = bool(is_date_format(code))
        return self._dates[index]

    def _like(self, index: int, **attributes: str) -> int:
        copy = _copy(self._formats()[index])
        for name, value in attributes.items():
            copy.setAttribute(name, value)
        return self._index("cellXfs", copy)

    def _add(self, source: Styles, element: minidom.Element) -> int:
        copy = _copy(element)
        for attribute, section in _PIECES.items():
            piece = source._children(section)[int(element.getAttribute(attribute) or 0)]
            copy.setAttribute(attribute, str(self._index(section, _copy(piece))))
        if code := source._codes().get(element.getAttribute("numFmtId")):
            copy.setAttribute("numFmtId", self._number(code))
        copy.setAttribute("xfId", "0")
        return self._index("cellXfs", copy)

    def _number(self, code: str) -> str:
        """Return the id of a number format, which is added when the book does not know it."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

        known = {text: number for number, text in self._codes().items()}
        if code in known or code in BUILTIN_FORMATS_REVERSE:
            return known.get(code) or str(BUILTIN_FORMATS_REVERSE[code])
        number = str(max([_FIRST_OWN - 1, *map(int, known.values())]) + 1)
        element = self._document.createElement("numFmt")
        element.setAttribute("numFmtId", number)
        element.setAttribute("formatCode", code)
        parent = self._section("numFmts")
        parent.appendChild(element)
        parent.setAttribute("count", str(len(self._children("numFmts"))))
        self._changed = True
        return number

    def _index(self, section: str, element: minidom.Element) -> int:
        if section not in self._known:
            self._known[section] = {}
            for place, child in enumerate(self._children(section)):
                self._known[section].setdefault(child.toxml(), place)
        known = self._known[section]
        key = element.toxml()
        if key not in known:
            parent = self._section(section)
            known[key] = len(self._children(section))
            parent.appendChild(element)
            parent.setAttribute("count", str(known[key] + 1))
            self._changed = True
        return known[key]

    def _formats(self) -> list[minidom.Element]:
        return self._children("cellXfs")

    def _codes(self) -> dict[str, str]:
        found = self._document.getElementsByTagName("numFmt")
        return {format_.getAttribute("numFmtId"): format_.getAttribute("formatCode") for format_ in found}

    def _children(self, section: str) -> list[minidom.Element]:
        return list(_elements(self._section(section)))

    def _section(self, name: str) -> minidom.Element:
        root = self._document.documentElement
        found = next((child for child in _elements(root) if child.tagName == name), None)
        if found is None and root is not None:
            # only number formats may be missing, and they come first
            found = self._document.createElement(name)
            root.insertBefore(found, root.firstChild)
        return cast("minidom.Element", found)


def _elements(parent: minidom.Element | None) -> Iterator[minidom.Element]:
    for child in parent.childNodes if parent else ():
        if isinstance(child, minidom.Element):
            yield child


def _copy(element: minidom.Element) -> minidom.Element:
    return cast("minidom.Element", element.cloneNode(deep=True))
