"""The parts of a saved workbook, so that a few can be put right and all others stay to the byte."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from xml.dom import minidom

WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
_TAG = re.compile(r"<\w(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ODD_QUOTES = re.compile(r"<\w(?:[^<>\"'=]|=\"[^\"]*\")*(?:='|=\s|\s=)")
_ATTRIBUTE = re.compile(r"\s+([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MAIN_PREFIX = re.compile(r'xmlns:(\w+)="http://schemas\.openxmlformats\.org/spreadsheetml/2006/main"')


class Parts:
    """The parts by name; replace some, then take `data`."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._infos = archive.infolist()
            self._parts = {info.filename: archive.read(info) for info in self._infos}

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name]

    def __setitem__(self, name: str, content: bytes) -> None:
        self._parts[name] = content

    def names(self) -> tuple[str, ...]:
        """Return the names of the parts."""
        return tuple(self._parts)

    def sheets(self) -> dict[str, str]:
        """Return sheet title → part name."""
        links = {link.getAttribute("Id"): _target(WORKBOOK, link) for link in self._links(WORKBOOK)}
        found = {}
        for sheet in minidom.parseString(self[WORKBOOK]).getElementsByTagNameNS("*", "sheet"):
            link = next(value for name, value in sheet.attributes.items() if re.fullmatch(r"(?:\w+:)id", name))
            found[sheet.getAttribute("name")] = links[link]
        return found

    def targets(self, part: str, kind: str) -> list[str]:
        """Return the parts to which a part is related by a kind: the last word of the relationship's type."""
        return [_target(part, link) for link in self._links(part) if link.getAttribute("Type").endswith(f"/{kind}")]

    def _links(self, part: str) -> list[minidom.Element]:
        folder, name = posixpath.split(part)
        links = self._parts.get(f"{folder}/_rels/{name}.rels")
        return list(minidom.parseString(links).getElementsByTagNameNS("*", "Relationship")) if links else []

    def data(self) -> bytes:
        """Return the workbook, its parts in their old order."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self._infos:
                archive.writestr(info, self._parts[info.filename], zipfile.ZIP_DEFLATED)
        return file.getvalue()


def _target(part: str, link: minidom.Element) -> str:
    place = posixpath.join("/", posixpath.dirname(part), link.getAttribute("Target"))
    return posixpath.normpath(place).lstrip("/")


def plain(xml: str) -> str:
    """Return a part as Excel writes it: no prefix before the names of workbooks, attributes in double quotes."""
    if _ODD_QUOTES.search(xml):
        xml = _TAG.sub(lambda tag: _ATTRIBUTE.sub(_requoted, tag.group()), xml)
    root = xml[: xml.find(">", xml.find("<", xml.find("?>") + 1)) + 1]
    found = _MAIN_PREFIX.search(root)
    if not found or ' xmlns="' in root:
        return xml
    return re.sub(rf"<(/?){found[1]}:", r"<\1", xml).replace(f"xmlns:{found[1]}=", "xmlns=", 1)


def _requoted(attribute: re.Match[str]) -> str:
    value = attribute[2] if attribute[2] is not None else attribute[3].replace('"', "&quot;")
    return f' {attribute[1]}="{value}"'
