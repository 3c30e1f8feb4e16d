"""The erasing of one person's data from a closed book, its old states and what undo goes by; what is left is told."""

from __future__ import annotations

import email
import gzip
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.actions.erasing import erase as planned
from mentoring_xl.books.cleaning import cleaned, holders
from mentoring_xl.books.saving.told import sentence
from mentoring_xl.books.snapshots import home
from mentoring_xl.core.edit import Append
from mentoring_xl.core.text import counted
from mentoring_xl.schema.tables import TABLES, Entry
from mentoring_xl.session import read

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.actions.erasing import Erasure
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.people.traces import Traces

LABEL = "Удалить данные"
_OURS = ".mentoring"
_READ = frozenset({".xlsx", ".xlsm", ".docx", ".eml"})
_MOST_FILES, _LARGEST = 2000, 1 << 26


def plan(book: ClosedBook, code: str, today: dt.date, *, from_orders: bool = False) -> Erasure:
    """Return what erasing would do; nothing is written. Raises BookError when nobody has the code."""
    return planned(read(book, TABLES), today, code, from_orders=from_orders)


@dataclass(frozen=True)
class Left:
    """Where the person is still named. parts: of the book. files: beside it, not ours to remove. old: not removed."""

    parts: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    old: str = ""


def erase(book: ClosedBook, path: Path, erasure: Erasure, now: dt.datetime) -> Left:
    """Write the book without the person, then remove its old states and snapshots: the press cannot be taken back.

    path: of the book. Raises BookError when the book cannot be saved; it is then as it was, and so is all beside it.
    """
    changed = book.apply(erasure.outcome.edits)
    cells = ", ".join(f"{sheet}: {counted(n, 'ячейка', 'ячейки', 'ячеек')}" for sheet, n in changed.items())
    entry = Entry(when=f"{now:%d.%m.%Y %H:%M}", button=LABEL, changes=f"{erasure.code}. {cells}".strip(". "))
    book.apply((Append(Entry, (entry,)),))
    book.save_cleaned(lambda data: cleaned(data, erasure.traces.erased, erasure.kept_sheets))
    old = _forget(book, path.parent / _OURS, erasure.traces)
    named = holders(path.read_bytes(), erasure.traces.stand_in)
    return Left(named, tuple(sorted(_naming(path, erasure.traces))), old)


def _forget(book: ClosedBook, folder: Path, traces: Traces) -> str:
    """Remove the old states of this book, and all else that we keep and that names the person; return why not."""
    try:
        book.forget_old_states()
        for file in (*folder.rglob("*"), *home().glob("*")):
            if file.is_file() and _holds(file, traces):
                file.unlink()
    except OSError as error:
        return f"Прежние состояния книги не удалены. {sentence(error)} Или удалите скрытую папку {_OURS} рядом с ней."
    return ""


def _naming(book: Path, traces: Traces) -> Iterator[Path]:
    """Yield the files beside the book and in folders there that name the person: copies, exported papers."""
    for number, file in enumerate(book.parent.rglob("*")):
        if number >= _MOST_FILES:
            return
        if file.suffix.lower() in _READ and file != book and _OURS not in file.parts and _holds(file, traces):
            yield file


def _holds(file: Path, traces: Traces) -> bool:
    """Tell whether a file names the person; one that cannot be read is taken not to."""
    try:
        if file.stat().st_size > _LARGEST:
            return False
        if file.name.endswith(".json.gz"):
            return traces.stand_in(gzip.decompress(file.read_bytes()).decode("utf-8", "replace"))
        data = file.read_bytes()
        return any(_told_in(part, traces) for part in (_letter(data) if file.suffix.lower() == ".eml" else (data,)))
    except (OSError, EOFError, ValueError, zipfile.BadZipFile):
        return False


def _told_in(data: bytes, traces: Traces) -> bool:
    if zipfile.is_zipfile(io.BytesIO(data)):
        return bool(holders(data, traces.stand_in))
    return traces.stand_in(data.decode("utf-8", "replace"))


def _letter(data: bytes) -> Iterator[bytes]:
    """Yield the text and the attachments of a letter."""
    for part in email.message_from_bytes(data).walk():
        if not part.is_multipart():
            yield bytes(part.get_payload(decode=True) or b"")
