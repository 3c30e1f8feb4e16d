"""A book that holds one number, and what a folder may hold after a save."""

import io
import re
import zipfile
from functools import lru_cache
from pathlib import Path

import xlsxwriter

from mentoring_xl.books import saving

NAME = "Книга.xlsx"


@lru_cache(maxsize=1)
def _template() -> dict[str, bytes]:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.add_worksheet("Счёт").write_number("A1", 777)
    book.close()
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def book(number: int) -> bytes:
    """A book with the number in its only cell."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _template().items():
            archive.writestr(name, data.replace(b"<v>777</v>", b"<v>%d</v>" % number))
    return stream.getvalue()


def number_in(path: Path) -> int:
    """The number that the book holds; fails when it is not whole."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        match = re.search(rb"<v>(\d+)</v>", archive.read("xl/worksheets/sheet1.xml"))
    assert match
    return int(match[1])


def write(number: int, path: Path) -> None:
    """Write the book as a spreadsheet library does: to the given path."""
    path.write_bytes(book(number))


def add_one(path: Path, disk: saving.Disk | None = None, patience: float = 5.0) -> saving.Saved:
    """Lock, read, add one, replace."""
    with saving.locked(path, disk=disk, patience=patience) as held:
        read_as = saving.fingerprint(held, disk=disk)
        number = number_in(held)
        return saving.replace(path, lambda fresh: write(number + 1, fresh), read_as=read_as, disk=disk)


def leftovers(folder: Path) -> list[str]:
    """Names in the folder and in the folder of old states that belong to nobody."""
    ours = {NAME, ".mentoring", "backup"}
    names = [path.name for path in (*folder.iterdir(), *folder.glob(".mentoring/*"))]
    return sorted(name for name in names if name not in ours)
