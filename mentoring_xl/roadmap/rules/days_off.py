"""Deadlines on a day when nobody works, where the phrase itself names the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, tidy
from mentoring_xl.deadlines import DATE, UNTIL
from mentoring_xl.deadlines.working_days import day_off, last_working_day, next_working_day
from mentoring_xl.schema.findings.plan import R212

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.deadlines import Deadline
    from mentoring_xl.roadmap.timetable import Timetable

_WEEKDAY_NAMED = re.compile(r"\b(?:сб|суб|субб|суббот\w*|вс|вск|воскр|воскресень\w*)\b", re.IGNORECASE)


def on_days_off(plan: Timetable, *, six_days: bool = False) -> Iterator[Finding]:
    """Find deadlines of one day («18 апреля», «до 18.04») that fall on a weekend or a holiday; yields R212.

    six_days: Saturday is a working day. The end of a month or of a range is nobody's slip, nor is a day off that the
    phrase names itself («18 апреля, суббота»). One finding per cell; done rows are left alone.
    """
    for step, deadline, closed in zip(plan.steps, plan.own, plan.family.closed(), strict=True):
        text = tidy(step.deadline)
        if closed or _WEEKDAY_NAMED.search(text):
            continue
        for day in _days_named(deadline, text):
            reason = day_off(day, six_days=six_days)
            if reason:
                yield R212.at(
                    step.cell("deadline"),
                    text=text,
                    day=date_text(day),
                    reason=reason,
                    earlier=date_text(last_working_day(day, six_days=six_days)),
                    later=date_text(next_working_day(day, six_days=six_days)),
                )
                break


def _days_named(deadline: Deadline, text: str) -> Iterator[dt.date]:
    """Yield the single days of a deadline whose number stands in the text: not the 31st of «до конца мая»."""
    bounds = deadline.members or (((deadline.start, deadline.end),) if deadline.kind in (DATE, UNTIL) else ())
    for start, end in bounds:
        if end and start in (None, end) and re.search(rf"(?<!\d)0?{end.day}(?!\d)", text):
            yield end
