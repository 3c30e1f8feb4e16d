"""One sheet of a book as an .xlsx of its own: its cells, formats and print settings, without what hangs on it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.dom import minidom

from .parts import STYLES, WORKBOOK, Parts, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHARED = re.compile(r'(<c\b[^>]*?\s)t="s"([^>]*)>\s*<v>(\d+)</v>\s*</c>')
_STRING = re.compile(r"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_HUNG = re.compile(
    r"<(hyperlinks|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|tableParts|extLst|"
    r"mc:AlternateContent)\b(?:[^>]*/>|.*?</\1>)",
    re.DOTALL,
)
_LINK = re.compile(r'\sr:id="[^"]*"')
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = f"""{_START}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/{WORKBOOK}" ContentType="{_KIND}.sheet.main+xml"/>\
<Override PartName="/{STYLES}" ContentType="{_KIND}.styles+xml"/>\
<Override PartName="/{_SHEET}" ContentType="{_KIND}.worksheet+xml"/></Types>"""
_ROOT_LINKS = f"""{_START}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="{WORKBOOK}"/></Relationships>"""
_BOOK_LINKS = f"""{_START}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>"""


def taken(parts: Parts, sheet: str) -> bytes:
    """Return a sheet of a book as an .xlsx of its own."""
    names = "".join(
        f'<definedName name="{html.escape(name)}" localSheetId="0">{html.escape(place, quote=False)}</definedName>'
        for name, place in names_of(parts, sheet).items()
    )
    book = (
        f'{_START}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
        f'<sheet name="{html.escape(sheet)}" sheetId="1" r:id="rId1"/></sheets>'
        f"{f'<definedNames>{names}</definedNames>' if names else ''}</workbook>"
    )
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT_LINKS,
        WORKBOOK: book,
        "xl/_rels/workbook.xml.rels": _BOOK_LINKS,
        STYLES: parts[STYLES],
        _SHEET: _alone(plain(parts[parts.sheets()[sheet]].decode()), parts),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


def opened(data: bytes) -> tuple[str, bytes, Mapping[str, str]]:
    """Return the worksheet part of such an .xlsx, its styles part, and the defined names that belong to the sheet."""
    parts = Parts(data)
    sheet, part = next(iter(parts.sheets().items()))
    return _alone(plain(parts[part].decode()), parts), parts[STYLES], names_of(parts, sheet)


def names_of(parts: Parts, sheet: str) -> dict[str, str]:
    """Return the defined names that belong to one sheet, such as its print area."""
    document = minidom.parseString(parts[WORKBOOK])
    titles = [found.getAttribute("name") for found in document.getElementsByTagNameNS("*", "sheet")]
    return {
        name.getAttribute("name"): "".join(text.data for text in name.childNodes if isinstance(text, minidom.Text))
        for name in document.getElementsByTagNameNS("*", "definedName")
        if name.getAttribute("localSheetId") == str(titles.index(sheet))
    }


def _alone(part: str, parts: Parts) -> str:
    """Return a worksheet part that needs no other part but the styles."""
    strings = [
        found[1] or ""
        for name in parts.targets(WORKBOOK, "sharedStrings")
        for found in _STRING.finditer(plain(parts[name].decode()))
    ]
    part = _SHARED.sub(lambda cell: f'{cell[1]}t="inlineStr"{cell[2]}><is>{strings[int(cell[3])]}</is></c>', part)
    return _LINK.sub("", _HUNG.sub("", part))
