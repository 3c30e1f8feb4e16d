"""5,000 answers from a form service's .xlsx into the tables of a school, beside pandas reading the same file.

Run: python -m tests.benchmarks.bench_answers [rounds]. Read, understand, match 320 people, lay into «Анкеты»; then the
same once more on a book that has them. Prints median milliseconds and ratios, and exits with 1 when the bar is broken.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import xlsxwriter

from mentoring_xl.actions.answers import import_answers
from mentoring_xl.core.edit import Append
from mentoring_xl.core.outcome import Tables
from mentoring_xl.demo.names import names
from mentoring_xl.schema.tables import (
    Answer,
    Employee,
    Mentee,
    Mentor,
    Preference,
    Question,
    Respondent,
    Setting,
    SurveyColumn,
)
from mentoring_xl.surveys import default_questions
from mentoring_xl.surveys.importing.files import read_file
from mentoring_xl.surveys.importing.understanding import understood

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentoring_xl.core.outcome import Outcome

BAR = 3.0
PEOPLE, ANSWERS = 320, 5_000
TODAY = dt.date(2026, 11, 30)


def main(rounds: int = 9) -> int:
    """Measure, print a table, return 0 when the bar holds."""
    draw = random.Random(3)
    questions = tuple(question for question in default_questions() if question.form in {"", "учитель–учитель"})
    asked = [question for question in questions if question.stage == "до" and question.role == "наставляемый"][:16]
    drawn = names(draw)
    mentees = tuple(Mentee(code=f"Н-{at:03}", full_name=next(drawn).full, group="педагог") for at in range(PEOPLE))
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name) / "answers.xlsx", mentees, asked, draw)
        empty = school(questions, mentees)
        first = load(empty, path)
        added = tuple(row for edit in first.edits if isinstance(edit, Append) for row in edit.rows)
        assert sum(isinstance(row, Answer) for row in added) >= ANSWERS
        full = empty.but({Answer: tuple(row for row in added if isinstance(row, Answer))})
        peer = median(rounds, lambda: pd.read_excel(path, engine="openpyxl"))
        print(f"{'pandas.read_excel':<24}{peer * 1000:8.0f} ms")
        ratios = [
            line("import", median(rounds, lambda: load(empty, path)), peer),
            line("import again", median(rounds, lambda: load(full, path)), peer),
        ]
    return int(max(ratios) > BAR)


def write(path: Path, mentees: tuple[Mentee, ...], asked: list[Question], draw: random.Random) -> Path:
    """Write the file as Google Sheets gives it."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy hh:mm:ss"})
    sheet = book.add_worksheet("Ответы на форму (1)")
    sheet.write_row(0, 0, ["Отметка времени", "ФИО", *(question.text for question in asked)])
    for number, mentee in enumerate(mentees, 1):
        moment = dt.datetime(2026, 11, 16) + dt.timedelta(minutes=7 * number)
        sheet.write_row(number, 0, [moment, mentee.full_name, *(reply(question, draw) for question in asked)])
    book.close()
    return path


def reply(question: Question, draw: random.Random) -> object:
    """Return an answer as a service writes it."""
    match question.kind:
        case "1–10":
            return draw.randint(1, 10)
        case "да/нет":
            return draw.choice(("Да", "Нет"))
        case _:
            return draw.choice(("часто", "редко", f"поддержка и советы {draw.randint(1, 999)}"))


def school(questions: tuple[Question, ...], mentees: tuple[Mentee, ...]) -> Tables:
    """Return a book without answers."""
    blank = dict.fromkeys((Mentor, Employee, Answer, Preference, SurveyColumn, Respondent, Setting), ())
    return Tables({**blank, Question: questions, Mentee: mentees})


def load(tables: Tables, path: Path) -> Outcome:
    """Read, understand and lay."""
    plan = understood(tables[Question], tables[SurveyColumn], read_file(path))
    return import_answers(tables, TODAY, plan=plan)


def line(what: str, seconds: float, peer: float) -> float:
    """Print a row and return its ratio."""
    print(f"{what:<24}{seconds * 1000:8.0f} ms  {seconds / peer:5.2f} × pandas.read_excel  (bar {BAR})")
    return seconds / peer


def median(rounds: int, call: Callable[[], object]) -> float:
    """Return the median wall time in seconds, the first run left out."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
