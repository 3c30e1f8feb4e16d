"""The main job on the demo school: build the example book, press every button, say what to open."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl import demo, session, surveys, terminal
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import office
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.hiding import without_sheets
from mentoring_xl.books.new import create
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import (
    LISTS_SHEET,
    Answer,
    CaseForms,
    ChartFigure,
    Conflict,
    Entry,
    OrderLine,
    PaperText,
    Question,
    Respondent,
    SurveyColumn,
)

if TYPE_CHECKING:
    import datetime as dt

NAME, ANSWERS = "Школа-пример", "Ответы из Яндекс Форм"
_SHOWN = tuple(button for button in BUTTONS if button.name != "settle_conflicts")
"""Nothing has come back from the director yet that could be settled."""
_RAW = (Question, Answer, SurveyColumn, Respondent, OrderLine, PaperText, CaseForms, Conflict, ChartFigure, Entry)
_NOT_ON_PAPER = (*(table.spec.sheet for table in _RAW), LISTS_SHEET)
"""What nobody lays before a council: single answers, wordings, lists, figures behind charts."""


def run(folder: Path, now: dt.datetime) -> int:
    """Write the demo school and answers for it into `folder`, press the buttons in their order, make the PDF; return 0.

    What lies there from an earlier run stays: the new takes the next free name.
    Raises BookError when the folder cannot be written.
    """
    book = create(_free(folder, f"{NAME}.xlsx"), example_book(now.date()))
    answers = _free(folder, f"{ANSWERS}.csv")
    questions = surveys.default_questions()
    answers.write_text(demo.export(demo.school(now.date(), questions), questions), encoding="utf-8")
    print(f"Придуманная школа записана: {book}")
    for button in _SHOWN:
        print(f"\nКнопка «{button.label}»")
        with terminal.progress(quietly=False) as progress, ClosedBook.open(book) as opened:
            report = session.press(button, opened, now, progress=progress)
        for sentence in report.summary:
            print(f"  {sentence}")
        if report.found:
            print(f"  {report.found}")
    print("\nЛисты переводятся в PDF, это занимает до минуты …", flush=True)
    pages = _pages(book, folder)
    print("\nСделано. Откройте:")
    print(f"  {book} – начните с листа «Как пользоваться», потом «Пары», «Без пары», «Замечания»")
    print(f"  {pages}")
    print("\nПопробуйте загрузить ответы: в файле одна подпись с ошибкой, один участник ответил дважды.")
    print("Закройте книгу и выполните:")
    print(f'  mentoring-xl import-answers "{book}" "{answers}"')
    return 0


def _pages(book: Path, folder: Path) -> str:
    if not office.find():
        return "PDF не сделан: LibreOffice не найден. Установите его и повторите, если нужны страницы для печати."
    try:
        with tempfile.TemporaryDirectory(prefix="mentoring-demo-") as scratch:
            copy = Path(scratch) / book.name
            copy.write_bytes(without_sheets(book.read_bytes(), _NOT_ON_PAPER))
            return f"{office.to_pdf(copy, folder)} – листы для показа страницами PDF, без отдельных ответов и служебных"
    except BookError as error:
        return f"PDF не сделан. {error}"


def _free(folder: Path, name: str) -> Path:
    path = first = folder / name
    number = 1
    while path.exists():
        number += 1
        path = first.with_stem(f"{first.stem} ({number})")
    return path
