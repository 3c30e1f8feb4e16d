"""How the programme stands on a day: its state in words, the indicators and the numbers of the charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl import monitoring
from mentoring_xl.monitoring.deltas import deltas
from mentoring_xl.schema.tables import Answer, Pair, Question, Step
from mentoring_xl.surveys.answers import replies

from .current import as_of, consented
from .participants import participants

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.schema.tables import ChartFigure, Indicator, StatusLine


@dataclass(frozen=True)
class Monitored:
    """The lines of «Состояние программы», the rows of «Мониторинг» and of «Данные диаграмм»."""

    lines: tuple[StatusLine, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[ChartFigure, ...]


def monitored(tables: Tables, today: dt.date) -> Monitored:
    """Return how the programme stands on a day."""
    current = as_of(tables, today)
    codes = consented(current, today)
    indicators = monitoring.fill(current, today, codes)
    told = replies(current[Question], current[Answer])
    changes = deltas(current[Question], told, participants(current))
    return Monitored(
        monitoring.state(current, today, codes),
        indicators,
        monitoring.chart_figures(indicators, changes, current[Pair], current[Step]),
    )
