"""Where things lie around a book: its lock, its dated copy, and the rooms in which new states are prepared."""

import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.processes import HOST_MARK, alive

ROOM = re.compile(r"\.mentoring-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}")
ROOM_LASTS = 24 * 3600
"""Seconds after which a room of another computer, or of a number that a new process got, counts as left behind."""
TRIES = 3
LONGEST_NAME = 200
"""Bytes; names end at 255 in most file systems, and ours add a few."""


def real(path: Path) -> Path:
    """Return the file itself, behind links: the link stays, the file is replaced."""
    return Path(os.path.realpath(path))


def lock_path(book: Path) -> Path:
    """Return where the lock of `book` lies."""
    return book.with_name(f".{short(book.name)}.mentoring.lock")


def beside(path: Path, now: datetime) -> Path:
    """Return a free dated name in the book's folder: «Имя (копия 20.11.2026 14-05).xlsx»."""
    for number in count(1):
        again = f", {number}" if number > 1 else ""
        name = f"{short(path.stem)} (копия {now:%d.%m.%Y %H-%M}{again}){path.suffix}"
        if not path.with_name(name).exists():
            break
    return path.with_name(name)


def copied(path: Path, now: datetime) -> Path:
    """Copy the book to a free dated name in its folder and return it; OSError as told by the disk, and no half copy."""
    copy = beside(path, now)
    try:
        with path.open("rb") as source, copy.open("xb") as target:
            shutil.copyfileobj(source, target)
    except OSError:
        tidy(copy.unlink)
        raise
    return copy


def tidy(action: Callable[[], None]) -> None:
    """Remove something of ours, three times over if need be; what stays then is swept at the next start."""
    for _ in range(TRIES):
        with suppress(OSError):
            action()
            return


@contextmanager
def room(folder: Path, disk: Disk) -> Iterator[Path]:
    """Make a private folder in `folder`, on the same disk, and remove it with its content at the end."""
    place = folder / f".mentoring-{HOST_MARK}-{os.getpid()}-{secrets.token_hex(4)}"
    disk.make_room(place)
    try:
        yield place
    finally:
        tidy(lambda: disk.remove_room(place))


def sweep(folder: Path, disk: Disk | None = None) -> None:
    """Remove the rooms that dead processes left in `folder`; what cannot be removed stays for the next time."""
    disk = disk or Disk()
    with suppress(OSError):
        for name in disk.names(folder):
            match = ROOM.fullmatch(name)
            if match and _left_behind(folder / name, match[1], int(match[2]), disk):
                disk.remove_room(folder / name)


def _left_behind(place: Path, host: str, pid: int, disk: Disk) -> bool:
    dead = host == HOST_MARK and not alive(pid)
    return dead or disk.now() - disk.status(place).st_mtime > ROOM_LASTS


def short(name: str) -> str:
    """Return the start of a name that leaves room for what we add to it."""
    return os.fsencode(name)[:LONGEST_NAME].decode(errors="ignore")
