"""A workbook with some of its sheets hidden: office programs print and export only what is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from .parts import WORKBOOK, Parts, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_AREA = r'<definedName (?=[^>]*"_xlnm\.Print_Area")(?=[^>]*localSheetId="{}")[^>]*>[^<]*</definedName>'


def without_sheets(data: bytes, titles: Iterable[str]) -> bytes:
    """Return the workbook with these sheets hidden, all else as it is; a title that it does not have is passed over.

    LibreOffice prints a hidden sheet that has a print area, so that goes too.
    """
    parts = Parts(data)
    workbook = plain(parts[WORKBOOK].decode())
    order = list(parts.sheets())
    for title in set(titles) & set(order):
        named = re.escape(escape(title, {'"': "&quot;"}))
        workbook = re.sub(rf'<sheet [^>]*\bname="{named}"[^>]*>', _hidden, workbook)
        workbook = re.sub(_AREA.format(order.index(title)), "", workbook)
    parts[WORKBOOK] = workbook.encode()
    return parts.data()


def _hidden(sheet: re.Match[str]) -> str:
    return re.sub(r' state="[^"]*"', "", sheet[0]).replace("<sheet ", '<sheet state="hidden" ', 1)
