"""Whether the stages of the programme end in the order in which each needs the one before it."""

from __future__ import annotations

import datetime as dt
import re
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import date_text, fold, split_list
from mentoring_xl.deadlines import DATE, RECURRING, UNTIL
from mentoring_xl.schema.findings.plan import R601
from mentoring_xl.schema.settings import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.deadlines import Deadline, Plan
    from mentoring_xl.roadmap.timetable import Timetable
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Step

_LONGEST_TITLE = 80


class Stage(NamedTuple):
    """A stage: its title, and the words by which a row of the plan is known to belong to it."""

    title: str
    words: re.Pattern[str]


class _Last(NamedTuple):
    """The row with which a stage ends, and the first day on which it may: a month says no day."""

    step: Step
    end: dt.date
    earliest: dt.date


def stages_of(settings: Settings) -> tuple[Stage, ...]:
    """Return the stages in their order, with the words that «Настройки» have for them."""
    return tuple(stage(title, settings.text(f"stage_{code}")) for code, (title, _) in STAGES.items())


def stage(title: str, words: str) -> Stage:
    """Make a stage of its words: the first letters of each, several words in a row, a comma between phrases."""
    phrases = (r"\w*\W+".join(map(re.escape, fold(phrase).split())) for phrase in split_list(words))
    # a dash alone turns the stage off
    found = "|".join(phrase for phrase in phrases if any(map(str.isalpha, phrase)))
    return Stage(title, re.compile(rf"\b(?:{found})" if found else r"(?!)"))


def out_of_order(plan: Timetable, period: Plan, stages: Sequence[Stage]) -> Iterator[Finding]:
    """Find stages that end before the stage they need; yields R601 at the last row of the earlier one.

    stages: each needs the one before it. Compared are the last days of the neighbours that have dates of their own;
    a stage due in the month in which the other ends is not early, what goes on all through the plan ends nothing, and
    done rows are left alone.
    """
    last: dict[int, _Last] = {}
    needed: dict[int, _Last] = {}
    for position, deadline, closed in zip(range(len(plan.own)), plan.own, plan.family.closed(), strict=True):
        number = None if closed or deadline.end is None else _stage_of(plan, position, stages)
        if number is None or deadline.end is None:
            continue
        row = _Last(plan.steps[position], deadline.end, _earliest(deadline, deadline.end))
        _keep_latest(last, number, row)
        if not _all_through(deadline, period):
            _keep_latest(needed, number, row)
    for number, row in sorted(last.items()):
        before = max((other for other in needed if other < number), default=None)
        if before is not None and row.end < needed[before].earliest:
            yield R601.at(
                row.step.cell("deadline"),
                title=shorten(row.step.title.rstrip(" :;."), _LONGEST_TITLE, placeholder="…"),
                date=date_text(row.end),
                needed=stages[before].title,
                needed_date=date_text(needed[before].end),
                row=needed[before].step.cell("deadline").row,
            )


def _earliest(deadline: Deadline, end: dt.date) -> dt.date:
    """Return the first day of the last month of «май», «сентябрь – октябрь», and the end of any other deadline."""
    whole_month = (end + dt.timedelta(days=1)).day == 1 and deadline.kind not in (DATE, UNTIL)
    return end.replace(day=1) if whole_month else end


def _keep_latest(ends: dict[int, _Last], number: int, row: _Last) -> None:
    if number not in ends or ends[number].end < row.end:
        ends[number] = row


def _all_through(deadline: Deadline, period: Plan) -> bool:
    within = deadline.start is not None and deadline.start <= period.start
    return deadline.kind == RECURRING or (within and deadline.end is not None and deadline.end >= period.end)


def _stage_of(plan: Timetable, position: int, stages: Sequence[Stage]) -> int | None:
    """Return the stage that a row and the headings over it name.

    Where they name two («Приказ о закреплении пар» among the conditions), the row tells nothing about the order.
    """
    lineage = (plan.steps[above].title for above in plan.family.upwards(position))
    named = {_named(title, stages) for title in (plan.steps[position].section, *lineage)} - {None}
    return named.pop() if len(named) == 1 else None


def _named(title: str, stages: Sequence[Stage]) -> int | None:
    """Return the stage whose word stands first in a title: «Организация работы пар» is work, not pairs."""
    text = fold(title)
    found = ((match.start(), number) for number, one in enumerate(stages) if (match := one.words.search(text)))
    return min(found, default=(0, None))[1]
