"""Who has too much to finish in one week."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, fold
from mentoring_xl.deadlines import RECURRING
from mentoring_xl.schema.findings.plan import R404

from .agenda import answering_for, shown
from .post_words import posts_of
from .posts import Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding

    from .split import Responsible
    from .staff import Staff
    from .timetable import Timetable

_LONGEST = dt.timedelta(days=31)
_TO_SUNDAY = dt.timedelta(days=6)


def too_much_in_a_week(plan: Timetable, staff: Staff, limit: int) -> Iterator[Finding]:
    """Find who has more than `limit` measures to finish in one week, Monday to Sunday; 0 looks for nobody.

    Only rows with a deadline of their own that are not done count, for whoever answers for them. Repeated measures,
    and those longer than a month, are not the work of their last week; groups and bodies are nobody. Yields R404 once
    per person and week, at the first row over the limit.
    """
    measures: defaultdict[tuple[dt.date, str], list[tuple[int, Responsible]]] = defaultdict(list)
    answering = answering_for(plan)
    for position, last in _last_days(plan):
        monday = last - dt.timedelta(days=last.weekday())
        people = {key: item for item in answering[position] for key in _people(item, staff)}
        for key, item in people.items():
            measures[monday, key].append((position, item))
    for (monday, _), found in measures.items():
        if 0 < limit < len(found):
            position, item = found[limit]
            yield R404.at(
                plan.steps[position].cell("responsible"),
                text=shown(item),
                count=counted(len(found), "мероприятие", "мероприятия", "мероприятий"),
                first=date_text(monday),
                last=date_text(monday + _TO_SUNDAY),
                limit=limit,
            )


def _last_days(plan: Timetable) -> Iterator[tuple[int, dt.date]]:
    closed = plan.family.closed()
    for position, (deadline, done) in enumerate(zip(plan.own, closed, strict=True)):
        if done or deadline.end is None or deadline.kind == RECURRING:
            continue
        if deadline.start is None or deadline.end - deadline.start <= _LONGEST:
            yield position, deadline.end


def _people(item: Responsible, staff: Staff) -> tuple[str, ...]:
    """Return by what each person of an item is known: the code in the staff list, or else as written."""
    if item.person is None and any(post.kind is not Head.ONE for post in posts_of(item.role or "")):
        return ()
    listed = tuple(f"{person.code} {fold(person.full_name)}" for person in staff.meant_by(item))
    return listed or (fold(item.person or item.role or ""),)
