"""«Принять ответ»: which file, its password where it has one, and whether to take what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.live.asking import ask_text
from mentoring_xl.books.live.choosing import choose_file
from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange.merging import described, merge
from mentoring_xl.replies import check_book, read_reply
from mentoring_xl.schema.buttons import button
from mentoring_xl.session import press, read

from .told import TITLE, told

if TYPE_CHECKING:
    import datetime as dt

    import xlwings as xw

    from mentoring_xl.books.live import LiveBook
    from mentoring_xl.core.outcome import Progress

_REPLIES = "Вернувшийся файл"
_NOT_TAKEN = "Из файла ничего не взято: книга осталась прежней."
_NOT_SAVED = "Книга ещё не сохранена, и отправленных копий рядом с ней нет. Сохраните её и повторите."
_ASK = "Взять это в книгу?\n\nСпорное вы решите на листе «Расхождения». Кнопка «Отменить последнее» вернёт всё назад."
_LINES = 12


def run(app: xw.App, book: LiveBook, now: dt.datetime, progress: Progress) -> str:
    """Ask, merge, and return what the message box says. Raises BookError."""
    pressed = button("accept_reply")
    file = book.file
    if file is None:
        raise BookError(_NOT_SAVED)
    path = choose_file(app, pressed.label, _REPLIES, (".xlsx",))
    if path is None:
        return _NOT_TAKEN
    progress("Чтение файла", 0, 1)
    reply = read_reply(file, path, ask=lambda name: ask_text(app, TITLE, f"Пароль файла «{name}»:", secret=True))
    tables = read(book, pressed.reads)
    check_book(tables, reply, path)
    lines = described(merge(reply.base, tables, reply.theirs))
    if lines and app.alert(_question(lines), title=TITLE, buttons="yes_no", mode="info") != "yes":
        return _NOT_TAKEN
    return told(press(pressed, book, now, progress=progress, given={"base": reply.base, "theirs": reply.theirs}))


def _question(lines: tuple[str, ...]) -> str:
    more = [f"… и ещё {len(lines) - _LINES}."] if len(lines) > _LINES else []
    return "\n".join((*lines[:_LINES], *more, "", _ASK))
