"""Which reader a file of answers needs, told by its first bytes rather than by its name."""

from __future__ import annotations

import importlib
import io
import zipfile
from typing import TYPE_CHECKING

from . import sentences

if TYPE_CHECKING:
    from .source import Sheet

FORMATS = (".xlsx", ".csv", ".json", ".tsv", ".txt")
MOST_BYTES = 30_000_000
_MOST_UNPACKED = 150_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_OURS = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_OPENING = (b"[", b"{", b"\xef\xbb\xbf[", b"\xef\xbb\xbf{")


def read_answers(data: bytes, name: str) -> Sheet:
    """Return the filled-in forms of a file (.xlsx, .csv, .tsv, .json); BookError when it cannot be read as such."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise sentences.refusal(sentences.EMPTY, name)
    if len(data) > MOST_BYTES:
        raise sentences.refusal(sentences.TOO_BIG, name)
    reader = importlib.import_module(f".readers.{_reader(data, name)}", __package__)
    sheet: Sheet | None = reader.read(data, name)
    if sheet is None:
        raise sentences.refusal(sentences.NO_TABLE, name)
    if len(sheet.rows) > sentences.MOST_ROWS:
        raise sentences.refusal(sentences.TOO_LONG, name, most=sentences.MOST_ROWS)
    return sheet


def _reader(data: bytes, name: str) -> str:
    if data.startswith(b"PK"):
        _check_package(data, name)
        return "excel"
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise sentences.refusal(sentences.LOCKED, name)
    start = data[:2000].lstrip()
    if data.startswith((_OLE, *_NOT_OURS)) or b"<html" in start.lower() or start.startswith(b"<?xml"):
        raise sentences.refusal(sentences.OTHER, name)
    return "nested" if start.startswith(_OPENING) else "separated"


def _check_package(data: bytes, name: str) -> None:
    """Refuse an archive that is no .xlsx, or unpacks to more than answers ever take."""
    with sentences.unreadable(name):
        items = zipfile.ZipFile(io.BytesIO(data)).infolist()
    if any(item.flag_bits & 1 for item in items):
        raise sentences.refusal(sentences.LOCKED, name)
    if sum(item.file_size for item in items) > _MOST_UNPACKED:
        raise sentences.refusal(sentences.TOO_BIG, name)
    if "xl/workbook.xml" not in {item.filename for item in items}:
        raise sentences.refusal(sentences.OTHER, name)
