"""The charts of «Мониторинг» drawn by matplotlib for the report: from the same rows, told apart without colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import number_text
from mentoring_xl.schema.charts import CHARTS, Shape, rows_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

    from mentoring_xl.schema.charts import Chart
    from mentoring_xl.schema.tables import ChartFigure

WIDTH_MM = 165
"""Of a picture on the page."""
_MM, _DPI = 1 / 25.4, 200
_FRAME_MM, _BAR_MM, _UPRIGHT_MM = 8, 8, 50
_INK, _DARK, _LINE = "#2B3440", "#1F4E79", "#C9D1D9"
_FILLS = ({"color": _DARK}, {"color": "white", "hatch": "///"})
_AIR = 1.15
_LOOK = {"font.family": "DejaVu Sans", "font.size": 9, "text.color": _INK, "hatch.linewidth": 0.6}
_NO_LIBRARY = 'Чтобы рисовать диаграммы, нужна библиотека. Выполните pip install "mentoring-xl[pictures]" и повторите.'


def draw_charts(figures: Sequence[ChartFigure]) -> tuple[tuple[Chart, bytes], ...]:
    """Return each chart that has anything to show as a .png, in the order of CHARTS.

    figures: all rows of «Данные диаграмм». Equal rows give equal bytes with one version of matplotlib. Raises BookError
    when it is not installed.
    """
    try:
        import matplotlib as mpl
    except ImportError as error:
        raise BookError(_NO_LIBRARY) from error
    rows = {chart.name: figures[rows_before(chart) :][: len(chart.labels)] for chart in CHARTS}
    with mpl.rc_context(_LOOK):
        return tuple((chart, _png(chart, rows[chart.name])) for chart in CHARTS if _says(rows[chart.name]))


def _says(rows: Sequence[ChartFigure]) -> bool:
    return any(row.value for row in rows)


def _png(chart: Chart, rows: Sequence[ChartFigure]) -> bytes:
    from matplotlib.figure import Figure

    is_across = chart.shape is Shape.ACROSS
    height = _FRAME_MM + _BAR_MM * len(rows) * len(chart.series) ** 0.5 if is_across else _UPRIGHT_MM
    figure = Figure(figsize=(WIDTH_MM * _MM, height * _MM), layout="constrained")
    axes = figure.add_subplot()
    columns = ([row.value for row in rows], [row.other for row in rows])[: len(chart.series)]
    for number, values in enumerate(columns):
        _series(axes, chart, number, values)
    _dress(axes, chart, [row.label for row in rows])
    if len(columns) > 1:
        figure.legend(loc="outside lower center", ncols=len(columns), frameon=False)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=_DPI, metadata={"Software": None})
    return file.getvalue()


def _series(axes: Axes, chart: Chart, number: int, values: Sequence[float | None]) -> None:
    thickness = 0.7 / len(chart.series)
    places = [at + (number - (len(chart.series) - 1) / 2) * thickness for at in range(len(values))]
    look: dict[str, Any] = {"edgecolor": _DARK, "label": chart.series[number], **_FILLS[number]}
    lengths = [value or 0 for value in values]
    draw = axes.barh if chart.shape is Shape.ACROSS else axes.bar
    bars: BarContainer = draw(places, lengths, thickness, **look)
    texts = ["" if value is None else f"{number_text(value, chart.digits)}{chart.unit}" for value in values]
    axes.bar_label(bars, texts, padding=2)


def _dress(axes: Axes, chart: Chart, labels: Sequence[str]) -> None:
    """The numbers stand at the bars, so the axis along them is left out."""
    places = range(len(labels))
    if chart.shape is Shape.ACROSS:
        axes.set_yticks(places, labels)
        axes.invert_yaxis()
        axes.xaxis.set_visible(False)
        axes.set_xlim(0, (chart.highest or axes.get_xlim()[1]) * _AIR)
    else:
        axes.set_xticks(places, labels)
        axes.yaxis.set_visible(False)
        axes.set_ylim(0, (chart.highest or axes.get_ylim()[1]) * _AIR)
    axes.tick_params(length=0)
    for side in ("top", "right", "bottom" if chart.shape is Shape.ACROSS else "left"):
        axes.spines[side].set_visible(False)
    for spine in axes.spines.values():
        spine.set_edgecolor(_LINE)
