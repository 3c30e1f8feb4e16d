"""What a file that is not an .xlsx really is: by its first bytes and, for an archive, by the names inside."""

import re
import stat
from pathlib import Path
from typing import BinaryIO

from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.archive import Archive
from mentoring_xl.books.guard.limits import CHUNK, MAX_FILE
from mentoring_xl.books.guard.sentences import RefusedError

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"PK\x05\x06")
OLE_STREAMS = (("EncryptedPackage", say.PASSWORD), ("Workbook", say.OLD_XLS), ("Book", say.OLD_XLS))
HTML = re.compile(r"<(?:!doctype\s+html|html|head|meta|body|table)\b", re.IGNORECASE)
MHTML = re.compile(r"mime-version:", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def refuse_other_files(path: Path) -> None:
    """Refuse what is not an archive at all.

    Raises RefusedError with the sentence of its kind, OSError when the file cannot be read.
    """
    if path.name.startswith(("~$", ".~lock.")):
        raise RefusedError(say.OWNER)
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError(say.FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(say.SPECIAL)
    if status.st_size == 0:
        raise RefusedError(say.EMPTY)
    if status.st_size > MAX_FILE:
        raise RefusedError(say.TOO_LARGE, what="больше 128 МБ")
    with path.open("rb") as stream:
        head = stream.read(CHUNK)
        if head.startswith(ZIP):
            return
        if head.startswith(OLE):
            raise RefusedError(_ole_kind(head, stream))
        if not head.strip(b"\0") and not any(chunk.strip(b"\0") for chunk in iter(lambda: stream.read(CHUNK), b"")):
            raise RefusedError(say.ZEROED)
    raise RefusedError(say.ARCHIVE if head.startswith(ARCHIVES) else _text_kind(head))


def refuse_other_packages(archive: Archive) -> None:
    """Refuse an archive that is another program's document, by the names of its entries."""
    names = archive.parts.keys()
    if {"mimetype", "content.xml"} <= names:
        raise RefusedError(say.ODS)
    if any(name.endswith(".iwa") or name.rsplit("/", 1)[-1] == "Index.zip" for name in names):
        raise RefusedError(say.NUMBERS)
    if "[Content_Types].xml" not in names:
        raise RefusedError(say.ARCHIVE)


def _ole_kind(head: bytes, stream: BinaryIO) -> str:
    found: set[str] = set()
    window = head
    while window:
        found.update(sentence for name, sentence in OLE_STREAMS if _entry(name) in window)
        fresh = stream.read(CHUNK)
        window = window[-128:] + fresh if fresh else b""
    return next((sentence for _, sentence in OLE_STREAMS if sentence in found), say.OLD_OFFICE)


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


def _text_kind(head: bytes) -> str:
    text = _text(head)
    if text is None:
        return say.UNKNOWN
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return say.XML_2003
    if (start.startswith("<") and HTML.search(start)) or MHTML.match(start):
        return say.HTML
    if start.startswith(("<", "{", "%PDF")) or not any(mark in start for mark in ";,\t"):
        return say.UNKNOWN
    return say.CSV


def _text(head: bytes) -> str | None:
    codes = ("utf-16",) if head.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8", "cp1251")
    for code in codes:
        # the last character may be cut by the edge of the chunk
        for tail in range(4):
            try:
                text = head[: len(head) - tail].decode(code)
            except UnicodeDecodeError:
                continue
            return None if CONTROL.search(text) else text
    return None
