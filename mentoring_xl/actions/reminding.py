"""Reminders: a letter to each responsible about what is overdue or due soon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, shortened, tidy
from mentoring_xl.roadmap.agenda import agenda, by_responsible, shown
from mentoring_xl.roadmap.period import period_in
from mentoring_xl.roadmap.staff import Staff
from mentoring_xl.roadmap.timetable import timetable
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.steps import OVERDUE
from mentoring_xl.schema.tables import Employee, Setting, Step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.roadmap.agenda import Task

_ADDRESS = re.compile(r"[!-?A-~]+@[0-9A-Za-z.-]+\.[A-Za-z-]{2,}")
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Reminder:
    """A letter to one responsible.

    addresses: with commas between, "" when the staff list gives none. tasks: how many rows of the plan it names.
    """

    responsible: str
    addresses: str
    subject: str
    text: str
    tasks: int


def reminders(tables: Tables, today: dt.date, days: int | None = None) -> tuple[Reminder, ...]:
    """Return a letter for each responsible with rows that are overdue or due within `days`, in the order of the plan.

    Reads Step, Employee and Setting. days: as «Настройки» say when it is None; the last day belongs to it.
    """
    settings = Settings(tables[Setting])
    period = period_in(tables, today)
    soon = settings.whole("soon_days") if days is None else days
    tasks = agenda(timetable(tables[Step], period.plan), today, soon)
    staff = Staff(tables[Employee], deputies_apart=settings.flag("deputies_apart"))
    due = [task for task in tasks if task.step.days_left is not None and task.step.days_left <= soon]
    return tuple(
        Reminder(
            shown(one),
            ", ".join(filter(None, (_address(found.email) for found in staff.meant_by(one)))),
            f"Программа наставничества: сроки на {date_text(today)}",
            _letter(theirs, today, settings.text("curator")),
            len(theirs),
        )
        for one, theirs in by_responsible(due).values()
    )


def _address(text: str) -> str:
    """Return an address that can stand in a letter, "" for anything else that was typed there."""
    return text.strip() if _ADDRESS.fullmatch(text.strip()) else ""


def _letter(tasks: Sequence[Task], today: dt.date, signature: str) -> str:
    late = [task for task in tasks if task.step.state == OVERDUE]
    near = [task for task in tasks if task.step.state != OVERDUE]
    return "\n".join(
        (
            "Здравствуйте!",
            "",
            f"напоминаю о мероприятиях программы наставничества, за которые вы отвечаете (на {date_text(today)}).",
            *_listed("Просрочено", late),
            *_listed("Срок скоро", near),
            "",
            "Что сделано, отметьте в дорожной карте: «да» в столбце «Выполнено», дату и документ.",
            *(("", signature) if signature else ()),
        )
    )


def _listed(title: str, tasks: Iterable[Task]) -> Iterator[str]:
    for at, task in enumerate(tasks):
        if not at:
            yield from ("", f"{title}:")
        yield f"– {tidy(task.step.number)} {shortened(task.step.title, _LONGEST_TITLE)} ({_when(task)})".replace(
            "–  ", "– "
        )
        yield from (f"    · {shortened(row, _LONGEST_TITLE)}" for row in task.below)


def _when(task: Task) -> str:
    left, end = task.step.days_left or 0, task.step.ends
    days = counted(abs(left), "день", "дня", "дней")
    by = f"до {date_text(end)}" if end else task.words
    if left < 0:
        return f"{by}, просрочено на {days}"
    return f"{by}, ещё {days}" if left else f"{by}, сегодня последний день"
