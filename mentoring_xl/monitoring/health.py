"""Whether the pairs live: who has not met at all, who has not met for long, who parted before the end."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, counted, date_text, fold, split_codes, tidy
from mentoring_xl.schema.findings.monitoring import I101, I102, I103, I104
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import DISSOLVED, FIXED, OVER, WORKING
from mentoring_xl.schema.tables import Meeting, Pair, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables


@dataclass(frozen=True)
class Health:
    """Pairs in sheet order.

    begun: work, have finished or have parted. dated: work since a day that has come. expected: of the dated, those who
    have met or should have by now. silent: of these, never met. idle: met, but not for longer than the setting allows.
    parted: dissolved before the end. undated: fixed by an order, but nobody wrote since when they work.
    last: folded pair code → the day of the last meeting.
    """

    begun: tuple[Pair, ...]
    dated: tuple[Pair, ...]
    expected: tuple[Pair, ...]
    silent: tuple[Pair, ...]
    idle: tuple[Pair, ...]
    parted: tuple[Pair, ...]
    undated: tuple[Pair, ...]
    last: dict[str, dt.date]


def health(tables: Tables, today: dt.date) -> Health:
    """Return how the pairs of «Пары» are by the meetings of «Встречи»; forbidden pairs are left out."""
    settings = Settings(tables[Setting])
    soon, pause = settings.whole("first_meeting_days"), settings.whole("idle_days")
    pairs = tuple(pair for pair in tables[Pair] if not pair.forbidden and pair_key(pair))
    working = tuple(pair for pair in pairs if fold(pair.state) in WORKING)
    dated = tuple(pair for pair in working if pair.starts and pair.starts <= today)
    last = _last_meetings(pairs, tables[Meeting], today)
    expected = tuple(pair for pair in dated if pair_key(pair) in last or _days(pair.starts, today) > soon)
    return Health(
        begun=tuple(pair for pair in pairs if fold(pair.state) in WORKING | OVER),
        dated=dated,
        expected=expected,
        silent=tuple(pair for pair in expected if pair_key(pair) not in last),
        idle=tuple(pair for pair in dated if _days(last.get(pair_key(pair)), today) > pause),
        parted=tuple(pair for pair in pairs if fold(pair.state) == DISSOLVED),
        undated=tuple(pair for pair in working if fold(pair.state) == FIXED and not pair.holds("starts")),
        last=last,
    )


def health_findings(tables: Tables, today: dt.date) -> Iterator[Finding]:
    """Yield I101–I104 at the cells of the pairs, kind by kind, each in sheet order."""
    found = health(tables, today)
    for pair in found.silent:
        if pair.starts:
            since = _said_days(pair.starts, today)
            yield I101.at(pair.cell("starts"), pair=_name(pair), starts=date_text(pair.starts), days=since)
    for pair in found.idle:
        day = found.last[pair_key(pair)]
        yield I102.at(pair.cell("state"), pair=_name(pair), days=_said_days(day, today), last=date_text(day))
    for pair in found.parted:
        if not pair.holds("end_reason"):
            yield I103.at(pair.cell("end_reason"), pair=_name(pair))
    for pair in found.undated:
        yield I104.at(pair.cell("starts"), pair=_name(pair))


def pair_key(pair: Pair) -> str:
    """Return the pair's two codes as a pair code is folded; "" when one is missing."""
    mentee, mentor = code_key(pair.mentee_code), code_key(pair.mentor_code)
    return f"{mentee}/{mentor}" if mentee and mentor else code_key(pair.code)


def _last_meetings(pairs: Iterable[Pair], meetings: Iterable[Meeting], today: dt.date) -> dict[str, dt.date]:
    """A meeting names its pairs by «Код пары»; a day to come is a slip of the pen and no meeting yet."""
    own = {name: pair_key(pair) for pair in pairs for name in (code_key(pair.code), pair_key(pair)) if name}
    days: defaultdict[str, dt.date] = defaultdict(lambda: dt.date.min)
    for meeting in meetings:
        if meeting.held and meeting.held <= today:
            for code in split_codes(meeting.pair_code, own.keys()):
                key = own.get(code_key(code), "")
                days[key] = max(days[key], meeting.held)
    return {key: day for key, day in days.items() if key}


def _days(since: dt.date | None, today: dt.date) -> int:
    return (today - since).days if since else 0


def _said_days(since: dt.date, today: dt.date) -> str:
    return counted((today - since).days, "день", "дня", "дней")


def _name(pair: Pair) -> str:
    return tidy(pair.code) or f"{tidy(pair.mentee_code)}/{tidy(pair.mentor_code)}"
