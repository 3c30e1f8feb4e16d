"""The network drawn by matplotlib, as files that are the same each time: no dates and no names in what is not seen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import shortened
from mentoring_xl.schema.choices import FORMS

from .paper import CELL, HEIGHT, LINE, MARGIN, WIDTH, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from .network import Picture
    from .paper import ListLine, Node, Placed, Sheet

_MM = 1 / 25.4
_DPI = 200
_KNOWN = dict(
    zip(
        FORMS.values,
        (("o", "#0072B2"), ("s", "#C77700"), ("^", "#00805C"), ("D", "#B3367A"), ("v", "#6A4FB3")),
        strict=True,
    )
)
_OTHER = (("P", "#8C2D19"), ("X", "#4D6B0F"), ("p", "#1F5F6B"), ("h", "#7A5C00"))
_NAMELESS = ("*", "#555555")
_INK, _PALE, _BAND, _BOX = "#1B2733", "#5C6670", "#F1F3F5", "#DCE7DD"
_STYLES = ((False, (0, (3, 2)), "предложена"), (True, "solid", "согласована, закреплена"))
_LONGEST, _LONGEST_LINE, _LONGEST_TITLE = 18, 32, 90
_TO_LABEL, _LEGEND_COLUMNS = 1.8, 7
_LOOK = {
    "font.family": "DejaVu Sans",
    "svg.fonttype": "path",
    "svg.hashsalt": "mentoring-xl",
    "pdf.fonttype": 42,
}
_SILENT = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
KINDS = tuple(_SILENT)
_NO_LIBRARY = 'Чтобы рисовать, нужна библиотека. Выполните pip install "mentoring-xl[pictures]" и повторите.'


def draw(picture: Picture, kind: str) -> tuple[bytes, ...]:
    """Return the picture as files of a kind, «png», «svg» or «pdf»: one to a sheet of A4, all sheets in one .pdf.

    Equal pictures give equal bytes with one version of matplotlib. BookError when it is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_pdf import PdfPages
        from matplotlib.figure import Figure
    except ImportError as error:
        raise BookError(_NO_LIBRARY) from error
    laid = sheets(picture)
    with mpl.rc_context(_LOOK):
        figures = (_figure(Figure, picture, sheet, number, len(laid)) for number, sheet in enumerate(laid, 1))
        if kind == "pdf":
            file = io.BytesIO()
            with PdfPages(file, metadata=_SILENT[kind]) as pages:
                for figure in figures:
                    pages.savefig(figure)
            return (file.getvalue(),)
        return tuple(_saved(figure, kind) for figure in figures)


def _saved(figure: Figure, kind: str) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format=kind, dpi=_DPI, metadata=_SILENT[kind])
    return file.getvalue()


class _Canvas:
    """A sheet of A4 on which millimetres and points are as much smaller as the sheet says."""

    def __init__(self, axes: Axes, sheet: Sheet) -> None:
        self.axes, self.sheet = axes, sheet
        axes.set_xlim(0, sheet.width)
        axes.set_ylim(sheet.height, 0)
        axes.set_axis_off()

    def size(self, points: float) -> float:
        return points / self.sheet.scale

    def text(self, x: float, y: float, text: str, points: float, **how: Any) -> None:
        # what people typed is no formula, so a dollar sign in it begins none
        self.axes.text(x, y, text, fontsize=self.size(points), parse_math=False, **{"color": _INK, **how})


def _figure(make: Callable[..., Figure], picture: Picture, sheet: Sheet, number: int, count: int) -> Figure:
    figure = make(figsize=(WIDTH * _MM, HEIGHT * _MM))
    canvas = _Canvas(figure.add_axes((0, 0, 1, 1)), sheet)
    canvas.text(MARGIN, 12, shortened(picture.title, _LONGEST_TITLE), 13, weight="bold")
    canvas.text(MARGIN, 17.5, picture.caption, 8)
    if count > 1:
        canvas.text(sheet.width - MARGIN, 12, f"{number} из {count}", 8, color=_PALE, ha="right")
    marks = marks_of(picture.forms)
    for placed in sheet.stars:
        _star(canvas, placed, marks)
    for line in sheet.lines:
        _line(canvas, line)
    _legend(canvas, marks)
    return figure


def marks_of(forms: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return marker and colour of each form that is there: those of the common list always have the same."""
    others = [form for form in forms if form and form not in _KNOWN]
    given = {form: _OTHER[at % len(_OTHER)] for at, form in enumerate(others)}
    found = {**_KNOWN, **given, "": _NAMELESS}
    return {form: mark for form, mark in found.items() if form in forms}


def _star(canvas: _Canvas, placed: Placed, marks: Mapping[str, tuple[str, str]]) -> None:
    for node in placed.nodes:
        _node(canvas, placed, node, *marks[node.leaf.form])
    star = placed.star
    canvas.text(
        placed.x,
        placed.y,
        f"{shortened(star.name, _LONGEST)}\n{star.code} · {star.taken} из {star.places}",
        6.2,
        weight="bold",
        ha="center",
        va="center",
        multialignment="center",
        linespacing=1.15,
        bbox={"boxstyle": "round,pad=0.35", "facecolor": _BOX, "edgecolor": _INK, "linewidth": 0.7},
        zorder=3,
    )


def _node(canvas: _Canvas, placed: Placed, node: Node, marker: str, colour: str) -> None:
    leaf, size = node.leaf, canvas.size(5.5)
    style = next(style for is_held, style, _ in _STYLES if is_held == leaf.is_held)
    canvas.axes.plot((placed.x, node.x), (placed.y, node.y), color=colour, lw=1.2, ls=style, zorder=1)
    canvas.axes.plot((node.x,), (node.y,), marker=marker, ms=size, color=colour, mec="white", mew=0.6, zorder=2)
    code = " · ".join((leaf.code, *(f"также {other}" for other in leaf.also)))
    canvas.text(
        node.x,
        node.y + (-_TO_LABEL if node.is_above else _TO_LABEL),
        f"{shortened(leaf.name, _LONGEST)}\n{code}",
        6,
        ha="center",
        va="bottom" if node.is_above else "top",
        multialignment="center",
        linespacing=1.1,
    )


def _line(canvas: _Canvas, line: ListLine) -> None:
    height, edge = LINE + line.is_heading, MARGIN / canvas.sheet.width
    canvas.axes.axhspan(line.y, line.y + height, edge, 1 - edge, color=_BAND, lw=0, zorder=0)
    for at, text in enumerate(line.texts):
        shown = text if line.is_heading else shortened(text, _LONGEST_LINE)
        weight, points = ("bold", 7) if line.is_heading else ("normal", 6)
        middle = line.y + height / 2
        canvas.text(MARGIN + 2 + at * CELL, middle, shown, points, weight=weight, va="center_baseline")


def _legend(canvas: _Canvas, marks: Mapping[str, tuple[str, str]]) -> None:
    from matplotlib.lines import Line2D

    forms = (
        Line2D((), (), marker=marker, ls="", ms=6, color=colour, label=form or "форма не указана")
        for form, (marker, colour) in marks.items()
    )
    states = (Line2D((), (), color=_INK, lw=1.2, ls=style, label=words) for _, style, words in _STYLES)
    canvas.axes.legend(
        handles=[*forms, *states],
        loc="lower left",
        bbox_to_anchor=(MARGIN / canvas.sheet.width, 5 / HEIGHT),
        borderaxespad=0,
        borderpad=0,
        ncols=min(len(marks) + len(_STYLES), _LEGEND_COLUMNS),
        frameon=False,
        fontsize=6.5,
        handletextpad=0.5,
        columnspacing=1.6,
    )
