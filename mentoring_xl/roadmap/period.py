"""Which period the plan covers: from «Настройки», and when they do not say, from the deadlines or the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import DATE, UNTIL, Plan, parse
from mentoring_xl.schema.findings.plan import R208, R209, R210, R214
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting, Step

from .plan_years import period_name, plan_named, years_in_title
from .terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mentoring_xl.core.cell import Cell
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_COMMON_YEAR = Plan(dt.date(2001, 1, 1), dt.date(2001, 12, 31))
_LAST_MONTH = 8


class Period(NamedTuple):
    """The period of the plan; given: whether «Настройки» name it, so that years can be checked against it."""

    plan: Plan
    given: bool
    findings: tuple[Finding, ...] = ()


def period_of(settings: Iterable[Setting], steps: Iterable[Step], today: dt.date, title: str = "") -> Period:
    """Return the period of the plan, with the terms of the school, and what is wrong with its settings.

    title: of the plan, as it stands above the table. Without a readable «Год плана» the years of the title give it,
    without those the years written in the deadlines, and else the year of today. A plan without any deadline needs no
    year and yields no finding about it.
    """
    rows = tuple(settings)
    values = Settings(rows)
    year_ends = values.text("year_ends")
    last = _last_day(year_ends)
    found = [] if last else [R210.at(_cell(rows, "year_ends"), text=year_ends)]
    named = plan_named(values.text("period"))
    if named:
        plan = named
        found += _disagreement(rows, plan, years_in_title(title))
    else:
        deadlines = tuple(step.deadline for step in steps if tidy(step.deadline))
        plan, origin = _guess(years_in_title(title), deadlines, today)
        found += _unnamed(rows, values.text("period"), plan, origin) if deadlines or values.text("period") else ()
    terms = terms_of(rows, plan)
    return Period(replace(_ending(plan, last), terms=terms.terms), named is not None, (*found, *terms.findings))


def period_in(tables: Tables, today: dt.date) -> Period:
    """Return the period of the plan in the book, see `period_of`. Reads Step and Setting."""
    return period_of(tables[Setting], tables[Step], today, tables.plan_title)


def plan_in_settings(settings: Iterable[Setting]) -> Plan | None:
    """Return the period that «Настройки» name, with the school's last day and terms; None when they name none."""
    rows = tuple(settings)
    values = Settings(rows)
    plan = plan_named(values.text("period"))
    if plan is None:
        return None
    return replace(_ending(plan, _last_day(values.text("year_ends"))), terms=terms_of(rows, plan).terms)


def _unnamed(rows: Iterable[Setting], text: str, guess: Plan, origin: str) -> Iterator[Finding]:
    """Say that the year of the plan is missing or unreadable, and which one is taken instead."""
    year = guess.start.year
    yield (R209 if text else R208).at(
        _cell(rows, "period"),
        text=text,
        period=period_name(guess),
        origin=origin,
        calendar=year,
        academic=f"{year}/{year + 1}",
    )


def _disagreement(rows: Iterable[Setting], plan: Plan, title: frozenset[int]) -> Iterator[Finding]:
    """Name a title of other years than the plan's; a plan of one year may be part of a programme of several."""
    own = range(plan.start.year, plan.end.year + 1)
    if title and not (title <= set(own) or min(title) <= own[0] <= own[-1] <= max(title)):
        years = "/".join(map(str, sorted(title)))
        yield R214.at(_cell(rows, "period"), title=years, period=period_name(plan))


def _guess(title: Collection[int], deadlines: Iterable[str], today: dt.date) -> tuple[Plan, str]:
    if title:
        return _plan_of_years(title), "так написано в названии плана"
    years = Counter(int(year) for text in deadlines for year in _YEAR.findall(text))
    if not years:
        return _plan_of_years([today.year]), "текущий год"
    two_running = len(years) == 2 and max(years) == min(years) + 1
    return _plan_of_years(years if two_running else [years.most_common(1)[0][0]]), "так написано в сроках"


def _plan_of_years(years: Collection[int]) -> Plan:
    """Return the calendar year of one year, the school year of two running, and all years of others."""
    first, last = min(years), max(years)
    if last == first + 1:
        return Plan(dt.date(first, 9, 1), dt.date(last, 5, 31))
    return Plan(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _last_day(text: str) -> tuple[int, int] | None:
    """Read «31.05», «31 мая» as (5, 31); None when it is no day of January to August in a common year."""
    read = parse(text, _COMMON_YEAR)
    day = read.end if read.kind in (DATE, UNTIL) and not read.problems else None
    return (day.month, day.day) if day and day.month <= _LAST_MONTH else None


def _ending(plan: Plan, last: tuple[int, int] | None) -> Plan:
    return replace(plan, end=dt.date(plan.end.year, *last)) if plan.academic and last else plan


def _cell(rows: Iterable[Setting], code: str) -> Cell:
    return next((row for row in rows if row.code == code), Setting()).cell("value")
