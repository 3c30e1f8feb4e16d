"""«Календарь плана»: the sheets «Календарь» and «Сводка»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Print
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted
from mentoring_xl.roadmap import gantt, overview, progress_of
from mentoring_xl.roadmap.period import period_in
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting, Step

if TYPE_CHECKING:
    import datetime as dt


def plan_calendar(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Draw the plan along weeks or months and count its rows by state; the tables stay as they are.

    Reads Step and Setting. The pages follow the deadlines and ticks of the rows, whatever their states still show.
    """
    steps, settings = tables[Step], Settings(tables[Setting])
    soon_days, school = settings.whole("soon_days"), settings.school
    period = period_in(tables, today).plan
    plan = timetable(steps, period)
    progress("Календарь", 0, 2)
    calendar = gantt.gantt(plan, period, today, soon_days, school)
    progress("Сводка", 1, 2)
    counts = overview.overview(plan, period, today, soon_days, school)
    found = progress_of(plan.examined(today, soon_days)).plan
    told = (
        f"Листы «{gantt.SHEET}» и «{overview.SHEET}» готовы: {counted(len(steps), 'строка', 'строки', 'строк')} плана.",
        found.told,
    )
    nothing = ("Дорожная карта пуста. Впишите мероприятия и нажмите кнопку снова.",)
    return Outcome((Print(gantt.SHEET, calendar), Print(overview.SHEET, counts)), (), told if steps else nothing)
