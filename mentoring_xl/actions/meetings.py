"""The meetings that «Создать программы» plans, and the planned days on which nobody meets."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, fold
from mentoring_xl.documents.programmes.draft import months_later, topics
from mentoring_xl.documents.programmes.schedule import CLOSING, closed, schedule, school_days
from mentoring_xl.matching.ledger import joined_key
from mentoring_xl.schema.choices import MEETING_KINDS
from mentoring_xl.schema.findings.programmes import W109, W110
from mentoring_xl.schema.states.programmes import COMPLETED
from mentoring_xl.schema.tables import Meeting, PaperText

from .couples import codes_of, known_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.deadlines import Plan
    from mentoring_xl.documents.programmes.draft import Couple
    from mentoring_xl.schema.settings import Settings

    from .programmes import Work

_KINDS = MEETING_KINDS.values


@dataclass(frozen=True)
class Planned:
    """New rows of «Встречи», programme by programme, and what hindered."""

    rows: tuple[Meeting, ...]
    findings: tuple[Finding, ...]


def new_meetings(tables: Tables, works: Sequence[Work], plan: Plan, today: dt.date, settings: Settings) -> Planned:
    """Plan the kinds of meetings that a programme has none of, from today to its end, after those it has.

    A person who is in several programmes meets once a day.
    """
    last = months_later(today, settings.whole("programme_months_to"))
    days = school_days(today, last, plan.terms, six_days=settings.flag("six_days"))
    busy = _Busy(tables[Meeting], works)
    rows: list[Meeting] = []
    findings: list[Finding] = []
    for work in works:
        own = busy.meetings(work.couple)
        kinds = {fold(meeting.kind) for meeting in own}
        missing = [kind for kind in _KINDS if kind not in kinds]
        free = busy.free(work, own, days)
        if not missing or fold(work.row.state) == COMPLETED or free is None:
            continue
        dated = schedule(free, missing, settings.whole("meeting_every"))
        if not dated:
            findings.append(W109.at(work.row.cell("ends"), pair=work.couple.code))
        busy.take(work.couple, (day for _, day in dated))
        rows += _rows(work, dated, tables[PaperText])
    return Planned(tuple(rows), tuple(findings))


def on_closed_days(meetings: Iterable[Meeting], plan: Plan, today: dt.date, settings: Settings) -> Iterator[Finding]:
    """Find meetings still to come that are planned for a day off or for school holidays."""
    for meeting in meetings:
        if meeting.planned is None or meeting.held or meeting.planned < today:
            continue
        reason = closed(meeting.planned, plan.terms, six_days=settings.flag("six_days"))
        if reason:
            yield W110.at(meeting.cell("planned"), day=date_text(meeting.planned), reason=reason)


class _Busy:
    """Who meets on which days, kept up while meetings are being planned."""

    def __init__(self, meetings: Iterable[Meeting], works: Sequence[Work]) -> None:
        known = known_codes(pair for work in works for pair in work.couple.pairs)
        self._days: defaultdict[str, set[dt.date]] = defaultdict(set)
        self._of_pair: defaultdict[str, list[Meeting]] = defaultdict(list)
        for meeting in meetings:
            for code in codes_of(meeting.pair_code, known):
                self._of_pair[code].append(meeting)
                for person in code.split("/"):
                    self._days[person].update(_days(meeting))

    def meetings(self, couple: Couple) -> tuple[Meeting, ...]:
        """Return the meetings of any pair of the couple."""
        found = {id(meeting): meeting for pair in couple.pairs for meeting in self._of_pair[joined_key(pair)]}
        return tuple(found.values())

    def free(self, work: Work, own: Iterable[Meeting], days: Sequence[dt.date]) -> Sequence[dt.date] | None:
        """Return the days on which all of the couple can meet, after the meetings it has; None without dates."""
        row = work.row
        if row.starts is None or row.ends is None:
            return None
        before = [day for meeting in own if fold(meeting.kind) != CLOSING for day in _days(meeting)]
        after = [day for meeting in own if fold(meeting.kind) == CLOSING for day in _days(meeting)]
        low = bisect_left(days, row.starts)
        if before:
            low = max(low, bisect_right(days, max(before)))
        high = bisect_right(days, row.ends)
        if after:
            high = min(high, bisect_left(days, min(after)))
        taken = {day for person in _people(work.couple) for day in self._days[person]}
        return [day for day in days[low:high] if day not in taken]

    def take(self, couple: Couple, days: Iterable[dt.date]) -> None:
        """Note the days of new meetings."""
        for day in days:
            for person in _people(couple):
                self._days[person].add(day)


def _days(meeting: Meeting) -> tuple[dt.date, ...]:
    return tuple(day for day in (meeting.held or meeting.planned,) if day)


def _people(couple: Couple) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for pair in couple.pairs for code in joined_key(pair).split("/")))


def _rows(work: Work, dated: Sequence[tuple[str, dt.date]], texts: Sequence[PaperText]) -> Iterator[Meeting]:
    """Yield the rows, the topics of a kind in turn."""
    in_turn = {kind: cycle(topics(work.couple, kind, texts) or ("",)) for kind, _ in dated}
    for kind, day in dated:
        yield Meeting(pair_code=work.row.pair_code, kind=kind, planned=day, topic=next(in_turn[kind]))
