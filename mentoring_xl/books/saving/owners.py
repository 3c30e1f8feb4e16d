"""Who else has a book open: the marks that Excel and LibreOffice leave beside it, and what Windows says."""

import os
import sys
from datetime import datetime
from pathlib import Path

from mentoring_xl.books.saving.disk import Disk
from mentoring_xl.books.saving.places import beside, real
from mentoring_xl.books.saving.told import in_use
from mentoring_xl.core.errors import BookError

ANSI_NAME, WIDE_NAME = 1, 57
"""Where the user's name starts in the 165 bytes of Excel's «~$» file; its length stands in front of it."""


class BusyError(BookError):
    """The book is open elsewhere; `copy` is a free name beside it under which the new state can be saved."""

    def __init__(self, name: str, who: str, copy: Path) -> None:
        super().__init__(
            f"Книга «{name}» открыта ({who}). Закройте её и повторите. Или добавьте к команде "
            f"--copy: всё ляжет в копию «{copy.name}» рядом."
        )
        self.who = who
        self.copy = copy


def busy(path: Path, *, disk: Disk | None = None) -> str | None:
    """Return who has the book open, «Excel, Иванова» for example, or None. Raises OSError as it comes."""
    disk = disk or Disk()
    for book in dict.fromkeys((path, real(path))):
        present = disk.names(book.parent)
        excel, libreoffice = f"~${book.name}", f".~lock.{book.name}#"
        if excel in present and _still_held(book.with_name(excel)):
            return _named("Excel", excel_user(_content(book.with_name(excel), disk)))
        if libreoffice in present:
            return _named("LibreOffice", libreoffice_user(_content(book.with_name(libreoffice), disk)))
    return "другая программа" if sys.platform == "win32" and not _can_write(path) else None


def refuse_busy(path: Path, disk: Disk) -> None:
    """Raise BusyError when somebody has the book open."""
    who = busy(path, disk=disk)
    if who:
        now = datetime.fromtimestamp(disk.now())  # noqa: DTZ006 - people read local time
        raise BusyError(path.name, who, beside(path, now))


def excel_user(data: bytes) -> str:
    """Return the user's name from an Excel owner file: in UTF-16 when it is whole, else in the Russian code page."""
    if len(data) >= WIDE_NAME:
        wide = data[WIDE_NAME : WIDE_NAME + 2 * int.from_bytes(data[WIDE_NAME - 2 : WIDE_NAME], "little")]
        name = wide.decode("utf-16-le", errors="ignore")
        if name.strip(" \0"):
            return name.strip(" \0")
    length = data[0] if data else 0
    return data[ANSI_NAME : ANSI_NAME + length].decode("cp1251", errors="ignore").strip(" \0")


def libreoffice_user(data: bytes) -> str:
    """Return the user's name from a LibreOffice lock file, the login when no name is set in its options."""
    fields = data.decode(errors="replace").replace("\\,", "\0").split(",")
    return next((field.replace("\0", ",").strip() for field in fields[:2] if field.strip()), "")


def _named(program: str, user: str) -> str:
    return f"{program}, {user}" if user else program


def _content(mark: Path, disk: Disk) -> bytes:
    try:
        return disk.read(mark)
    except (PermissionError, FileNotFoundError):
        return b""


def _still_held(mark: Path) -> bool:
    """Return False where Windows can tell that Excel left its mark behind."""
    return sys.platform != "win32" or not _can_write(mark)


def _can_write(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        return not in_use(error)
    return True
