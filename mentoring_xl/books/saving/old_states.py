"""The old states of a book, kept beside it for a while under the time at which they were replaced."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.places import real, short

FOLDER = Path(".mentoring", "backup")
KEEP = 20
KEEP_FOR = timedelta(days=14)
TIME = "%Y-%m-%d %H-%M-%S-%f"
STAMP = r" (\d{4}-\d\d-\d\d \d\d-\d\d-\d\d-\d{6})"


def backups(path: Path, *, disk: Disk | None = None) -> tuple[Path, ...]:
    """Return the kept old states of the book, newest first."""
    book = real(path)
    folder = book.parent / FOLDER
    pattern = re.compile(re.escape(short(book.stem)) + STAMP + re.escape(book.suffix))
    names = (disk or Disk()).names(folder)
    return tuple(folder / name for name in reversed(names) if pattern.fullmatch(name))


def forget(path: Path, *, disk: Disk | None = None) -> int:
    """Remove all kept old states of the book; return how many there were. OSError when one cannot be removed."""
    found = backups(path, disk=disk)
    for copy in found:
        (disk or Disk()).remove(copy)
    return len(found)


def back_up(book: Path, room: Path, now: datetime, disk: Disk) -> Path:
    """Copy the book to its folder of old states, whole or not at all; returns the copy."""
    folder = book.parent / FOLDER
    copy = room / f"old{book.suffix}"
    place = folder / f"{short(book.stem)} {now.strftime(TIME)}{book.suffix}"
    disk.make_folder(folder)
    disk.copy(book, copy)
    disk.sync(copy)
    disk.replace(copy, place)
    return place


def prune(book: Path, now: datetime, disk: Disk) -> None:
    """Remove all but the newest 20 old states of the last 14 days; what cannot be removed stays."""
    with suppress(OSError):
        for number, copy in enumerate(backups(book, disk=disk)):
            made = datetime.strptime(copy.stem[-26:], TIME)  # noqa: DTZ007 - the name is in local time, as `now` is
            if number >= KEEP or now - made > KEEP_FOR:
                disk.remove(copy)
