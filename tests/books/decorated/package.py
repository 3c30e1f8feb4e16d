"""A workbook as loose parts, so that a test can add to it what no library writes."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKBOOK = "xl/workbook.xml"
_TYPES = "[Content_Types].xml"
_NO_LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_AFTER_CELLS = re.findall(
    r"\w+",
    """
sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells
phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects
controls webPublishItems tableParts extLst
""",
)


class Package:
    """The parts of a book as text (bytes where they are not XML), changed in place and written by `save`."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def save(self, path: Path) -> Path:
        """Write the book."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return path

    def text(self, name: str) -> str:
        """A part as text."""
        return self.parts[name].decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` where `old` stands first; it must stand there."""
        assert old in self.text(name), (name, old)
        self.parts[name] = self.text(name).replace(old, new, 1).encode()

    def links(self, part: str) -> str:
        """The name of the part that holds another part's relationships."""
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def target(self, part: str, kind: str) -> str:
        """The part to which `part` points by its first relationship of this kind."""
        for link in re.findall(r"<Relationship [^>]*>", self.text(self.links(part))):
            if f'/{kind}"' in link:
                to = re.search(r'Target="([^"]+)"', link)
                return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), to[1])).lstrip("/")
        raise KeyError(kind)

    def sheet(self, title: str) -> str:
        """The part of a sheet."""
        key = re.search(rf'<sheet name="{title}"[^>]* r:id="(\w+)"', self.text(WORKBOOK))[1]
        link = re.search(rf'<Relationship Id="{key}"[^>]* Target="([^"]+)"', self.text(self.links(WORKBOOK)))
        return f"xl/{link[1]}"

    def add(self, name: str, content: str | bytes, type_: str, owner: str = "", kind: str = "") -> str:
        """Add a part with its content type, and a relationship of `owner` to it; return the relationship's id."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        if type_:
            self.replace(_TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{type_}"/></Types>')
        return self.link(owner, kind, f"/{name}") if kind else ""

    def link(self, owner: str, kind: str, target: str) -> str:
        """Add a relationship and return its id; the owner "" is the package itself."""
        rels = self.links(owner)
        content = self.text(rels) if rels in self.parts else _NO_LINKS
        key = f"rIdOwn{content.count('<Relationship ') + 1}"
        type_ = kind if "://" in kind else f"{OFFICE}/{kind}"
        path = target if not owner else posixpath.relpath(target, f"/{posixpath.dirname(owner)}")
        link = f'<Relationship Id="{key}" Type="{type_}" Target="{path}"/></Relationships>'
        self.parts[rels] = content.replace("</Relationships>", link).encode()
        return key

    def extension(self, extension: str, type_: str) -> None:
        """Name the content type of an extension."""
        if f'Extension="{extension}"' not in self.text(_TYPES):
            self.replace(_TYPES, "<Override", f'<Default Extension="{extension}" ContentType="{type_}"/><Override')

    def section(self, part: str, name: str, xml: str) -> None:
        """Put a section of a worksheet behind its cells, where the schema wants it."""
        head, rest = self.text(part).split("</sheetData>")
        later = _AFTER_CELLS[_AFTER_CELLS.index(name) + 1 :]
        place = re.search(rf"<(?:{'|'.join([*later, '/worksheet'])})\b", rest).start()
        self.parts[part] = f"{head}</sheetData>{rest[:place]}{xml}{rest[place:]}".encode()

    def cell(self, part: str, place: str, xml: str) -> None:
        """Replace the inside of a cell: `xml` is the whole element with {s} for the format index that was there."""
        content = self.text(part)
        found = re.search(rf'<c r="{place}"(?: s="(\d+)")?[^>]*?(?:/>|>.*?</c>)', content)
        assert found, (part, place)
        new = xml.format(s=found[1] or 0)
        self.parts[part] = (content[: found.start()] + new + content[found.end() :]).encode()

    def style(self, index: int, **pieces: str) -> int:
        """Add a cell format like `index` with another font, fill or number format given as XML; return its index."""
        name = "xl/styles.xml"
        formats = re.search(r"<cellXfs\b.*?</cellXfs>", self.text(name), re.DOTALL)[0]
        element = re.findall(r"<xf\b[^>]*?(?:/>|>.*?</xf>)", formats)[index]
        for section, xml in pieces.items():
            place = self._append(name, section, xml)
            attribute = {"fonts": "fontId", "fills": "fillId", "borders": "borderId"}[section]
            element = re.sub(rf'{attribute}="\d+"', f'{attribute}="{place}"', element)
        return self._append(name, "cellXfs", element)

    def _append(self, name: str, section: str, xml: str) -> int:
        text = self.text(name)
        found = re.search(rf'<{section} count="(\d+)"', text)
        count = int(found[1])
        text = text.replace(found[0], f'<{section} count="{count + 1}"', 1)
        self.parts[name] = text.replace(f"</{section}>", f"{xml}</{section}>", 1).encode()
        return count
