"""Each button pressed in an open LibreOffice on the demo school, beside the pure action on the same tables.

Run: python -m tests.benchmarks.bench_press [rounds]. Starts an office of its own, presses inside it, prints median
milliseconds, UNO calls and how a cold press compares with `import xlwings`; exits with 1 when a bar is broken: 300 ms
above the action, 25 calls per table read or written, 1.5 × `python -c "import xlwings"`. Each round times the action
right before the press, and a loop that does nothing before both: shared machines change their speed within seconds.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import libreoffice
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.live import LiveBook
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import ALWAYS_READ, BUTTONS, button
from mentoring_xl.schema.tables import Notice
from tests.live.counting import counted
from tests.live.inside import call_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import xlwings as xw

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.schema.buttons import Button

NOW = dt.datetime(2026, 11, 20, 14, 5)
EXTRA_MS, CALLS_PER_TABLE, COLD_BAR = 300, 25, 1.5
COLD_PRESS = (
    "import sys; from mentoring_xl import ribbon; from mentoring_xl.books import libreoffice; "
    "ribbon.press_in(libreoffice.connect(sys.argv[1]), 'check_deadlines')"
)


def main(rounds: int = 5) -> int:
    """Measure, print a table, return 0 when every bar holds."""
    pipe = f"bench-{uuid.uuid4().hex}"
    with tempfile.TemporaryDirectory() as name, libreoffice.launch(pipe=pipe) as app:
        book = create(Path(name) / "school.xlsx", example_book(NOW.date()))
        print(f"{'':<20}{'press':>9}{'action':>9}{'extra':>9}{'loop':>9}   UNO calls per table read or written")
        broken = [
            show(*call_inside(app, f"{__spec__.name}:measure", button.name, rounds, str(book))) for button in BUTTONS
        ]
        cold = cold_press(app, pipe, rounds, book)
    return int(any(broken) or cold)


def measure(context: Any, name: str, rounds: int, path: str) -> tuple[str, list[float], int, int]:
    """Run in the office: return the button's name, the milliseconds that `show` prints, calls and tables."""
    pressed_button, book, app = button(name), Path(path), libreoffice.inside(context)
    tables = tables_of(pressed_button, book)
    times = []
    for _ in range(rounds + 1):
        with opened(app, book) as live:
            loop = timed(lambda: sum(range(1_000_000)))
            acted = timed(lambda: session.action(pressed_button)(tables, NOW.date()))
            pressed = timed(lambda live=live: session.press(pressed_button, LiveBook(live), NOW))
        times.append((pressed, acted, pressed - acted, loop))
    return name, medians(times), *uno_calls(context, pressed_button, book)


def show(name: str, times: list[float], calls: int, touched: int) -> bool:
    """Print one button's row; tell whether a bar is broken. times: press, action, press above action, empty loop."""
    print(f"{name:<20}{''.join(f'{time:6.0f} ms' for time in times)}   {calls} : {touched} = {calls / touched:.1f}")
    return times[2] > EXTRA_MS or calls / touched > CALLS_PER_TABLE


def tables_of(button: Button, book: Path) -> Tables:
    """Read what the button hands to its action."""
    with ClosedBook.open(book) as closed:
        return session.read(closed, {*button.reads, *ALWAYS_READ, Notice})


def uno_calls(context: Any, button: Button, book: Path) -> tuple[int, int]:
    """Return the UNO calls of a press, and how many tables it read plus how many tables and pages it wrote."""
    app, calls = counted(context)
    with opened(app, book) as live:
        calls.clear()
        report = session.press(button, LiveBook(live), NOW)
        made = calls.total()
    journal = 2 if report.changes else 0
    return made, len({*button.reads, *ALWAYS_READ, Notice}) + len(report.changes) + journal


def cold_press(app: xw.App, pipe: str, rounds: int, book: Path) -> bool:
    """Print how long a press by a new interpreter takes; tell whether its bar is broken.

    Both run with all modules compiled, as pip leaves them: the first run, which does not count, compiles them.
    """
    compiled, times = book.with_name("compiled"), []
    for _ in range(rounds + 1):
        with opened(app, book):
            peer = timed(lambda: run(compiled, "import xlwings"))
            cold = timed(lambda: run(compiled, COLD_PRESS, pipe))
        times.append((peer, cold, cold / peer))
    peer, cold, ratio = medians(times)
    print(f"\nimport xlwings {peer:.0f} ms, cold press {cold:.0f} ms: {ratio:.2f} (bar {COLD_BAR})")
    return ratio > COLD_BAR


def run(compiled: Path, code: str, *arguments: str) -> None:
    """Run Python anew with its compiled modules in this folder; an error of it is one of the benchmark."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given["PYTHONPYCACHEPREFIX"] = str(compiled)
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=given)


@contextmanager
def opened(app: xw.App, book: Path) -> Iterator[xw.Book]:
    """Open a copy of the book and close it without saving."""
    copy = book.with_name(f"{uuid.uuid4().hex}.xlsx")
    shutil.copyfile(book, copy)
    live = app.books.open(copy)
    try:
        yield live
    finally:
        live.close()


def medians(times: Sequence[tuple[float, ...]]) -> list[float]:
    """Return the median of each column, the first run left out."""
    return [statistics.median(column) for column in zip(*times[1:], strict=True)]


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
