"""Reads a book as nobody else here does, straight from its XML: every cell's value and what it looks like."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree

from mentoring_xl.core.cell import index, letters
from mentoring_xl.core.table import PERSON
from mentoring_xl.core.text import fold
from mentoring_xl.schema.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring_xl.core.table import TableSpec

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PIECES = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


@dataclass(frozen=True)
class Seen:
    """A cell as a person sees it: its value (text in runs with their fonts) or its formula, and its look."""

    value: object
    look: tuple[str, ...]


class Reader:
    """The sheets and tables of a book."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Sheet title → part."""
        links = self.links("xl/workbook.xml")
        root = Tree.fromstring(self.parts["xl/workbook.xml"])
        return {sheet.get("name"): links[sheet.get(_LINK)][1] for sheet in root.iter(f"{MAIN}sheet")}

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → its kind and the part it points to."""
        folder, name = posixpath.split(part)
        content = self.parts.get(f"{folder}/_rels/{name}.rels")
        found = {}
        for link in Tree.fromstring(content) if content else ():
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target"))).lstrip("/")
            found[link.get("Id")] = (link.get("Type").rpartition("/")[2], target)
        return found

    def linked(self, title: str, kind: str) -> str:
        """The part of a kind beside a sheet."""
        return next(part for found, part in self.links(self.sheets[title]).values() if found == kind)

    def cells(self, title: str) -> dict[str, Seen]:
        """Address → cell, blank ones with a look included."""
        root = Tree.fromstring(self.parts[self.sheets[title]])
        masters: dict[str, str] = {}
        return {cell.get("r"): Seen(self._value(cell, masters), self._look(cell)) for cell in root.iter(f"{MAIN}c")}

    def rows(self, title: str) -> dict[int, dict[str, str]]:
        """Row number → its attributes."""
        root = Tree.fromstring(self.parts[self.sheets[title]])
        return {int(row.get("r")): dict(row.attrib) for row in root.iter(f"{MAIN}row")}

    @cached_property
    def tables(self) -> dict[str, tuple[str, int, int, int, list[str]]]:
        """Table name → sheet title, first column, head row, last row, column titles."""
        found = {}
        for title, sheet in self.sheets.items():
            for kind, part in self.links(sheet).values():
                if kind == "table":
                    root = Tree.fromstring(self.parts[part])
                    first, head, last = re.match(r"([A-Z]+)(\d+):[A-Z]+(\d+)", root.get("ref")).groups()
                    titles = [column.get("name") for column in root.iter(f"{MAIN}tableColumn")]
                    found[root.get("name")] = (title, index(first), int(head), int(last), titles)
        return found

    @cached_property
    def persons(self) -> dict[tuple[str, str, str], Seen]:
        """(table, row code, column) → cell, for the filled cells of columns that are a person's, foreign ones too."""
        found = {}
        for spec in (table.spec for table in TABLES):
            others = {fold(column.title) for column in spec.columns if column.filled_by is not PERSON}
            own = [title for title in self.tables[spec.name][4] if fold(title) not in others]
            for key, row in self.table(spec).items():
                found |= {(spec.name, key, title): row[title] for title in own if row[title].value is not None}
        return found

    def table(self, spec: TableSpec) -> dict[str, dict[str, Seen]]:
        """Row code → column title → cell; a row without a code goes by its number."""
        title, left, head, last, titles = self.tables[spec.name]
        cells, rows, blank = self.cells(title), {}, Seen(None, ())
        keys = [
            column.title for column in spec.columns if column.key or (spec.name == "Notices" and column.field == "code")
        ]
        # what is typed right under a table belongs to it
        for row in range(head + 1, max(last, *(int(re.sub(r"\D", "", place)) for place in cells)) + 1):
            found = {name: cells.get(f"{letters(left + at)}{row}", blank) for at, name in enumerate(titles)}
            key = " ".join(str(found[name].value) for name in keys if name in found and found[name].value)
            rows[key if key and key not in rows else f"строка {row}"] = found | {"": Seen(row, ())}
        return rows

    def _value(self, cell: Tree.Element, masters: dict[str, str]) -> object:
        formula, value, kind = cell.find(f"{MAIN}f"), cell.findtext(f"{MAIN}v"), cell.get("t", "n")
        if formula is not None:
            text = re.sub(rf"(?<=[A-Z]){re.sub('[A-Z]', '', cell.get('r'))}\b", "{row}", formula.text or "")
            return "=" + (masters.setdefault(formula.get("si"), text) if formula.get("t") == "shared" else text)
        if kind == "inlineStr":
            return _runs(cell.find(f"{MAIN}is"))
        if value is None:
            return None
        return self._strings[int(value)] if kind == "s" else value if kind in ("str", "e") else float(value)

    @cached_property
    def _strings(self) -> list[object]:
        root = Tree.fromstring(self.parts["xl/sharedStrings.xml"])
        return [_runs(item) for item in root.iter(f"{MAIN}si")]

    def _look(self, cell: Tree.Element) -> tuple[str, ...]:
        return self._looks[int(cell.get("s", "0"))]

    @cached_property
    def _looks(self) -> list[tuple[str, ...]]:
        root = Tree.fromstring(self.parts["xl/styles.xml"])
        codes = {code.get("numFmtId"): code.get("formatCode") for code in root.iter(f"{MAIN}numFmt")}
        pieces = {key: [_canonical(piece) for piece in root.find(f"{MAIN}{name}")] for key, name in _PIECES.items()}
        return [
            (
                *(found[int(look.get(key, "0"))] for key, found in pieces.items()),
                codes.get(look.get("numFmtId"), look.get("numFmtId", "0")),
                *map(_canonical, look),
                look.get("quotePrefix", "0"),
            )
            for look in root.find(f"{MAIN}cellXfs")
        ]


def _runs(item: Tree.Element) -> object:
    """Plain text, or the runs of a rich text with their fonts."""
    runs = [(_canonical(run.find(f"{MAIN}rPr")), run.findtext(f"{MAIN}t")) for run in item.iter(f"{MAIN}r")]
    return tuple(runs) if runs else "".join(text.text or "" for text in item.iter(f"{MAIN}t"))


def _canonical(element: Tree.Element | None) -> str:
    text = "" if element is None else Tree.tostring(element, encoding="unicode")
    return Tree.canonicalize(text, strip_text=True, rewrite_prefixes=True) if text else ""
