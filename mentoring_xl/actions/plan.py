"""The buttons of «План»: deadlines become dates and states, and what is wrong with the roadmap is named."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted
from mentoring_xl.roadmap import progress_of, rules
from mentoring_xl.roadmap.period import Period, period_in
from mentoring_xl.roadmap.responsible import missing_responsible, unknown_responsible
from mentoring_xl.roadmap.staff import Staff
from mentoring_xl.roadmap.timetable import Timetable, timetable
from mentoring_xl.roadmap.workload import too_much_in_a_week
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Employee, Setting, Step

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.roadmap import PlanProgress

_FIELDS = ("starts", "ends", "days_left", "state")


def check_deadlines(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Fill `starts`, `ends`, `days_left` and `state` of «Дорожная карта» and name what is wrong with the plan.

    Reads Step, Employee and Setting. Only rows where something changes are put; the findings stand in sheet order.
    """
    steps = tables[Step]
    settings = Settings(tables[Setting])
    period = period_in(tables, today)
    progress("Сроки", 0, len(steps))
    plan = timetable(steps, period.plan)
    examined = plan.examined(today, settings.whole("soon_days"))
    progress("Сроки", len(steps), len(steps))
    edits = tuple(
        Put(old, {field: getattr(new, field) for field in _FIELDS})
        for old, new in zip(steps, examined, strict=True)
        if old != new
    )
    found = sorted(_findings(plan, period, tables[Employee], today, settings), key=lambda finding: finding.cell.row)
    return Outcome(edits, period.findings + tuple(found), _summary(progress_of(examined)))


def steps_as_of(tables: Tables, today: dt.date) -> tuple[Step, ...]:
    """Return the rows of the plan, in order, with the dates and states of a day, whatever the sheet still shows.

    Reads Step and Setting.
    """
    period = period_in(tables, today)
    soon_days = Settings(tables[Setting]).whole("soon_days")
    return timetable(tables[Step], period.plan).examined(today, soon_days)


def _findings(
    plan: Timetable, period: Period, staff: tuple[Employee, ...], today: dt.date, settings: Settings
) -> tuple[Finding, ...]:
    people = Staff(staff, deputies_apart=settings.flag("deputies_apart"))
    return tuple(
        chain(
            rules.missing_deadlines(plan),
            rules.faulty_deadlines(plan),
            rules.outside_the_plan(plan, period.plan) if period.given else (),
            rules.on_days_off(plan, six_days=settings.flag("six_days")),
            rules.late_or_soon(plan, today, settings.whole("soon_days")),
            rules.out_of_order(plan, period.plan, rules.stages_of(settings)),
            rules.faulty_ticks(plan.steps, today),
            rules.missing_results(plan.steps),
            missing_responsible(plan.steps),
            unknown_responsible(plan.steps, people),
            too_much_in_a_week(plan, people, settings.whole("week_load")),
            rules.faulty_numbers(plan.steps),
            rules.faulty_codes(plan.steps),
        )
    )


def _summary(progress: PlanProgress) -> tuple[str, ...]:
    plan = progress.plan
    if not plan.whole:
        return ("Дорожная карта пуста. Впишите мероприятия и нажмите кнопку снова.",)
    rows = counted(plan.whole, "строка", "строки", "строк")
    return (
        f"В плане {rows} для исполнения, выполнено: {plan.done}.",
        plan.told,
    )
