"""Each command on the demo school as a whole process, beside openpyxl loading and saving the same book.

Run: python tests/benchmarks/bench_commands.py [rounds]. Prints median milliseconds and ratios to the peer, and exits
with 1 when a bar is broken: check-deadlines 1.5, recalculate-pairs 2.5, --help 6 × `python -c pass`.
"""

from __future__ import annotations

import datetime as dt
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.actions.create import example_book
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import BUTTONS

if TYPE_CHECKING:
    from collections.abc import Callable

BARS = {"check-deadlines": 1.5, "recalculate-pairs": 2.5}
HELP_BAR = 6.0
PEER = "import openpyxl, sys; book = openpyxl.load_workbook(sys.argv[1]); book.save(sys.argv[2])"


def main(rounds: int = 7) -> int:
    """Measure, print a table, return 0 when every bar holds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = create(folder / "school.xlsx", example_book(dt.date(2026, 11, 20)))
        peer = median(rounds, lambda: [sys.executable, "-c", PEER, str(book), str(folder / "peer.xlsx")])
        bare = median(rounds, lambda: [sys.executable, "-c", "pass"])
        print(f"{'openpyxl load + save':<24}{peer * 1000:8.0f} ms")
        broken = [line(button.command, rounds, book, peer) for button in BUTTONS]
        ratio = median(rounds, lambda: [sys.executable, "-m", "mentoring_xl", "--help"]) / bare
        print(f"{'--help':<24}{ratio * bare * 1000:8.0f} ms  {ratio:5.2f} × python -c pass  (bar {HELP_BAR})")
        return int(any(broken) or ratio > HELP_BAR)


def line(command: str, rounds: int, book: Path, peer: float) -> bool:
    """Print one command's row; tell whether its bar is broken. Each round presses on a copy of the untouched book."""
    copies = iter(range(10_000))

    def call() -> list[str]:
        copy = book.with_name(f"{command}-{next(copies)}.xlsx")
        shutil.copyfile(book, copy)
        return [sys.executable, "-m", "mentoring_xl", command, str(copy)]

    seconds = median(rounds, call)
    bar = BARS.get(command)
    print(f"{command:<24}{seconds * 1000:8.0f} ms  {seconds / peer:5.2f} × openpyxl{f'  (bar {bar})' if bar else ''}")
    return bar is not None and seconds / peer > bar


def median(rounds: int, call: Callable[[], list[str]]) -> float:
    """Return the median wall time in seconds of a process, the first run left out."""
    times = []
    for _ in range(rounds + 1):
        command = call()
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
