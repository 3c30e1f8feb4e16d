"""Moves the columns of a table about and puts a person's own columns among them, as Excel does it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from mentoring_xl.core.cell import index, letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .package import Package

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")
_FORMULA_REFERENCE = re.compile(r"\$([A-Z]{1,3})(?=\d)")
_CELL = re.compile(r'(<c r=")([A-Z]+)(\d+)(".*?(?:/>|</c>))', re.DOTALL)


@dataclass(frozen=True)
class Own:
    """A column that a person added. formula: with {row}, shared by all rows. result: what it shows. values: by row."""

    title: str
    formula: str = ""
    result: int = 0
    values: Mapping[int, str] = field(default_factory=dict)


def rearrange(package: Package, title: str, order: Sequence[str | Own]) -> None:
    """Lay the table of a sheet in this order of old letters and own columns; captions above the head stay."""
    _Rearrangement(package, package.sheet(title), order).carry_out()


class _Rearrangement:
    def __init__(self, package: Package, part: str, order: Sequence[str | Own]) -> None:
        self.package, self.part, self.order = package, part, order
        self.table = package.target(part, "table")
        ref = re.search(r' ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', package.text(self.table))
        self.head, self.old_last, self.bottom = int(ref[2]), ref[3], int(ref[4])
        self.last = letters(len(order) - 1)
        self.new = {old: letters(at) for at, old in enumerate(order) if isinstance(old, str)}
        assert list(map(letters, range(index(ref[3]) + 1))) == sorted(self.new, key=index)

    def carry_out(self) -> None:
        parts, package = self.package.parts, self.package
        parts[self.part] = self._sheet(package.text(self.part)).encode()
        parts[self.table] = self._columns(package.text(self.table)).encode()
        notes = package.target(self.part, "comments")
        parts[notes] = re.sub(r'(<comment ref=")([^"]+)', self._in_attribute, package.text(notes)).encode()
        shapes = package.target(self.part, "vmlDrawing")
        parts[shapes] = re.sub(
            r"(<x:Row>)(\d+)(</x:Row><x:Column>)(\d+)",
            lambda found: f"{found[1]}{found[2]}{found[3]}{index(self.new[letters(int(found[4]))])}",
            package.text(shapes),
        ).encode()

    def _sheet(self, xml: str) -> str:
        head, cells, tail = re.split(r"(<sheetData>.*</sheetData>)", xml, flags=re.DOTALL)
        cells = re.sub(r'(<row r="(\d+)"[^>]*>)(.*?)</row>', self._row, cells, flags=re.DOTALL)
        cells = re.sub(r' spans="[^"]*"', "", cells)
        tail = re.sub(r'(\b(?:sqref|ref)=")([^"]+)', self._in_attribute, tail)
        tail = re.sub(r"(<formula\d?>)([^<]*)", self._in_formula, tail)
        head = re.sub(r'(<dimension ref="A1:)[A-Z]+', rf"\g<1>{self.last}", head)
        return re.sub(r"<cols>.*</cols>", self._widths, head) + cells + tail

    def _row(self, found: re.Match[str]) -> str:
        number = int(found[2])
        if number < self.head:
            return found.group()
        cells = {cell[2]: cell for cell in _CELL.finditer(found[3])}
        body = ""
        for at, column in enumerate(self.order):
            place = f"{letters(at)}{number}"
            if isinstance(column, Own):
                body += self._own(column, place, number)
            elif column in cells:
                body += f"{cells[column][1]}{place}{cells[column][4]}"
        return f"{found[1]}{body}</row>"

    def _own(self, column: Own, place: str, row: int) -> str:
        text = column.title if row == self.head else column.values.get(row, "")
        if text:
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        if column.formula and self.head < row <= self.bottom:
            at = self.order.index(column)
            first = self.head + 1
            formula = f'<f t="shared" si="{at}"/>'
            if row == first:
                ref = f"{letters(at)}{first}:{letters(at)}{self.bottom}"
                formula = f'<f t="shared" ref="{ref}" si="{at}">{escape(column.formula.format(row=row))}</f>'
            return f'<c r="{place}">{formula}<v>{column.result}</v></c>'
        return f'<c r="{place}"/>' if row <= self.bottom else ""

    def _widths(self, found: re.Match[str]) -> str:
        widths: dict[int, str] = {}
        for low, high, rest in re.findall(r'<col min="(\d+)" max="(\d+)"([^>]*)/>', found.group()):
            for number in range(int(low), int(high) + 1):
                letter = letters(number - 1)
                widths[index(self.new[letter]) + 1 if letter in self.new else number + 2] = rest
        for at, column in enumerate(self.order, 1):
            if isinstance(column, Own):
                widths[at] = ' width="14" customWidth="1"'
        return "<cols>" + "".join(f'<col min="{at}" max="{at}"{widths[at]}/>' for at in sorted(widths)) + "</cols>"

    def _columns(self, xml: str) -> str:
        old = re.findall(r"<tableColumn\b[^>]*?/>", xml)
        fresh = ""
        for at, column in enumerate(self.order):
            if isinstance(column, Own):
                key = f'<tableColumn id="{100 + at}" name="{column.title}"'
                formula = escape(column.formula.format(row=self.head + 1))
                calculated = f"<calculatedColumnFormula>{formula}</calculatedColumnFormula>"
                fresh += f"{key}>{calculated}</tableColumn>" if formula else f"{key}/>"
            else:
                fresh += old[index(column)]
        columns = f'<tableColumns count="{len(self.order)}">{fresh}</tableColumns>'
        xml = re.sub(r"<tableColumns\b.*</tableColumns>", lambda _: columns, xml)
        return re.sub(r'( ref="A\d+:)[A-Z]+', rf"\g<1>{self.last}", xml)

    def _in_attribute(self, found: re.Match[str]) -> str:
        return found[1] + " ".join(self._moved(place) for place in found[2].split())

    def _moved(self, place: str) -> str:
        reference = _REFERENCE.fullmatch(place)
        first, top, last, bottom = reference[1], int(reference[2]), reference[3], reference[4]
        if top < self.head or (last and index(last) > index(self.old_last)):
            return place
        if not last:
            return f"{self.new[first]}{top}"
        if (first, last) == ("A", self.old_last):
            return f"A{top}:{self.last}{bottom}"
        columns = sorted(index(self.new[letters(at)]) for at in range(index(first), index(last) + 1))
        return " ".join(f"{letters(at)}{top}:{letters(at)}{bottom}" for at in columns)

    def _in_formula(self, found: re.Match[str]) -> str:
        whole = re.sub(rf"\$A(\d+):\${self.old_last}(\d+)", r"$@\1:$%\2", found[2])
        moved = _FORMULA_REFERENCE.sub(lambda one: f"${self.new[one[1]]}", whole)
        return found[1] + moved.replace("$@", "$A").replace("$%", f"${self.last}")
