"""Snapshots as files: named after the time and a mark of the book's name, never after people."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.books.saving import Disk, sweep
from mentoring_xl.books.saving.old_states import KEEP, KEEP_FOR
from mentoring_xl.books.saving.places import real, room
from mentoring_xl.books.saving.told import sentence
from mentoring_xl.books.snapshots.coding import UnreadableError, decoded, encoded
from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from mentoring_xl.books.snapshots.shelf import Snapshot

_FOLDER = Path(".mentoring", "undo")
_TIME = "%Y%m%d-%H%M%S-%f"
_NAME = re.compile(r"[0-9a-f]{12} (\d{8}-\d{6}-\d{6})\.json\.gz")
_OWNER_ONLY = 0o600


def beside(book: Path, *, disk: Disk | None = None) -> FolderShelf:
    """Return the snapshots of a book that lies on the disk."""
    book = real(book)
    return FolderShelf(book.parent / _FOLDER, book.name, disk)


def at_home(name: str, *, disk: Disk | None = None) -> FolderShelf:
    """Return the snapshots of a book that was never saved."""
    return FolderShelf(home(), name, disk)


def home() -> Path:
    """Return the folder of the snapshots of books that were never saved."""
    import platformdirs

    return platformdirs.user_data_path("mentoring-xl", appauthor=False) / "undo"


class FolderShelf:
    """See `shelf.Shelf`: the newest 20 snapshots of a book, and none older than 14 days of any."""

    def __init__(self, folder: Path, book: str, disk: Disk | None = None) -> None:
        self._folder, self._disk = folder, disk or Disk()
        self._mark = hashlib.sha256(book.encode("utf-8", "surrogateescape")).hexdigest()[:12]

    def keep(self, snapshot: Snapshot) -> None:
        """Write a snapshot, whole or not at all, and remove those that are too many or too old."""
        disk, data = self._disk, encoded(snapshot)
        place = self._folder / f"{self._mark} {self._now():{_TIME}}.json.gz"
        try:
            disk.make_folder(self._folder)
            with room(self._folder, disk) as aside:
                disk.create(aside / "new", data, _OWNER_ONLY)
                disk.replace(aside / "new", place)
        except OSError as error:
            raise BookError(f"Снимок для отмены не записан. {sentence(error)}") from error
        sweep(self._folder, disk)
        self._prune()

    def newest(self) -> Snapshot | None:
        """Return the last snapshot of the last 14 days; BookError when it cannot be read."""
        self._prune()
        try:
            names = self._names()
            return decoded(self._disk.read(self._folder / names[-1])) if names else None
        except OSError as error:
            raise BookError(f"Снимок для отмены не прочитать. {sentence(error)}") from error
        except UnreadableError as error:
            raise BookError(
                "Снимок для отмены повреждён или сделан другой версией программы. Возьмите прежнее состояние книги "
                "в скрытой папке .mentoring/backup рядом с ней."
            ) from error

    def drop(self) -> None:
        """Remove the last snapshot."""
        try:
            for name in self._names()[-1:]:
                self._disk.remove(self._folder / name)
        except OSError as error:
            raise BookError(f"Снимок для отмены не удалить. {sentence(error)}") from error

    def forget(self) -> int:
        """Remove all snapshots of the book; return how many there were. OSError when one cannot be removed."""
        names = self._names()
        for name in names:
            self._disk.remove(self._folder / name)
        return len(names)

    def _now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self._disk.now(), dt.timezone.utc).replace(tzinfo=None)

    def _names(self) -> list[str]:
        return [name for name in self._disk.names(self._folder) if _NAME.fullmatch(name) and name[:12] == self._mark]

    def _prune(self) -> None:
        with suppress(OSError):
            too_many = self._names()[:-KEEP]
            for name in self._disk.names(self._folder):
                made = _NAME.fullmatch(name)
                if made and (name in too_many or self._now() - dt.datetime.strptime(made[1], _TIME) > KEEP_FOR):  # noqa: DTZ007 - UTC on both sides
                    self._disk.remove(self._folder / name)
