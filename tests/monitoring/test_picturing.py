"""The charts of the report as pictures."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from mentoring_xl.core.errors import BookError
from mentoring_xl.monitoring.charts import chart_figures
from mentoring_xl.monitoring.picturing import draw_charts
from mentoring_xl.schema.tables import Indicator, Pair

FIGURES = chart_figures((Indicator(code="YOUNG", percent=40.0, target=70.0),), (), (Pair(state="завершена"),), ())


def test_only_charts_that_say_something_are_drawn_and_always_to_the_same_bytes():
    drawn = draw_charts(FIGURES)
    assert [chart.title for chart, _ in drawn] == ["Показатели и их цели, %", "Пары по состояниям, сколько пар"]
    assert draw_charts(FIGURES) == drawn


def test_value_and_target_are_told_apart_without_colour():
    ((_, data), _) = draw_charts(FIGURES)
    grey = Image.open(io.BytesIO(data)).convert("L")
    lines = [
        "".join("#" if grey.getpixel((x, y)) < 110 else " " for x in range(grey.width)) for y in range(grey.height)
    ]
    full = [line for line in lines if max(map(len, line.split()), default=0) > 200]
    striped = [line for line in lines if len(line.split()) > 12 and max(map(len, line.split())) < 30]
    assert len(full) > 15
    assert len(striped) > 15


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(BookError, match=r'pip install "mentoring-xl\[pictures\]"'):
        draw_charts(FIGURES)
