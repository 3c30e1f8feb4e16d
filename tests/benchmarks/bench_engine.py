"""A 5,000 × 20 table with a column of dates through the LibreOffice engine, against bare UNO calls in the same run.

Run: python tests/benchmarks/bench_engine.py. Starts an office of its own, prints median milliseconds and ratios, and
exits with 1 when a ratio is over 2.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from mentoring_xl.books import libreoffice

ROWS, COLUMNS, ROUNDS = 5_000, 20, 7
BAR = 2.0
FIRST_DAY = dt.datetime(2026, 1, 1)


def table() -> list[list[Any]]:
    """Two columns of text, one of dates, the rest numbers."""
    return [
        [f"строка {row}", f"Н-{row}", FIRST_DAY + dt.timedelta(days=row), *(row + column / 4 for column in range(17))]
        for row in range(ROWS)
    ]


def milliseconds(*works: Callable[[], Any]) -> list[float]:
    """The median of each, taken in turns so that a busy machine slows all of them alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, times in zip(works, taken, strict=True):
            start = time.perf_counter()
            work()
            times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times) for times in taken]


def main() -> int:
    """Measure, print a table, return 0 when the bar holds."""
    broken = False
    values = table()
    with libreoffice.launch() as app:
        cells = app.books.add().sheets[0].range((1, 1), (ROWS, COLUMNS))
        cells.value = values
        bare = cells.api
        data = bare.getDataArray()
        for what, engine, uno in (
            ("write", lambda: setattr(cells, "value", values), lambda: bare.setDataArray(data)),
            ("read", lambda: cells.value, bare.getDataArray),
        ):
            through, raw = milliseconds(engine, uno)
            broken |= through / raw > BAR
            print(f"{what}: engine {through:.0f} ms, bare UNO {raw:.0f} ms, ratio {through / raw:.2f}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
