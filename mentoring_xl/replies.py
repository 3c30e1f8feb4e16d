"""Files that came back, or that two people worked on, read for a merge: opened, and compared with what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.books import guard, sent
from mentoring_xl.books.whole import read_whole
from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange.encryption import decrypted, is_encrypted
from mentoring_xl.exchange.merging import is_stranger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.books.whole import Whole
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.side import Side

_NO_PASSWORD = "Файл «{name}» закрыт паролем. Узнайте пароль у того, кто его прислал, и повторите{how}."
_NOT_KEPT = (
    "Отправленной копии, с которой надо сравнить файл «{name}», рядом с книгой нет. "
    "Укажите её сами: mentoring-xl accept-reply КНИГА ФАЙЛ --base КОПИЯ."
)
_STRANGER = "В файле «{name}» другие люди: похоже, это книга другой школы. Выберите другой файл и повторите."
_OTHER_BOOK = "Копия «{name}» – не от этой книги: в ней другие люди. Выберите другую и повторите."


@dataclass(frozen=True)
class Reply:
    """A file that came back, and the copy as it was sent."""

    base: Side
    theirs: Side


def read_reply(
    book: Path, file: Path, *, base: Path | None = None, ask: Callable[[str], str | None] | None = None, how: str = ""
) -> Reply:
    """Read a file that came back to a book, and the copy that it began as.

    base: that copy, where it is not kept beside the book. ask: gives the password of a file by its name; None when the
    person thinks better of it, and then the file is refused. how: the next step where nobody can be asked.
    Raises BookError, also for the book of another school.
    """
    theirs = read_file(file, ask, how)
    if base:
        began = read_file(base, ask, how)
    else:
        data = sent.find(book, theirs.copy_id) if theirs.copy_id else None
        if data is None:
            raise BookError(_NOT_KEPT.format(name=file.name))
        began = read_whole(data, file.name)
    if is_stranger(began.side, theirs.side):
        raise BookError(_STRANGER.format(name=file.name))
    return Reply(began.side, theirs.side)


def check_book(tables: Tables, reply: Reply, file: Path) -> None:
    """Raise BookError when the copy that was compared with is not of the book that takes the changes."""
    if is_stranger(reply.base, tables):
        raise BookError(_OTHER_BOOK.format(name=file.name))


def read_file(file: Path, ask: Callable[[str], str | None] | None = None, how: str = "") -> Whole:
    """Read a workbook, with its password where it has one; BookError when that is not to be had or does not fit."""
    guard.present(file)
    if file.stat().st_size > guard.MAX_FILE:
        guard.check(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"Файл «{file.name}» не читается: {error.strerror}. Скопируйте его на свой компьютер и повторите."
        raise BookError(message) from error
    if is_encrypted(data):
        password = ask(file.name) if ask else None
        if not password:
            raise BookError(_NO_PASSWORD.format(name=file.name, how=how))
        data = decrypted(data, password)
    return read_whole(data, file.name)
