"""The merge of two books of 2,000 rows with the one that both began as, beside reading the three.

Run: python -m tests.benchmarks.bench_merge [rounds]. Prints median milliseconds and exits with 1 when merging takes
more than twice the reading: three books whole, through the guard, as `merge` reads them.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.actions.create import example_book
from mentoring_xl.books.new import create
from mentoring_xl.books.whole import read_whole
from mentoring_xl.core.content import Content
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import Tables
from mentoring_xl.exchange.merging import MERGED, merge
from mentoring_xl.schema.tables import Meeting, Mentee

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentoring_xl.core.side import Side
    from mentoring_xl.core.table import Row

BAR = 2.0
ROWS = 2000
NOW = dt.datetime(2026, 11, 20)


def main(rounds: int = 5) -> int:
    """Measure, print a table, return 0 when the bar holds."""
    with tempfile.TemporaryDirectory() as name:
        files = [create(Path(name) / f"{side}.xlsx", content(side)) for side in range(3)]
        data = [file.read_bytes() for file in files]
        reading = median(rounds, lambda: [read_whole(one, "книга.xlsx") for one in data])
        base, mine, theirs = (read_whole(one, "книга.xlsx").side for one in data)
        merged = merge(base, tables(mine), theirs)
        print(f"taken {len(merged.taken)}, conflicts {len(merged.conflicts)}")
        merging = median(rounds, lambda: merge(base, tables(mine), theirs))
    ratio = merging / reading
    print(f"{'reading three books':<24}{reading * 1000:8.0f} ms")
    print(f"{'merging them':<24}{merging * 1000:8.0f} ms  {ratio:5.2f} × reading  (bar {BAR})")
    return int(ratio > BAR)


def content(side: int) -> Content:
    """The example school with 2,000 mentees and meetings; sides 1 and 2 changed some, side 2 sorted the meetings."""
    school = example_book(NOW.date())
    mentees = [_mentee(number, side) for number in range(1, ROWS + 1)]
    meetings = [_meeting(number, side) for number in range(1, ROWS + 1)]
    meetings.sort(key=lambda row: str(row.topic), reverse=side == 2)
    rows = {**school.rows, Mentee: tuple(mentees), Meeting: tuple(meetings)}
    return Content(rows, NOW, school.title, school.stamp)


def _mentee(number: int, side: int) -> Mentee:
    changed = f"изменено {side}" if side and number % (10 + side) == 0 else "как было"
    return Mentee(
        number=number,
        code=f"Н-{number:04}",
        full_name=f"Ученик {number} Имя Отчество",
        request=f"подготовка к экзамену {number % 40}",
        group="обучающийся",
        school_class=f"{number % 11 + 1}А",
        entered=dt.date(2026, 9, 1 + number % 28),
        results=changed,
        interests="шахматы, лыжи",
        gender="м" if number % 2 else "ж",
    )


def _meeting(number: int, side: int) -> Meeting:
    return Meeting(
        number=number,
        pair_code=f"Н-{number % 200:04}/М-{number % 50:02}",
        kind="регулярная",
        planned=dt.date(2026, 9, 1) + dt.timedelta(days=number % 200),
        topic=f"Тема {number}",
        outcome=f"Итог {side}" if side and number % (20 + side) == 0 else "",
    )


def tables(side: Side) -> Tables:
    """The rows of a side as an action is handed them."""
    rows: dict[type[Row], tuple[Row, ...]] = {table: typed(table, side.grids[table]).rows for table in MERGED}
    return Tables(rows)


def median(rounds: int, call: Callable[[], object]) -> float:
    """Return the median processor time in seconds, which a busy machine does not stretch; the first run left out."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
