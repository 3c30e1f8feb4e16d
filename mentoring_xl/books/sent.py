"""The copies of a book that were sent, kept beside it: what comes back is compared with them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mentoring_xl.core.errors import BookError

from .saving import Disk
from .saving.places import real, room
from .saving.told import sentence

_FOLDER = Path(".mentoring", "sent")
_KEEP = 20
_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}")
_NAME = re.compile(rf"([0-9a-f]{{12}}) ({_ID.pattern})\.xlsx")
_OWNER_ONLY = 0o600


def keep(book: Path, copy_id: str, data: bytes, *, disk: Disk | None = None) -> None:
    """Keep the unencrypted copy, whole or not at all, and remove all but the newest 20 of this book.

    copy_id: its time, by which copies are ordered, and a mark of what is in it. Raises BookError.
    """
    disk, book = disk or Disk(), real(book)
    folder = book.parent / _FOLDER
    try:
        disk.make_folder(folder)
        with room(folder, disk) as aside:
            disk.create(aside / "new", data, _OWNER_ONLY)
            disk.replace(aside / "new", folder / f"{_mark(book)} {copy_id}.xlsx")
    except OSError as error:
        raise BookError(f"Отправленная копия не сохранена рядом с книгой. {sentence(error)}") from error
    with suppress(OSError, BookError):
        for old in all_ids(book, disk=disk)[_KEEP:]:
            disk.remove(folder / f"{_mark(book)} {old}.xlsx")


def drop(book: Path, copy_id: str, *, disk: Disk | None = None) -> None:
    """Forget a copy that was not sent after all; one that cannot be removed stays."""
    book = real(book)
    with suppress(OSError):
        (disk or Disk()).remove(book.parent / _FOLDER / f"{_mark(book)} {copy_id}.xlsx")


def find(book: Path, copy_id: str, *, disk: Disk | None = None) -> bytes | None:
    """Return the copy of an id; None when none of that id was sent from here. A renamed book finds its copies too."""
    disk, folder = disk or Disk(), real(book).parent / _FOLDER
    with _read():
        for known in _kept(folder, disk):
            if known[2] == copy_id:
                return b"".join(disk.chunks(folder / known[0]))
    return None


def all_ids(book: Path, *, disk: Disk | None = None) -> tuple[str, ...]:
    """Return the ids of the kept copies that were sent from a book of this name, the newest first."""
    book = real(book)
    with _read():
        kept = _kept(book.parent / _FOLDER, disk or Disk())
    return tuple(sorted((known[2] for known in kept if known[1] == _mark(book)), reverse=True))


def _kept(folder: Path, disk: Disk) -> list[re.Match[str]]:
    return [known for name in disk.names(folder) if (known := _NAME.fullmatch(name))]


@contextmanager
def _read() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BookError(f"Отправленные копии не читаются. {sentence(error)}") from error


def _mark(book: Path) -> str:
    return hashlib.sha256(book.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
