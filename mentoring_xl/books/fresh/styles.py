"""How a new workbook looks: its palette, its formats and the number format of each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.table import BOTH, PERSON, PROGRAM, Kind
from mentoring_xl.schema.tables import Conflict, Indicator, MatchRule, Notice, Setting

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from mentoring_xl.core.table import Column

INK, QUIET, LINE, LINK = "#2B3440", "#66717D", "#C9D1D9", "#1F5A96"
REQUIRED = "#A03A2E"
INPUT = "#FFF8E1"
NOTICED = "#FFDDBF"
STAGE = "#E9EEE8"
FIXED = "#ECEEF0"
HEADS = {PERSON: "#DCE7DD", PROGRAM: "#D5E2EF", BOTH: "#E2DCED"}
TINTS = {PERSON: None, PROGRAM: "#F1F6FB", BOTH: "#F7F5FB"}
SQUARES = {PERSON: "#7A9E7E", PROGRAM: "#8DB8E2", BOTH: "#8E7CA6"}
TABS = {
    "Начало": "#5B7C99",
    "План": "#7A9E7E",
    "Люди": "#C49A6C",
    "Опросы": "#8E7CA6",
    "Пары": "#5C9EA3",
    "Работа": "#A9A45B",
    "Документы": "#A66E6E",
    "Мониторинг": "#1F5A96",
    "Служебные": "#9AA3AC",
}

GOOD, BAD, SOON, GOING, CALM = (
    {"bg_color": fill, "font_color": ink}
    for fill, ink in (
        ("#E0EFE1", "#2C6632"),
        ("#F8DFDB", "#96291F"),
        ("#FCEFCF", "#765200"),
        ("#D5E2EF", "#1F5A96"),
        ("#ECEEF0", "#4C5763"),
    )
)

LINES: dict[str, object] = {"border": 1, "border_color": LINE}
LINKED: dict[str, object] = {"font_color": LINK, "underline": 1}

_NUMBERS = {Kind.DATE: "dd.mm.yyyy", Kind.INTEGER: "0", Kind.NUMBER: "General"}
_FAINT = {"font_color": "#A9B1BA", "font_size": 9}
_FOR_THE_PROGRAM = frozenset(
    {
        Setting.spec.column("code"),
        MatchRule.spec.column("code"),
        Indicator.spec.column("code"),
        Notice.spec.column("key"),
        Conflict.spec.column("key"),
    }
)
"""By them the program knows a row again; they say nothing to a person."""
_ONE_DECIMAL = frozenset({"points", "percent"})
_TEXT = "@"


class Styles:
    """The formats of one workbook, each made once.

    Text cells have the format «@»: what begins with =, +, -, @ stays text after F2 and Enter too, in both suites, and
    «01.09» typed as a deadline does not turn into a date; so no cell needs a quote prefix.
    """

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **properties: object) -> Format:
        """Return the format with these XlsxWriter properties over the common ones: Calibri 11, top, text."""
        common = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top", "num_format": _TEXT}
        merged = {**common, **properties}
        key = tuple(sorted(merged.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(merged)
        return self._made[key]

    def value(self, column: Column, **properties: object) -> Format:
        """Return the format of a column's cells without lines and tint: spare rows must not be printed."""
        number = "0.0" if column.field in _ONE_DECIMAL else _NUMBERS.get(column.kind, _TEXT)
        align = "left" if number == _TEXT else "center"
        linked = LINKED if column.kind is Kind.LINK and column.filled_by is PROGRAM else {}
        faint = _FAINT if column in _FOR_THE_PROGRAM else {}
        return self(**{"num_format": number, "align": align, "text_wrap": True, **linked, **faint, **properties})

    def filled(self, column: Column, **properties: object) -> Format:
        """Return the format of a column's cells in a row of the table: lines and the tint of who fills it."""
        tint = TINTS[column.filled_by]
        return self.value(column, **{**LINES, **({"bg_color": tint} if tint else {}), **properties})

    def head(self, column: Column) -> Format:
        """Return the format of a column's head."""
        return self(
            bold=True,
            text_wrap=True,
            valign="vcenter",
            bg_color=HEADS[column.filled_by],
            font_color=REQUIRED if column.required else INK,
            **LINES,
        )

    def rule(self, **properties: object) -> Format:
        """Return what a conditional format changes.

        The lines are in each: LibreOffice applies the first true rule alone, Excel all of them.
        """
        return self._book.add_format({**LINES, **properties})
