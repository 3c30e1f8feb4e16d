"""«Проверить всё» and «Состояние программы»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import monitoring
from mentoring_xl.core.edit import Put, Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.table import PROGRAM
from mentoring_xl.schema.tables import ChartFigure, Indicator, StatusLine

from .monitored import monitored
from .orders import check_orders
from .pairs import check_pairs
from .people import check_people
from .plan import check_deadlines
from .programmes import check_programmes
from .results import check_swot
from .work_papers import check_papers

if TYPE_CHECKING:
    import datetime as dt


def check_health(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Name the pairs that do not meet or have parted without a word."""
    return Outcome((), tuple(monitoring.health_findings(tables, today)))


_CHECKS = (
    ("Сроки", check_deadlines),
    ("Люди", check_people),
    ("Пары", check_pairs),
    ("Приказы", check_orders),
    ("Программы", check_programmes),
    ("Встречи", check_health),
    ("SWOT", check_swot),
    ("Тексты", check_papers),
)


def check(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Run every check; pairs and orders are only looked at, not made anew."""
    whole = Outcome()
    for done, (what, run) in enumerate(_CHECKS):
        progress(what, done, len(_CHECKS))
        whole += run(tables, today)
    return Outcome(whole.edits, tuple(dict.fromkeys(whole.findings)), whole.summary)


def status(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Fill «Состояние программы», «Мониторинг» and the numbers of its charts; the summary is the state itself."""
    found = monitored(tables, today)
    fields = [column.field for column in Indicator.spec.columns if column.filled_by is PROGRAM]
    puts = (
        Put(old, {name: getattr(new, name) for name in fields})
        for old, new in zip(tables[Indicator], found.indicators, strict=True)
        if old != new
    )
    return Outcome(
        (Rewrite(StatusLine, found.lines), *puts, Rewrite(ChartFigure, found.figures)),
        (),
        tuple(f"{line.topic}: {line.value}. {line.advice}" for line in found.lines),
    )
