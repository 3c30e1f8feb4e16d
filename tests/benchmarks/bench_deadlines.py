"""Published deadline phrases read by us, by dateparser and by natasha, and how long hostile text takes us.

Run: pip install '.[bench]', then python tests/benchmarks/bench_deadlines.py [rounds]. Prints for each reader the share
of dated phrases with exactly their start and end, the share of undated ones without a date, and µs a phrase; exits with
1 when a bar of ours is broken: 97 % and 100 %, 60 µs on average, 2 ms for the slowest phrase, 20 ms for 10 000 hostile
characters. A peer has no word for «до»: of such a phrase only its last day is asked of it; both are told the plan.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mentoring_xl.deadlines import UNTIL, Plan, parse, plan_of

SAMPLES = Path(__file__).parents[1] / "deadlines" / "samples.jsonl"
DATED_BAR, UNDATED_BAR = 97.0, 100.0
AVERAGE_BAR, SLOWEST_BAR, HOSTILE_BAR = 60.0, 2_000.0, 20_000.0
HOSTILE_LENGTH = 10_000
REPEATED = (
    *("1", "(", "и ", "1.", "май-", "до ", "1 раз ", "по плану ", "понедельн ", "п о н е д ", "1 неделя ", "в конце "),
    *("ежемсячно ", "апредя 1 ", "январьфевраль", "по отдельному ", "5 дней после ", "2023-", "1 четв, ", "\u00ad"),
)

Dates = tuple[dt.date | None, dt.date | None]
Reader = Callable[[str, Plan | None], Dates]


def ours(text: str, plan: Plan | None) -> Dates:
    """Read with mentoring_xl."""
    read = parse(text, plan)
    return read.start, read.end


def dateparser() -> Reader:
    """Set up dateparser: the whole phrase if it is a date, otherwise from the first date found in it to the last."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, plan: Plan | None) -> Dates:
        base = dt.datetime.combine(plan.start if plan else dt.date(2023, 1, 1), dt.time())
        one = DateDataParser(languages=["ru"], settings={"RELATIVE_BASE": base})
        whole = one.get_date_data(text)
        found = [] if whole.date_obj else search_dates(text, ["ru"], settings={"RELATIVE_BASE": base}) or []
        data = [whole] if whole.date_obj else [one.get_date_data(piece) for piece, _ in found]
        return envelope([stretch(day.date_obj.date(), day.period) for day in data if day.date_obj])

    return read


def natasha() -> Reader:
    """Set up natasha: from the first date found to the last, the year of the plan where none is written."""
    from natasha import DatesExtractor, MorphVocab

    extractor = DatesExtractor(MorphVocab())

    def read(text: str, plan: Plan | None) -> Dates:
        days = []
        for match in extractor(text):
            fact = match.fact
            year = fact.year or (plan.years_of(fact.month)[0] if plan and fact.month else None)
            if year and year <= 2100:
                period = "day" if fact.day else "month" if fact.month else "year"
                days.append(stretch(dt.date(year, fact.month or 1, fact.day or 1), period))
        return envelope(days)

    return read


def stretch(day: dt.date, period: str) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of the day, month or year that a peer has found."""
    if period == "month":
        return day.replace(day=1), (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)) if period == "year" else (day, day)


def envelope(days: list[tuple[dt.date, dt.date]]) -> Dates:
    """Give the first day of all and the last."""
    return (min(days)[0], max(end for _, end in days)) if days else (None, None)


def shares(read: Reader, cases: list[tuple[dict[str, str], Plan | None]]) -> tuple[float, float]:
    """Give the percentages of dated phrases read exactly and of undated ones left without a date."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for row, plan in cases:
        start, end = read(row["text"], plan)
        open_start = read is not ours and row["kind"] == UNTIL
        told = None if open_start else start and start.isoformat(), end and end.isoformat()
        right[bool(row["start"] or row["end"])].append(told == (row["start"], row["end"]))
    return 100 * statistics.mean(right[True]), 100 * statistics.mean(right[False])


def micros(read: Reader, cases: list[tuple[dict[str, str], Plan | None]], rounds: int) -> list[float]:
    """Give for each phrase the shortest of its times in µs; all phrases are read in turn, so none stays warm."""
    best = [float("inf")] * len(cases)
    for _ in range(rounds):
        for at, (row, plan) in enumerate(cases):
            start = time.perf_counter_ns()
            read(row["text"], plan)
            best[at] = min(best[at], (time.perf_counter_ns() - start) / 1000)
    return best


def hostile() -> dict[str, str]:
    """Give texts of 10 000 characters, random and repeated, by their names."""
    chance = random.Random(4)
    texts = {repr(piece): (piece * HOSTILE_LENGTH)[:HOSTILE_LENGTH] for piece in REPEATED}
    texts["any characters"] = "".join(chr(chance.randrange(32, 0xD7FF)) for _ in range(HOSTILE_LENGTH))
    letters = "абвгдежзийклмнопрстуфхцчшщыьэюя   ..,-0123456789"
    texts["letters and numbers"] = "".join(chance.choices(letters, k=HOSTILE_LENGTH))
    return texts


def main(rounds: int = 30) -> int:
    """Measure, print a table, return 0 when every bar of ours holds."""
    rows = [json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines()]
    cases = [(row, plan_of(row["plan_year"]) if row["plan_year"] else None) for row in rows]
    print(f"{len(cases)} phrases: dated read exactly, undated left alone, average and slowest µs a phrase")
    for name, read in (("dateparser", dateparser()), ("natasha", natasha()), ("mentoring_xl", ours)):
        dated, undated = shares(read, cases)
        times = micros(read, cases, rounds if read is ours else 1)
        print(f"{name:<14}{dated:7.1f} %{undated:7.1f} %{statistics.mean(times):10.1f}{max(times):10.0f}")
    wicked = {name: micros(ours, [({"text": text}, None)], 3)[0] for name, text in hostile().items()}
    worst = max(wicked, key=lambda name: wicked[name])
    print(
        f"slowest of {len(wicked)} hostile texts: {wicked[worst] / 1000:.1f} ms, {worst} (bar {HOSTILE_BAR / 1000:.0f})"
    )
    fast = statistics.mean(times) <= AVERAGE_BAR and max(times) <= SLOWEST_BAR and wicked[worst] <= HOSTILE_BAR
    return int(not (fast and dated >= DATED_BAR and undated >= UNDATED_BAR))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
