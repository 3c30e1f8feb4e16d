"""The links of a worksheet part: they move with their rows, and those that the program sets lead where they say."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import index, letters

if TYPE_CHECKING:
    from .dress import Dress

_QUIET = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*?"
_BLOCK = re.compile(r"<hyperlinks\b[^>]*>(.*?)</hyperlinks>", re.DOTALL)
_LINK = re.compile(rf"<hyperlink\b{_QUIET}(?:/>|></hyperlink>)", re.DOTALL)
_CELL = re.compile(r'\bref="([A-Z]+)(\d+)"')
_REFERENCE = re.compile(r'\sref="([^"]+)"')
_LATER = re.compile(
    r"<(?:printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|"
    r"ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|"
    r"tableParts|extLst|mc:AlternateContent)\b|</worksheet>"
)


def relinked(xml: str, dress: Dress) -> str:
    """Return the part with its links put right: those of moved rows, then those that were written."""
    block = _BLOCK.search(xml)
    old = [found.group() for found in _LINK.finditer(block[1])] if block else []
    links = [link for found in old for link in _moved(found, dress)]
    standing = {found[1]: at for at, link in reversed(list(enumerate(links))) if (found := _REFERENCE.search(link))}
    for place, target in sorted(dress.links.items()):
        reference = f"{letters(place[1] - 1)}{place[0]}"
        if reference in standing:
            links[standing[reference]] = _link(reference, target)
        else:
            links.append(_link(reference, target))
    links = [link for link in links if link]
    if links == old:
        return xml
    fresh = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    if block:
        return xml[: block.start()] + fresh + xml[block.end() :]
    later = _LATER.search(xml, xml.rfind("</sheetData>"))
    return xml[: later.start()] + fresh + xml[later.start() :] if later else xml


def _moved(link: str, dress: Dress) -> list[str]:
    cell = _CELL.search(link)
    if not cell:
        return [link]
    row = dress.place_of(int(cell[2]), index(cell[1]) + 1)
    return [_CELL.sub(f'ref="{cell[1]}{row}"', link, count=1)] if row else []


def _link(reference: str, target: tuple[str, str] | None) -> str:
    """Return a link element, "" for none."""
    if not target:
        return ""
    location, display = (html.escape(text) for text in target)
    return f'<hyperlink ref="{reference}" location="{location}" display="{display}"/>'
