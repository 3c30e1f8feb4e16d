"""The plan as events of a calendar file: what happens when, for everybody or for one responsible."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import fold, shortened, tidy
from mentoring_xl.deadlines import RECURRING
from mentoring_xl.exchange import Occasion
from mentoring_xl.roadmap.agenda import agenda, by_responsible, key_of, shown
from mentoring_xl.roadmap.period import period_in
from mentoring_xl.roadmap.plan_years import period_name
from mentoring_xl.roadmap.recurrence import rule_of
from mentoring_xl.roadmap.split import Responsible
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.steps import DONE
from mentoring_xl.schema.tables import Setting, Step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.roadmap.agenda import Task
    from mentoring_xl.roadmap.period import Period
    from mentoring_xl.roadmap.recurrence import Rule

_LONGEST_TITLE = 200
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Export:
    """The events of a calendar, its name, and how many rows of the plan have no date to stand on."""

    name: str
    occasions: tuple[Occasion, ...]
    undated: int


def plan_events(tables: Tables, today: dt.date, responsible: str = "") -> Export:
    """Return the events of the plan, or of one responsible of it.

    Reads Step and Setting. An event stands for a row that says a deadline or a responsible of its own, and lists the
    open rows below that take them over; a list of dates gives an event for each. A repeated deadline is repeated where
    its phrase says on which days and the phrase or the plan of the school says until when. Done rows remind nobody.
    Raises BookError when nobody in the plan is called `responsible`.
    """
    settings = Settings(tables[Setting])
    period = period_in(tables, today)
    remind = settings.whole("soon_days")
    tasks = agenda(timetable(tables[Step], period.plan), today, remind)
    wanted = _called(responsible, tasks) if tidy(responsible) else None
    found = [
        tuple(_occasions(task, period, remind, key))
        for task, key in zip(tasks, _keys(tasks, settings, period), strict=True)
        if wanted is None or wanted & {key_of(one) for one in task.responsible}
    ]
    name = "План наставничества" + (f": {tidy(responsible)}" if tidy(responsible) else "")
    return Export(name, tuple(occasion for events in found for occasion in events), found.count(()))


def _keys(tasks: Sequence[Task], settings: Settings, period: Period) -> Iterator[str]:
    """Yield what a row is known by from one export to the next: the school, its plan, and the code of the row."""
    whose = (fold(settings.school), period_name(period.plan) if period.given else "")
    seen: Counter[str] = Counter()
    for task in tasks:
        row = fold(task.step.code) or fold(task.step.title)
        yield "|".join((*whose, row, str(seen[row])))
        seen[row] += 1


def _called(responsible: str, tasks: Sequence[Task]) -> set[str]:
    """Return the key of the very person or post; without it, those of all whose name or post has these letters."""
    known = by_responsible(tasks)
    wanted = fold(responsible).rstrip(".")
    exact = {wanted, key_of(Responsible(responsible, None))} & known.keys()
    keys = exact or {key for key, (one, _) in known.items() if wanted in fold(shown(one))}
    if not keys:
        names = "; ".join(shown(one) for one, _ in known.values()).rstrip(".")
        raise BookError(
            f"Ответственного «{shortened(responsible, 80)}» в плане нет. "
            + (f"Назовите одного из них: {names}." if names else "Заполните «Ответственный исполнитель» и повторите.")
        )
    return keys


def _occasions(task: Task, period: Period, remind: int, key: str) -> Iterator[Occasion]:
    deadline, step = task.deadline, task.step
    title = " ".join(filter(None, (tidy(step.number), shortened(step.title, _LONGEST_TITLE))))
    title = f"Выполнено: {title}" if step.state == DONE else title
    alarm = None if step.state == DONE else remind
    if deadline.kind == RECURRING:
        rule = rule_of(deadline.recurrence or task.words)
        bounds = (period.plan.start, period.plan.end) if period.given else (None, None)
        start, end = deadline.start or bounds[0], deadline.end or bounds[1]
        first = rule.first(start, end) if rule and start and end else None
        if rule and first and end:
            yield Occasion(key, title, first, first, _text(task), _parts(rule), end, min(alarm, 1) if alarm else alarm)
            return
    for at, (start, end) in enumerate(deadline.members or ((deadline.start, deadline.end),)):
        last = end or start
        if last:
            own = f"{key}|{at}" if at else key
            yield Occasion(own, title, start or last, last, _text(task), remind=alarm)


def _parts(rule: Rule) -> dict[str, object]:
    parts: dict[str, object] = {"freq": rule.frequency}
    if rule.interval > 1:
        parts["interval"] = rule.interval
    if rule.weekdays:
        parts["byday"] = [_WEEKDAYS[at] for at in rule.weekdays]
    if rule.month_days:
        parts["bymonthday"] = list(rule.month_days)
    if rule.months:
        parts["bymonth"] = list(rule.months)
    return parts


def _text(task: Task) -> str:
    step = task.step
    said = {
        "Раздел": tidy(step.section),
        "Срок": task.words,
        "Ответственный": ", ".join(map(shown, task.responsible)),
        "Результат": tidy(step.result),
    }
    return "\n".join(
        (*(f"{name}: {value}" for name, value in said.items() if value), *(f"– {row}" for row in task.below))
    )
