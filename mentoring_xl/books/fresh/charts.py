"""The charts of «Мониторинг» as a spreadsheet draws them itself, from the cells of «Данные диаграмм».

They stand below the indicators with room for some more rows, and begin a page of their own in print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.cell import letters
from mentoring_xl.schema.charts import CHARTS, Shape, rows_before
from mentoring_xl.schema.tables import ChartFigure, Indicator

from .paper import width
from .styles import INK, LINE, LINKED

if TYPE_CHECKING:
    from typing import Any

    from xlsxwriter.chart import Chart as Drawn
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from mentoring_xl.schema.charts import Chart

    from .styles import Styles

_LINK = "Диаграммы – ниже показателей"
_ROOM = 10
"""Rows for the school's own indicators between the table and the charts."""
_ROWS, _ROW_PIXELS, _GAP = (14, 12, 11), 20, 14
"""Of each line of charts: rows, and the height that each has while it is empty. Together they fill a page."""
_PAGE_PIXELS = 1045
"""Between the margins of A4 on its side, at 96 to the inch."""
_SPARE = 0.88
"""Another program's letters are a little wider."""
_TEXT, _TITLE = {"name": "Calibri", "size": 10, "color": INK}, {"name": "Calibri", "size": 13, "color": INK}
_DARK = "#1F4E79"
_FILLS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": _DARK}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _DARK, "bg_color": "#FFFFFF"}},
)
"""Told apart without colour: the first full, the second striped."""
_AIR = 1.15
"""Of the axis above its highest value, for the number over the bar."""
_FIELDS = ("value", "other")


def draw_charts(book: Workbook, sheet: Worksheet, rows: int, styles: Styles) -> None:
    """Draw all charts below a table of so many rows, as wide as it is: two side by side, the odd one across.

    The indicators are one page wide by a given scale: where a page is only said to be fitted, no page break is kept.
    """
    top = Indicator.spec.head + max(rows, 1) + _ROOM
    whole = sum(_pixels(width(column)) for column in Indicator.spec.printed)
    half = (whole - _GAP) // 2
    sheet.write_url(0, 2, f"internal:'{sheet.name}'!A{top + 1}", styles(**LINKED), string=_LINK)
    for number, chart in enumerate(CHARTS):
        line, is_across = number // 2, number == len(CHARTS) - 1 and number % 2 == 0
        drawn = _drawn(book, chart)
        drawn.set_size({"width": whole if is_across else half, "height": _ROWS[line] * _ROW_PIXELS - _GAP})
        place = {
            "x_offset": number % 2 * (half + _GAP),
            "y_offset": _GAP // 2,
            "object_position": 1,
            "description": chart.about,
        }
        sheet.insert_chart(top + sum(_ROWS[:line]), 0, drawn, place)
    sheet.set_print_scale(int(min(1.0, _PAGE_PIXELS / whole * _SPARE) * 100))
    sheet.set_h_pagebreaks([top])


def _pixels(characters: float) -> int:
    return int(characters * 7 + 5)


def _drawn(book: Workbook, chart: Chart) -> Drawn:
    drawn = book.add_chart({"type": "bar" if chart.shape is Shape.ACROSS else "column"})
    drawn.set_title({"name": chart.title, "name_font": _TITLE, "overlay": False})
    for field, series, look in zip(_FIELDS, chart.series, _FILLS, strict=False):
        drawn.add_series(
            {
                "name": series,
                "categories": _cells(chart, "label"),
                "values": _cells(chart, field),
                "gap": 40,
                "border": {"color": _DARK},
                "data_labels": {"value": True, "num_format": _number(chart), "font": _TEXT, "position": "outside_end"},
                **look,
            }
        )
    highest = {"max": chart.highest * _AIR} if chart.highest else {}
    names = {"num_font": _TEXT, "line": {"color": LINE}}
    numbers = {"visible": False, "major_gridlines": {"visible": False}, "min": 0, **highest}
    if chart.shape is Shape.ACROSS:
        drawn.set_y_axis({**names, "reverse": True})
        drawn.set_x_axis(numbers)
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(numbers)
    drawn.set_legend({"position": "bottom", "font": _TEXT} if len(chart.series) > 1 else {"none": True})
    drawn.set_chartarea({"border": {"color": LINE}})
    return drawn


def _cells(chart: Chart, field: str) -> str:
    spec = ChartFigure.spec
    column, first = letters(spec.fields.index(field)), spec.head + 1 + rows_before(chart)
    return f"='{spec.sheet}'!${column}${first}:${column}${first + len(chart.labels) - 1}"


def _number(chart: Chart) -> str:
    digits = "0." + "0" * chart.digits if chart.digits else "0"
    return f'{digits}"{chart.unit}"' if chart.unit else digits
