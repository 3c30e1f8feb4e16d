"""All papers of the demo school as .docx, beside docxtpl filling as many templates of one page.

Run: python -m tests.benchmarks.bench_documents [rounds]. Prints the median CPU seconds of reading the workbook, making
the papers and writing the .docx, those of docxtpl, and the ratio; exits with 1 when the bar is broken: all of ours
takes longer than docxtpl alone.
"""

from __future__ import annotations

import datetime as dt
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate

from mentoring_xl import session
from mentoring_xl.actions import papers
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.edit import Put
from mentoring_xl.documents.faces.word import docx as drawn
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.states.pairs import AGREED, PROPOSED
from mentoring_xl.schema.tables import TABLES, Pair

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = dt.datetime(2026, 11, 20, 14, 5)
BAR = 1.0
LINES = 30
"""Paragraphs of the template: a page of 14 pt."""


def main(rounds: int = 3) -> int:
    """Measure, print, return 0 when the bar holds."""
    with tempfile.TemporaryDirectory() as name:
        book = pressed(Path(name) / "school.xlsx")
        files = len(export(book))
        ours = median(rounds, lambda: export(book))
    template = one_page()
    peer = median(rounds, lambda: [fill(template, number) for number in range(files)])
    print(f"{files} papers: {ours:.2f} s, {1000 * ours / files:.1f} ms each")
    print(f"docxtpl, as many one-page templates: {peer:.2f} s; ratio {ours / peer:.2f} (bar {BAR})")
    return int(ours / peer > BAR)


def pressed(path: Path) -> Path:
    """Return the demo school in which every button has been pressed, all pairs agreed to, and pressed once more."""
    book = create(path, example_book(NOW.date()))
    press_all(book)
    with ClosedBook.open(book) as opened:
        pairs = session.read(opened, (Pair,))[Pair]
        opened.apply([Put(pair, {"state": AGREED}) for pair in pairs if pair.state == PROPOSED])
        opened.save()
    press_all(book)
    return book


def press_all(book: Path) -> None:
    """Press every button of the ribbon in its order."""
    for button in BUTTONS:
        with ClosedBook.open(book) as opened:
            session.press(button, opened, NOW)


def export(book: Path) -> list[bytes]:
    """Return every paper of the workbook as a .docx."""
    with ClosedBook.open(book) as opened:
        tables = session.read(opened, TABLES)
    return [drawn(paper) for paper in papers.papers(tables, NOW.date())]


def one_page() -> bytes:
    """Return a template with a placeholder in each of its lines."""
    document, file = docx.Document(), io.BytesIO()
    for number in range(LINES):
        document.add_paragraph(f"Строка {number}: {{{{ name }}}}, {{{{ post }}}}.")
    document.save(file)
    return file.getvalue()


def fill(template: bytes, number: int) -> bytes:
    """Return the template filled for one person."""
    document, file = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    document.render({"name": f"Участник {number}", "post": "учитель"})
    document.save(file)
    return file.getvalue()


def median(rounds: int, work: Callable[[], object]) -> float:
    """Return the median CPU seconds of the work, the first run left out."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
