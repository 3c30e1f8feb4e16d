"""Which period the plan covers: from «Настройки», and when they do not say, from the deadlines or the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import Plan, plan_of
from mentoring_xl.schema.findings.plan import R208, R209, R210
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.core.cell import Cell
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Step

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TWO_YEARS = re.compile(r"(20\d\d) ?[-–—] ?((?:20)?\d\d)")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_LAST_MONTH = 8


@dataclass(frozen=True)
class Period:
    """The period of the plan; given: whether «Настройки» name it, so that years can be checked against it."""

    plan: Plan
    given: bool
    findings: tuple[Finding, ...] = ()


def period_of(settings: Iterable[Setting], steps: Iterable[Step], today: dt.date) -> Period:
    """Return the period of the plan and what is wrong with its settings.

    Without a readable «Год плана» the years written in the deadlines give it, and without those the year of today.
    A plan without any deadline needs no year and yields no finding about it.
    """
    rows = tuple(settings)
    values = Settings(rows)
    text, year_ends = values.text("period"), values.text("year_ends")
    last = _last_day(year_ends)
    found = [] if last else [R210.at(_cell(rows, "year_ends"), text=year_ends)]
    plan = plan_named(text)
    if plan:
        return Period(_ending(plan, last), given=True, findings=tuple(found))
    deadlines = tuple(step.deadline for step in steps if tidy(step.deadline))
    guess, origin = _guess(deadlines, today)
    if deadlines or text:
        code = R209 if text else R208
        year = guess.start.year
        found.append(
            code.at(
                _cell(rows, "period"),
                text=text,
                period=period_name(guess),
                origin=origin,
                calendar=year,
                academic=f"{year}/{year + 1}",
            )
        )
    return Period(_ending(guess, last), given=False, findings=tuple(found))


def plan_named(text: str) -> Plan | None:
    """Read the «Год плана» of the settings: «2026», «2026/2027»; of two years in a row a dash makes a school year."""
    years = _TWO_YEARS.fullmatch(tidy(text))
    if years and (int(years[2]) - int(years[1])) % 100 == 1:
        return plan_of(f"{years[1]}/{years[2]}")
    return plan_of(text) if text.strip() else None


def period_name(plan: Plan) -> str:
    """Return the period as a person writes it: «2026», «2026/2027» for a school year, «2024–2026» for several years."""
    first, last = plan.start.year, plan.end.year
    return f"{first}/{last}" if plan.academic else str(first) if first == last else f"{first}–{last}"


def _guess(deadlines: Iterable[str], today: dt.date) -> tuple[Plan, str]:
    years = Counter(int(year) for text in deadlines for year in _YEAR.findall(text))
    if len(years) == 2 and max(years) == min(years) + 1:
        return Plan(dt.date(min(years), 9, 1), dt.date(max(years), 5, 31)), "так написано в сроках"
    year, origin = (years.most_common(1)[0][0], "так написано в сроках") if years else (today.year, "текущий год")
    return Plan(dt.date(year, 1, 1), dt.date(year, 12, 31)), origin


def _last_day(text: str) -> tuple[int, int] | None:
    """Read «31.05» as (5, 31); None when it is no day of January to August in a common year."""
    found = _DAY.fullmatch(text)
    try:
        day = dt.date(2001, int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
    return (day.month, day.day) if day and day.month <= _LAST_MONTH else None


def _ending(plan: Plan, last: tuple[int, int] | None) -> Plan:
    return replace(plan, end=dt.date(plan.end.year, *last)) if plan.academic and last else plan


def _cell(rows: Iterable[Setting], code: str) -> Cell:
    return next((row for row in rows if row.code == code), Setting()).cell("value")
