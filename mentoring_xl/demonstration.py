"""The main job on the demo school: build the example book, press every button, say what to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import session, terminal
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import office
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import BUTTONS

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

NAME = "Школа-пример"
_SHOWN = tuple(button for button in BUTTONS if button.name != "settle_conflicts")
"""Nothing has come back from the director yet that could be settled."""


def run(folder: Path, now: dt.datetime) -> int:
    """Write the demo school into `folder`, press the buttons in their order, make the PDF; return 0.

    A book that lies there from an earlier run stays: the new one takes the next free name.
    Raises BookError when the folder cannot be written.
    """
    book = create(_free(folder), example_book(now.date()))
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
    return 0


def _pages(book: Path, folder: Path) -> str:
    if not office.find():
        return "PDF не сделан: LibreOffice не найден. Установите его и повторите, если нужны страницы для печати."
    try:
        return f"{office.to_pdf(book, folder)} – те же листы страницами PDF"
    except BookError as error:
        return f"PDF не сделан. {error}"


def _free(folder: Path) -> Path:
    path = folder / f"{NAME}.xlsx"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{NAME} ({number}).xlsx"
    return path
