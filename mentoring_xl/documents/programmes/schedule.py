"""On which days a pair meets: the kinds of meetings in their order, spread evenly over the days there are."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING

from mentoring_xl.deadlines import TermKind
from mentoring_xl.deadlines.working_days import day_off
from mentoring_xl.schema.choices import MEETING_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from mentoring_xl.deadlines import Term

FIRST, TRIAL, PLANNING, REGULAR, CLOSING = MEETING_KINDS.values
_WEEK = 7
_ONE_DAY = dt.timedelta(days=1)


def closed(day: dt.date, terms: Iterable[Term], *, six_days: bool = False) -> str | None:
    """Return why nobody meets on a day: a day off («воскресенье») or «каникулы»; None for a day of school."""
    holidays = any(term.kind is TermKind.HOLIDAYS and term.start <= day <= term.end for term in terms)
    return "каникулы" if holidays else day_off(day, six_days=six_days)


def school_days(
    first: dt.date, last: dt.date, terms: Iterable[Term] = (), *, six_days: bool = False
) -> tuple[dt.date, ...]:
    """Return the working days from `first` to `last` that are in no school holidays."""
    known = tuple(terms)
    span = ((last - first).days + 1) if first <= last else 0
    days = (first + number * _ONE_DAY for number in range(span))
    return tuple(day for day in days if closed(day, known, six_days=six_days) is None)


def schedule(days: Sequence[dt.date], missing: Collection[str], every: int) -> tuple[tuple[str, dt.date], ...]:
    """Return kind and day of the meetings to plan, each on a day of its own; () when there are not enough days.

    days: free days in their order. missing: kinds to plan. every: days between regular meetings, 0 for one of them.
    The first three follow each other weekly, the closing one takes the last day, regular ones stand between.
    """
    if not days:
        return ()
    wanted = tuple(_targets(days[0], days[-1], missing, every))
    if len(wanted) > len(days):
        return ()
    planned = []
    place = -1
    for number, (kind, target) in enumerate(wanted):
        latest = len(days) - (len(wanted) - number)
        place = min(max(bisect_left(days, target), place + 1), latest)
        planned.append((kind, days[place]))
    return tuple(planned)


def _targets(first: dt.date, last: dt.date, missing: Collection[str], every: int) -> Iterator[tuple[str, dt.date]]:
    """Yield the kinds with the days they would best have, in order."""
    opening = [kind for kind in (FIRST, TRIAL, PLANNING) if kind in missing]
    step = min(_WEEK, (last - first).days // (len(MEETING_KINDS.values) - 1)) * _ONE_DAY
    for number, kind in enumerate(opening):
        yield kind, first + number * step
    if REGULAR in missing:
        before = first + max(len(opening) - 1, 0) * step
        count = max(1, round((last - before).days / every) - 1) if every else 1
        for number in range(1, count + 1):
            yield REGULAR, before + (last - before).days * number // (count + 1) * _ONE_DAY
    if CLOSING in missing:
        yield CLOSING, last
