"""The worksheet functions that help while a deadline is typed: cell values in, a cell value out, "" for no date."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_text
from mentoring_xl.deadlines import parse, plan_of
from mentoring_xl.roadmap.period import plan_in_settings
from mentoring_xl.roadmap.plan_years import plan_named
from mentoring_xl.schema.tables import Setting

if TYPE_CHECKING:
    from mentoring_xl.deadlines import Deadline, Plan

_DAY_ZERO = dt.date(1899, 12, 30)
_VALUE = Setting.spec.fields.index("value")


def deadline_start(phrase: object, plan: object = "") -> dt.date | str:
    """Return the first day of a deadline, "" when it has none.

    phrase: what a cell holds – text, a number (a year or a day number), a date, None, or a block of one such cell.
    plan: 2026, «2026», «2026/2027» or blank; gives the year to a deadline written without one. A block of cells from
    «Настройки», its first column the codes, gives the last day of the school year and the terms as well. Never raises.
    """
    return _deadline(phrase, plan).start or ""


def deadline_end(phrase: object, plan: object = "") -> dt.date | str:
    """Return the last day of a deadline, included, "" when it has none; arguments as in `deadline_start`."""
    return _deadline(phrase, plan).end or ""


def deadline_days_left(phrase: object, today: object, plan: object = "") -> int | str:
    """Return the calendar days from today to the end of a deadline, negative when it is over.

    today: a date or a day number. "" when the deadline has no end or `today` is no day. Never raises.
    """
    end, day = _deadline(phrase, plan).end, parse(_cell(today))
    if end is None or day.start is None or day.start != day.end:
        return ""
    return (end - day.start).days


def day_number(day: dt.date) -> int:
    """Return a day as the number that a spreadsheet keeps for it (1900 date system)."""
    return (day - _DAY_ZERO).days


def _deadline(phrase: object, plan: object) -> Deadline:
    named = _cell(plan)
    if isinstance(named, tuple | list):
        return parse(_cell(phrase), _plan_of_block(_codes_and_values(named)))
    period = plan_named(named) if isinstance(named, str) else plan_of(named)
    return parse(_cell(phrase), period)


def _codes_and_values(block: tuple[object, ...] | list[object]) -> tuple[tuple[str, str], ...]:
    """Return the codes and values of «Настройки»: from its first four columns, or from two."""
    rows = [row for row in block if isinstance(row, tuple | list) and len(row) > 1]
    cells = ((row[0], row[min(_VALUE, len(row) - 1)]) for row in rows)
    return tuple((as_text(code), as_text(value)) for code, value in cells if code is not None and value is not None)


@lru_cache(maxsize=4)
def _plan_of_block(block: tuple[tuple[str, str], ...]) -> Plan | None:
    """Read the settings once for all cells that refer to them."""
    return plan_in_settings(Setting(code=code, value=value) for code, value in block)


def _cell(value: object) -> object:
    """Return the one cell of a block as a spreadsheet hands it over: rows of cells; a larger block stays as it is."""
    while isinstance(value, tuple | list) and len(value) == 1:
        value = value[0]
    return value
