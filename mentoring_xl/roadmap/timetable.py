"""The deadline that holds for each row of the plan, and the dates and the state that follow from it today."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import tidy
from mentoring_xl.deadlines import EMPTY, RECURRING, REFERENCE, RELATIVE, Deadline, parse
from mentoring_xl.schema.states.steps import AHEAD, ALWAYS, DONE, GOING_ON, NO_DEADLINE, ON_EVENT, OVERDUE, SOON, UNREAD

from .family import Family, family

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.deadlines import Plan
    from mentoring_xl.schema.tables import Step

_UNDATED = {EMPTY: NO_DEADLINE, RELATIVE: ON_EVENT, REFERENCE: ON_EVENT}


@dataclass(frozen=True)
class Timetable:
    """The rows of the plan with their deadlines as read; own[i] is what stands in the deadline cell of row i."""

    family: Family
    own: tuple[Deadline, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The rows in sheet order."""
        return self.family.steps

    @property
    def has_own(self) -> tuple[bool, ...]:
        """Tell of each row whether a deadline is written in it; a dash is none."""
        return tuple(deadline.kind != EMPTY for deadline in self.own)

    def holding(self) -> tuple[Deadline, ...]:
        """Return for each row its own deadline or that of the nearest row above it in code."""
        has_own = self.has_own
        sources = (self.family.source(position, has_own) for position in range(len(self.own)))
        return tuple(Deadline(EMPTY) if source is None else self.own[source] for source in sources)

    def waiting_on(self) -> tuple[int, ...]:
        """Return for each row how many rows below it are to do by its deadline and not done yet."""
        has_own, closed, above = self.has_own, self.family.closed(), set(self.family.parents)
        open_rows = (row for row, done in enumerate(closed) if not (done or has_own[row] or row in above))
        counts = Counter(self.family.source(row, has_own) for row in open_rows)
        return tuple(counts[row] for row in range(len(self.own)))

    def words(self) -> tuple[str, ...]:
        """Return for each row the words of the deadline that holds for it, "" when there is none."""
        has_own = self.has_own
        sources = (self.family.source(position, has_own) for position in range(len(self.own)))
        return tuple("" if source is None else tidy(self.steps[source].deadline) for source in sources)

    def examined(self, today: dt.date, soon_days: int) -> tuple[Step, ...]:
        """Return the rows, in order, with `starts`, `ends`, `days_left` and `state` as of today.

        days_left: calendar days to the last day of the deadline, negative when it is over; None for done rows.
        """
        return tuple(
            step.but(
                starts=deadline.start,
                ends=deadline.end,
                days_left=None if closed or deadline.end is None else (deadline.end - today).days,
                state=DONE if closed else state(deadline, today, soon_days),
            )
            for step, deadline, closed in zip(self.steps, self.holding(), self.family.closed(), strict=True)
        )


def timetable(steps: Iterable[Step], plan: Plan) -> Timetable:
    """Read the deadline of every row; plan: gives the year to a deadline written without one."""
    rows = tuple(steps)
    return Timetable(family(rows), tuple(parse(step.deadline, plan) for step in rows))


def state(deadline: Deadline, today: dt.date, soon_days: int) -> str:
    """Return the state of a row that is not done; the last day of a deadline still belongs to it."""
    if deadline.end is not None and deadline.end < today:
        return OVERDUE
    if deadline.kind == RECURRING:
        return ALWAYS
    if deadline.start is None and deadline.end is None:
        return _UNDATED.get(deadline.kind, UNREAD)
    if deadline.end is not None and (deadline.end - today).days <= soon_days:
        return SOON
    return AHEAD if deadline.start is not None and today < deadline.start else GOING_ON
