"""The replacement of a book's state by a new one: written aside, proved, then put in place in one step."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentoring_xl.books import guard
from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.old_states import back_up, prune
from mentoring_xl.books.saving.owners import refuse_busy
from mentoring_xl.books.saving.places import beside, real, room
from mentoring_xl.books.saving.told import in_use, told
from mentoring_xl.core.errors import BookError

RETRY_FOR = 2.5
STEP = 0.1


@dataclass(frozen=True)
class Saved:
    """Where the new state lies, its fingerprint, and where the old one is kept (None for a new book).

    `aside` is True when another program did not let the book go and `path` is a dated copy beside it.
    """

    path: Path
    fingerprint: str
    backup: Path | None
    aside: bool = False


def fingerprint(path: Path, *, disk: Disk | None = None) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises BookError when it cannot be read."""
    with told(path.name):
        return _hash(path, disk or Disk())


def replace(
    path: Path,
    produce: Callable[[Path], None],
    *,
    read_as: str | None,
    verify: Callable[[Path], None] | None = None,
    keep_old: bool = True,
    disk: Disk | None = None,
) -> Saved:
    """Replace the book by what `produce` writes to the path it is given; call it inside `locked`.

    read_as: the fingerprint of the state that was read, None for a book that must not be there yet.
    verify: looks at the written file after the guard and raises BookError when it is not what was meant.
    keep_old: whether the old state is backed up.
    Raises BusyError when the book is open elsewhere, BookError for all else; the book is then as it was.
    """
    disk = disk or Disk()
    book = real(path)
    with told(path.name), room(book.parent, disk) as aside:
        _refuse_changed(path, book, read_as, disk)
        fresh = aside / f"new{book.suffix}"
        produce(fresh)
        _prove(fresh, path.name, verify)
        now = datetime.fromtimestamp(disk.now())  # noqa: DTZ006 - names and sentences carry local time
        backup = None
        if read_as is not None:
            disk.keep_attributes(book, fresh)
            backup = back_up(book, aside, now, disk) if keep_old else None
        disk.sync(fresh)
        mark = _hash(fresh, disk)
        _refuse_changed(path, book, read_as, disk)
        place = _put(fresh, book, now, disk)
    with suppress(OSError):
        disk.sync(book.parent)
    prune(book, now, disk)
    return Saved(place, mark, backup, aside=place != book)


def _hash(path: Path, disk: Disk) -> str:
    digest = hashlib.sha256()
    for chunk in disk.chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def _refuse_changed(path: Path, book: Path, read_as: str | None, disk: Disk) -> None:
    if read_as is None:
        if book.exists():
            raise BookError(f"Файл «{path.name}» уже есть. Выберите другое имя и повторите.")
        return
    refuse_busy(path, disk)
    if not disk.status(book).st_mode & 0o222:
        raise BookError(f"Книга «{path.name}» помечена «только чтение». Снимите пометку в свойствах файла и повторите.")
    if _hash(book, disk) != read_as:
        raise BookError(
            f"Книгу «{path.name}» только что изменили в другом месте. Повторите: она будет прочитана заново."
        )


def _prove(fresh: Path, name: str, verify: Callable[[Path], None] | None) -> None:
    try:
        guard.check(fresh)
        if verify:
            verify(fresh)
    except BookError as error:
        raise BookError(
            f"Новая запись книги «{name}» не прошла проверку, книга не изменена. Повторите; если не поможет, "
            f"откройте книгу в Excel, сохраните и повторите."
        ) from error


def _put(fresh: Path, book: Path, now: datetime, disk: Disk) -> Path:
    """Put the new state in place; beside it when Windows holds the book for longer than an antivirus looks."""
    give_up = disk.now() + RETRY_FOR
    while True:
        try:
            disk.replace(fresh, book)
            return book
        except OSError as error:
            if not in_use(error):
                raise
        if disk.now() >= give_up:
            break
        disk.sleep(STEP)
    copy = beside(book, now)
    disk.replace(fresh, copy)
    return copy
