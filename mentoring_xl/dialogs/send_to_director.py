"""«Отправить директору»: the password of the file, what would go, a last question, and the letter goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import mailing
from mentoring_xl.books.live.asking import ask_text
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Setting
from mentoring_xl.session import read

from .told import SAVE, TITLE

if TYPE_CHECKING:
    import datetime as dt

    import xlwings as xw

    from mentoring_xl.books.live import LiveBook
    from mentoring_xl.core.outcome import Progress

_LABEL = "Отправить директору"
_NOT_SENT = "Ничего не отправлено: книга осталась прежней."
_UNSAVED = "Книга ещё не сохранена на диск. Сохраните её и нажмите кнопку снова."
_PASSWORD = (
    "Пароль, который откроет файл. Скажите его директору не в этом письме.\n"
    "Оставьте строку пустой, если пароль не нужен."
)  # fmt: skip
_AGAIN_LABEL, _AGAIN = "Пароль ещё раз", "Введите тот же пароль ещё раз."
_NOT_THE_SAME = "Пароли не совпали, введите снова.\n"
_LEAVES, _PREPARES = "Отправить?", "Подготовить письмо?"


def run(app: xw.App, book: LiveBook, now: dt.datetime, progress: Progress) -> str:
    """Ask, send, and return what the message box says. Raises BookError."""
    return send(app, book, now, progress, mailing.Means(lambda user: _mail_password(app, user)))


def send(app: xw.App, book: LiveBook, now: dt.datetime, progress: Progress, means: mailing.Means) -> str:
    """Do it with what the machine has for sending."""
    path = book.file
    if path is None:
        raise BookError(_UNSAVED)
    way = mailing.chosen("", Settings(read(book, (Setting,))[Setting]), path.parent, now, means)
    password = _password(app)
    if password is None:
        return _NOT_SENT
    progress("Копия для директора", 0, 1)
    parcel = mailing.prepare(book, path, now, password=password)
    question = "\n".join((_LABEL, "", *parcel.sentences, "", _LEAVES if way.leaves else _PREPARES))
    if app.alert(question, title=TITLE, buttons="ok_cancel", mode="info") != "ok":
        return _NOT_SENT
    progress("Отправка", 0, 1)
    return "\n".join((_LABEL, "", *mailing.hand_over(book, path, parcel, way, now), SAVE))


def _password(app: xw.App) -> str | None:
    """Ask until the same is typed twice; "" for none, None when the person thinks better of it."""
    question = _PASSWORD
    while True:
        password = ask_text(app, _LABEL, question, secret=True)
        again = ask_text(app, _AGAIN_LABEL, _AGAIN, secret=True) if password else password
        if again is None or again == password:
            return again
        question = f"{_NOT_THE_SAME}{_PASSWORD}"


def _mail_password(app: xw.App, user: str) -> str | None:
    return ask_text(app, _LABEL, f"Пароль почты {user}", secret=True)
