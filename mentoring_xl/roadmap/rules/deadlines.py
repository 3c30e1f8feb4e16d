"""What is wrong with the deadlines of the plan; one finding per cell that has to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, tidy
from mentoring_xl.deadlines import MISPRINT, NO_SUCH_DAY, REVERSED, TWO_READINGS, UNKNOWN, WEEKDAY_CONTRADICTS
from mentoring_xl.roadmap.plan_years import period_name, widest
from mentoring_xl.schema.findings.plan import R101, R102, R201, R202, R203, R204, R205, R206, R207, R211, R213

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.deadlines import Plan
    from mentoring_xl.roadmap.timetable import Timetable

_PROBLEMS = {REVERSED: R201, NO_SUCH_DAY: R203, WEEKDAY_CONTRADICTS: R206, TWO_READINGS: R211, MISPRINT: R213}


def missing_deadlines(plan: Timetable) -> Iterator[Finding]:
    """Find rows without a deadline.

    Yields R102 once, for the table as a whole, when no row has one; else R101 for the top row of each branch without
    a deadline of its own, above or below. Done rows are left alone.
    """
    if plan.steps and not any(plan.has_own):
        yield R102.at(plan.family.whole("deadline"))
        return
    closed = plan.family.closed()
    for position in plan.family.uncovered(plan.has_own):
        if not closed[position]:
            yield R101.at(plan.steps[position].cell("deadline"))


def faulty_deadlines(plan: Timetable) -> Iterator[Finding]:
    """Find deadlines that are reversed (R201), unreadable (R202), name no such day (R203) or a wrong weekday (R206).

    R211 names those that have two readings; one finding per kind and cell.
    """
    for step, deadline in zip(plan.steps, plan.own, strict=True):
        text = tidy(step.deadline)
        hints = {_PROBLEMS[found.kind]: found.hint for found in deadline.problems if found.kind in _PROBLEMS}
        for code, hint in hints.items():
            yield code.at(step.cell("deadline"), text=text, hint=hint)
        if deadline.kind == UNKNOWN and not hints:
            yield R202.at(step.cell("deadline"), text=text)


def outside_the_plan(plan: Timetable, period: Plan) -> Iterator[Finding]:
    """Find deadlines of other years than the plan's; yields R207."""
    earliest, latest = widest(period)
    for step, deadline in zip(plan.steps, plan.own, strict=True):
        if any(day is not None and not earliest <= day <= latest for day in (deadline.start, deadline.end)):
            yield R207.at(step.cell("deadline"), text=tidy(step.deadline), period=period_name(period))


def late_or_soon(plan: Timetable, today: dt.date, soon_days: int) -> Iterator[Finding]:
    """Find rows whose own deadline is over (R204) or at most `soon_days` ahead (R205) and that are not done.

    Rows that take their deadline from above are not named but counted there: one cell, one finding. Days are counted
    on the calendar; the last day of a deadline still belongs to it.
    """
    rows = zip(plan.steps, plan.own, plan.family.closed(), plan.waiting_on(), strict=True)
    for step, deadline, closed, below in rows:
        if closed or deadline.end is None:
            continue
        left = (deadline.end - today).days
        waiting = f"; под этим сроком ещё не выполнено: {counted(below, 'строка', 'строки', 'строк')}" if below else ""
        if left < 0:
            days = counted(-left, "день", "дня", "дней")
            yield R204.at(step.cell("deadline"), date=date_text(deadline.end), days=f"{days}{waiting}")
        elif left <= soon_days:
            days = f"через {counted(left, 'день', 'дня', 'дней')}" if left else "сегодня"
            yield R205.at(step.cell("deadline"), date=date_text(deadline.end), days=f"{days}{waiting}")
