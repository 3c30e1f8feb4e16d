"""A printable page as a worksheet part: XlsxWriter draws it in a book of its own, from which it is taken over."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.cell import letters
from mentoring_xl.core.page import Look

from .page_cells import filled, styles_of
from .text_cells import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.core.page import Page

    from .page_cells import Style

_SHEETS = "xl/worksheets/"
_MM = 1 / 25.4
_HEADER_MARGIN_MM = 10
_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_family": 1, "font_size": 14, "valign": "top", "text_wrap": True}
_IN_TABLE = {"font_size": 12, "border": 1}
_SHRUNK = {"shrink": True, "text_wrap": False}
_SANS = {"font_name": "Calibri", "font_family": 2, "valign": "vcenter"}
_IN_CHART = {**_SANS, "font_size": 9, "border": 1, "border_color": "#9AA3AC"}
_RED = "#C8372D"
_MARK = {**_IN_CHART, "align": "center", "bold": True, "border_color": "#C9D1D9", **_SHRUNK}
_POINTS = {**_SANS, "font_size": 9, "align": "center", **_SHRUNK}
_MEDIUM, _DASHES = 2, 8
_LOOKS: dict[Look, dict[str, object]] = {
    Look.BODY: {"align": "justify"},
    Look.LEFT: {"align": "left"},
    Look.CENTER: {"align": "center"},
    Look.TITLE: {"align": "center", "bold": True},
    Look.BOLD: {"align": "left", "bold": True},
    Look.RIGHT: {"align": "right"},
    Look.HEAD: {**_IN_TABLE, "align": "center", "valign": "vcenter", "bold": True},
    Look.BOX: {**_IN_TABLE, "align": "left"},
    Look.NUMBER: {**_IN_TABLE, "align": "center"},
    Look.HEADING: {**_SANS, "align": "left", "bold": True, "text_wrap": False},
    Look.CAPTION: {**_SANS, "align": "left", "font_size": 9, "text_wrap": False},
    Look.LABEL: {**_IN_CHART, "align": "left"},
    Look.STRONG: {**_IN_CHART, "align": "left", "bold": True},
    Look.SCALE: {**_IN_CHART, "align": "center", "bold": True, "font_size": 8, **_SHRUNK},
    Look.COUNT: {**_IN_CHART, "align": "center"},
    Look.TALLY: {**_IN_CHART, "align": "center", "bold": True},
    Look.MARK: _MARK,
    Look.TODAY: {**_MARK, "left": 2, "right": 2, "left_color": _RED, "right_color": _RED},
    Look.UPRIGHT: {**_IN_CHART, "align": "center", "valign": "bottom", "rotation": 90},
    Look.POINTS: _POINTS,
    Look.DASHED: {**_POINTS, "bold": True, "border": _DASHES},
    Look.FRAMED: {**_POINTS, "bold": True, "border": _MEDIUM},
}


def draw(pages: Mapping[str, Page]) -> bytes:
    """Return a workbook with nothing but the pages, each on a sheet of its title; equal pages give equal bytes."""
    import xlsxwriter

    file = io.BytesIO()
    styles = {title: styles_of(page) for title, page in pages.items()}
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        formats = {style: book.add_format(_format(style)) for style in dict.fromkeys(itertools.chain(*styles.values()))}
        for title, page in pages.items():
            sheet = book.add_worksheet(title)
            _set_up(sheet, page)
            for number, line in enumerate(page.lines):
                sheet.set_row(number, line.height)
            for column, style in enumerate(styles[title]):
                sheet.write_blank(len(page.lines), column, None, formats[style])
    return _finished(file.getvalue(), [(page, styles[title]) for title, page in pages.items()])


def drawn(page: Page) -> tuple[str, bytes]:
    """Return the worksheet part and the styles part that its formats point into; equal pages give equal bytes."""
    with zipfile.ZipFile(io.BytesIO(draw({"Sheet1": page}))) as parts:
        return parts.read(f"{_SHEETS}sheet1.xml").decode(), parts.read("xl/styles.xml")


def _finished(data: bytes, pages: Iterable[tuple[Page, Sequence[Style]]]) -> bytes:
    """Put the cells in. XlsxWriter has no switch for a first page without a number, and chooses the first sheet."""
    sheets = {f"{_SHEETS}sheet{number}.xml": page for number, page in enumerate(pages, 1)}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name in sheets:
                whole = filled(part.decode(), *sheets[name])
                whole = whole.replace("<headerFooter>", '<headerFooter differentFirst="1">')
                part = whole.replace(' tabSelected="1"', "").encode()
            new.writestr(old.getinfo(name), part)
    return file.getvalue()


def names(page: Page, sheet: str) -> dict[str, str]:
    """Return the defined names that belong to the page: what is printed, and the row that heads every page."""
    quoted = "'" + sheet.replace("'", "''") + "'"
    found = {"_xlnm.Print_Area": f"{quoted}!$A$1:${letters(len(page.widths) - 1)}${max(len(page.lines), 1)}"}
    titles = []
    if page.still:
        titles.append(f"{quoted}!$A:${letters(page.still - 1)}")
    if page.repeat is not None:
        titles.append(f"{quoted}!${page.repeat + 1}:${page.repeat + page.heads}")
    if titles:
        found["_xlnm.Print_Titles"] = ",".join(titles)
    return found


def differences(page: Page, values: Sequence[Sequence[object]]) -> int:
    """Return how many cells of a sheet (its values from A1 on) do not say what the page says."""
    there = {
        (row, column): str(value)
        for row, cells in enumerate(values)
        for column, value in enumerate(cells)
        if value not in (None, "")
    }
    wanted = {
        (row, piece.column): fitted(piece.text)
        for row, line in enumerate(page.lines)
        for piece in line.pieces
        if piece.text
    }
    return sum(there.get(place) != wanted.get(place) for place in there.keys() | wanted.keys())


def with_drawings(part: str, old: str) -> str:
    """Return the new part with the pictures and notes that a person put on the old one."""
    kept = re.findall(r'<(drawing|legacyDrawing)\b[^>]*?:id="([^"]+)"', old)
    return part.replace("</worksheet>", "".join(f'<{name} r:id="{link}"/>' for name, link in kept) + "</worksheet>")


def _set_up(sheet: Any, page: Page) -> None:
    sheet.set_paper(_A4)
    sheet.set_start_page(1)
    sheet.set_margins(*(millimetres * _MM for millimetres in page.margins))
    sheet.set_header('&C&"Times New Roman,Regular"&12&P', {"margin": _HEADER_MARGIN_MM * _MM})
    sheet.set_h_pagebreaks([number for number, line in enumerate(page.lines) if line.new_page and number])
    sheet.hide_gridlines(2)
    if page.widths:
        sheet.print_area(0, 0, max(len(page.lines), 1) - 1, len(page.widths) - 1)
    if page.repeat is not None:
        sheet.repeat_rows(page.repeat, page.repeat + page.heads - 1)
    if page.still:
        sheet.repeat_columns(0, page.still - 1)
        sheet.freeze_panes(0 if page.repeat is None else page.repeat + page.heads, page.still)
    if page.wide:
        sheet.set_landscape()
        sheet.fit_to_pages(page.across, 0)
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)


def _format(style: Style) -> Mapping[str, object]:
    own = {"bg_color": style.fill, "font_color": style.ink, "indent": style.indent, "quote_prefix": style.is_quoted}
    return {**_FONT, **_LOOKS[style.look], **{name: value for name, value in own.items() if value}}
