"""One value into one cell: its type decides how it is written, text is never read as a formula or an address."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from . import links

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


def write(sheet: Worksheet, at: tuple[int, int], value: object, style: Format) -> None:
    """Write a value at (row, column), zero-based: True as «да»; None, False and "" as a blank cell.

    Raises BookError when the text is longer than a cell can hold.
    """
    match value:
        case None | False | "":
            sheet.write_blank(*at, None, style)
        case True:
            sheet.write_string(*at, "да", style)
        case dt.date():
            sheet.write_datetime(*at, value, style)
        case int() | float():
            sheet.write_number(*at, value, style)
        case _ if sheet.write_string(*at, str(value), style):
            raise BookError(f"Текст для листа «{sheet.name}» не помещается в ячейку. Сократите его до 32767 знаков.")


def write_link(sheet: Worksheet, at: tuple[int, int], text: str, link: Format, plain: Format) -> None:
    """Write a link to a sheet or a cell of the book; text that leads nowhere has the plain format."""
    reference = links.target(text)
    if reference:
        sheet.write_url(*at, f"internal:{reference}", link, string=text)
    else:
        write(sheet, at, text, plain)
