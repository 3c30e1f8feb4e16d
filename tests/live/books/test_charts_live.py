"""The charts of «Мониторинг» in an open book: they follow a press, and LibreOffice saves them."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from mentoring_xl import session
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.live import LiveBook
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import ChartFigure, Indicator, Pair
from mentoring_xl.session import read
from tests.live.books.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import xlwings as xw

pytestmark = pytest.mark.libreoffice
STATES, PLAN = 3, 4
"""The places of «Состояние пар» and «Дорожная карта» among the charts."""


def drawings(book: xw.Book) -> list[Any]:
    """What is drawn on «Мониторинг» and holds a chart, from the top of the sheet."""
    page = book.api.Sheets.getByName(Indicator.spec.sheet).getDrawPage()
    shapes = (page.getByIndex(index) for index in range(page.getCount()))
    charts = [shape for shape in shapes if shape.supportsService("com.sun.star.drawing.OLE2Shape")]
    return sorted(charts, key=lambda shape: (shape.Position.Y, shape.Position.X))


def bars(book: xw.Book, place: int) -> list[list[float]]:
    """The values of each series as the chart has them."""
    diagram = drawings(book)[place].Model.getFirstDiagram()
    kinds = [kind for system in diagram.getCoordinateSystems() for kind in system.getChartTypes()]
    series = [one for kind in kinds for one in kind.getDataSeries()]
    return [list(one.getDataSequences()[0].getValues().getNumericalData()) for one in series]


def test_a_press_moves_the_bars_and_leaves_the_charts_where_they_are(example: Path, opened: Callable[..., xw.Book]):
    book = opened(example)
    before = [(shape.Position.X, shape.Position.Y) for shape in drawings(book)]
    assert len(before) == 5
    fixed = bars(book, STATES)[0][2]
    rows = read(LiveBook(book), (Pair,))[Pair]
    pair = next(row for row in rows if row.state == "согласована")
    book.sheets[Pair.spec.sheet].range(
        f"{pair.cell('state').column}{pair.cell('state').row}"
    ).value = "закреплена приказом"
    session.press(button("status"), LiveBook(book), NOW)
    assert bars(book, STATES)[0][2] == fixed + 1
    assert [(shape.Position.X, shape.Position.Y) for shape in drawings(book)] == before


def chart_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if re.match(r"xl/(charts|drawings)/", name)}


def test_what_libreoffice_saved_goes_through_a_command_with_its_charts(
    example: Path, opened: Callable[..., xw.Book], tmp_path: Path
):
    opened(example).save(tmp_path / "сохранённая.xlsx")
    saved = tmp_path / "закрытая.xlsx"
    saved.write_bytes((tmp_path / "сохранённая.xlsx").read_bytes())
    before = chart_parts(saved)
    with ClosedBook.open(saved) as book:
        session.press(button("status"), book, NOW + dt.timedelta(days=60))
        late = next(row.value for row in read(book, (ChartFigure,))[ChartFigure] if row.label == "Просрочено")
    assert chart_parts(saved) == before
    shown = opened(saved)
    assert len(drawings(shown)) == 5
    assert bars(shown, PLAN)[0][1] == late > 10
