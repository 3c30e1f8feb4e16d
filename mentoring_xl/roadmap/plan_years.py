"""The period of a plan as people name it: «2026», «2026/2027», and which days still belong to it."""

from __future__ import annotations

import datetime as dt
import re

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import Plan, plan_of

_TWO_YEARS = re.compile(r"(20\d\d) ?[-–—] ?((?:20)?\d\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+[а-яё]+\s+\d{4}", re.IGNORECASE)


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


def widest(plan: Plan) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that still belong to a plan.

    A school year takes in the August before it and the summer after it: preparation and reports belong to the plan.
    """
    first, last = ((8, 1), (8, 31)) if plan.academic else ((1, 1), (12, 31))
    return dt.date(plan.start.year, *first), dt.date(plan.end.year, *last)


def years_in_title(title: str) -> frozenset[int]:
    """Return the years that the title of a plan names, those of dated documents left out."""
    return frozenset(map(int, _YEAR.findall(_DATED.sub("", title))))
