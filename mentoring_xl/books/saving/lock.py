"""One process at a time changes a book: a lock file beside it that says who, where and since when."""

import os
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.places import lock_path, real, sweep, tidy
from mentoring_xl.books.saving.processes import HOST, alive
from mentoring_xl.books.saving.told import in_use, told
from mentoring_xl.core.errors import BookError

PATIENCE = 5.0
STEP = 0.02
UNWRITTEN_LASTS = 2.0
"""Seconds that a lock may lie without its text: its maker died between making and writing it."""
LASTS = 12 * 3600.0
"""Seconds after which a lock of another computer counts as left behind."""


@dataclass(frozen=True)
class Holder:
    """Who holds a lock: process number, host, local time as text."""

    pid: int
    host: str
    since: str

    @classmethod
    def read(cls, data: bytes) -> "Holder | None":
        """Read the text of a lock, None when it is not written yet."""
        lines = data.decode(errors="replace").split("\n")
        return cls(int(lines[0]), lines[1], lines[2]) if len(lines) == 5 and lines[0].isdecimal() else None


@contextmanager
def locked(path: Path, *, patience: float = PATIENCE, disk: Disk | None = None) -> Iterator[Path]:
    """Hold the book for as long as it is read, changed and replaced; yields the file behind any links.

    Takes over the lock of a dead process and sweeps what it left; waits up to `patience` seconds for a living one.
    Raises BookError when the book stays held or its folder cannot be written to. A process cannot hold a book twice.
    """
    disk = disk or Disk()
    book = real(path)
    lock = lock_path(book)
    with told(path.name):
        _acquire(lock, path.name, patience, disk)
    try:
        sweep(book.parent, disk)
        yield book
    finally:
        tidy(lambda: disk.remove(lock))


def _acquire(lock: Path, name: str, patience: float, disk: Disk) -> None:
    start = disk.now()
    since = datetime.fromtimestamp(start).strftime("%d.%m.%Y %H:%M")  # noqa: DTZ006 - people read local time
    text = f"{os.getpid()}\n{HOST}\n{since}\n{secrets.token_hex(8)}\n".encode()
    while not _try(lock, text, disk):
        if disk.now() - start > patience:
            raise BookError(_held(lock, name, disk))
        disk.sleep(STEP * (1 + random.random()))


def _try(lock: Path, text: bytes, disk: Disk) -> bool:
    try:
        disk.create(lock, text)
    except FileExistsError:
        return _take_over(lock, text, disk)
    except OSError as error:
        if in_use(error):
            return False
        raise
    return True


def _take_over(lock: Path, text: bytes, disk: Disk) -> bool:
    try:
        found = disk.read(lock)
        return _stale(lock, found, disk) and disk.exchange(lock, found, text)
    except FileNotFoundError:
        return False


def _stale(lock: Path, found: bytes, disk: Disk) -> bool:
    holder = Holder.read(found)
    age = disk.now() - disk.status(lock).st_mtime
    if not holder:
        return age > UNWRITTEN_LASTS
    return age > LASTS or (holder.host == HOST and not alive(holder.pid))


def _held(lock: Path, name: str, disk: Disk) -> str:
    holder = None
    with suppress(OSError):
        holder = Holder.read(disk.read(lock))
    who = f" (компьютер {holder.host}, с {holder.since})" if holder else ""
    return (
        f"Книгу «{name}» сейчас изменяет другая команда{who}. Дождитесь её окончания и повторите; "
        f"если ничего не запущено, удалите файл «{lock.name}»."
    )
