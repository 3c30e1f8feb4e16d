"""«Проверить всё» and «Состояние программы»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import monitoring
from mentoring_xl.core.edit import Put, Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.table import PROGRAM
from mentoring_xl.schema.tables import Indicator, StatusLine

from .current import as_of, consented
from .orders import check_orders
from .pairs import check_pairs
from .people import check_people
from .plan import check_deadlines
from .programmes import check_programmes
from .work_papers import check_papers

if TYPE_CHECKING:
    import datetime as dt

_CHECKS = (
    ("Сроки", check_deadlines),
    ("Люди", check_people),
    ("Пары", check_pairs),
    ("Приказы", check_orders),
    ("Программы", check_programmes),
    ("Тексты", check_papers),
)


def check(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Run every check; pairs and orders are only looked at, not made anew."""
    whole = Outcome()
    for done, (what, run) in enumerate(_CHECKS):
        progress(what, done, len(_CHECKS))
        whole += run(tables, today)
    return whole


def status(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Fill «Состояние программы» and the indicators of «Мониторинг»; the summary is the state itself."""
    current = as_of(tables, today)
    codes = consented(current, today)
    lines = monitoring.state(current, today, codes)
    rows = zip(tables[Indicator], monitoring.fill(current, today, codes), strict=True)
    fields = [column.field for column in Indicator.spec.columns if column.filled_by is PROGRAM]
    puts = tuple(Put(old, {name: getattr(new, name) for name in fields}) for old, new in rows if old != new)
    return Outcome(
        (Rewrite(StatusLine, lines), *puts), (), tuple(f"{line.topic}: {line.value}. {line.advice}" for line in lines)
    )


def state_of(tables: Tables, today: dt.date) -> tuple[StatusLine, ...]:
    """Return the lines of «Состояние программы» on a day."""
    current = as_of(tables, today)
    return monitoring.state(current, today, consented(current, today))
