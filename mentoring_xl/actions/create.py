"""What a new book is filled with: nothing, a built-in roadmap, or the demo school."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl import monitoring, roadmap, surveys
from mentoring_xl.core.content import Content
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Tables
from mentoring_xl.deadlines import plan_of
from mentoring_xl.documents import initials
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    TABLES,
    ChartFigure,
    Indicator,
    MatchRule,
    PaperText,
    Question,
    Setting,
    StatusLine,
    Step,
)
from mentoring_xl.schema.texts import ORDER_TEXTS
from mentoring_xl.schema.texts_consents import CONSENT_TEXTS
from mentoring_xl.schema.texts_letter import LETTER_TEXTS
from mentoring_xl.schema.texts_programmes import PROGRAMME_TEXTS

from .monitored import monitored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.core.table import Row
    from mentoring_xl.roadmap import Blueprint

NO_ROADMAP = "none"


def new_book(now: dt.datetime, *, roadmap_name: str = NO_ROADMAP, period: str = "", school: str = "") -> Content:
    """Return the content of a school's new book.

    roadmap_name: «gymnasium6», «bemyzh» or «none». period: "2026" or "2026/2027"; "" keeps the year of the source.
    Raises BookError when the period cannot be read.
    """
    if period and plan_of(period) is None:
        raise _unread(period)
    plan = _blueprint(roadmap_name, period, school)
    rows = _standing_rows(school=school, period=period or (plan.period if plan else ""))
    if plan:
        rows[Step] = plan.rows
    return _content(rows, now, plan)


def example_book(today: dt.date) -> Content:
    """Return the content of the demo school as it stands on a day: the same day gives the same book."""
    from mentoring_xl import demo

    school = demo.school(today, surveys.default_questions())
    plan = _blueprint("bemyzh", str(today.year), school.name, initials(school.settings["director"]))
    rows = _standing_rows(**school.settings)
    rows |= school.rows
    if plan:
        rows[Step] = school.worked(plan.rows)
    return _content(rows, dt.datetime.combine(today, dt.time()), plan)


def _blueprint(name: str, period: str, school: str, director: str = "") -> Blueprint | None:
    if name == NO_ROADMAP:
        return None
    try:
        return roadmap.for_year(roadmap.builtin(name), period, school, director)
    except ValueError as error:
        raise _unread(period) from error


def _unread(period: str) -> BookError:
    return BookError(f"Год плана «{period}» не прочитан. Запишите его как 2026 или 2026/2027.")


def _standing_rows(**settings: str) -> dict[type[Row], tuple[Row, ...]]:
    return {
        Setting: default_rows(**settings),
        Question: surveys.default_questions(),
        MatchRule: MATCH_RULES,
        Indicator: monitoring.INDICATORS,
        PaperText: (*ORDER_TEXTS, *CONSENT_TEXTS, *PROGRAMME_TEXTS, *LETTER_TEXTS),
    }


def _content(rows: Mapping[type[Row], tuple[Row, ...]], now: dt.datetime, plan: Blueprint | None) -> Content:
    whole = {table: rows.get(table, ()) for table in TABLES}
    found = monitored(Tables(whole), now.date())
    whole |= {StatusLine: found.lines, Indicator: found.indicators, ChartFigure: found.figures}
    return Content(whole, now, plan.title if plan else (), plan.stamp if plan else ())
