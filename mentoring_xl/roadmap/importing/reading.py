"""Which reader a file needs, told by its first bytes rather than by its name."""

from __future__ import annotations

import importlib
import io
import zipfile
from pathlib import PurePath
from typing import TYPE_CHECKING

from . import sentences

if TYPE_CHECKING:
    from .source import Part

FORMATS = (".docx", ".xlsx", ".csv", ".pdf", ".txt")
_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 400_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEETS = (".xls", ".xlsb", ".ods", ".xlt")


def parts_of(data: bytes, name: str) -> tuple[Part, ...]:
    """Return the paragraphs and tables of a file; BookError when it cannot be read."""
    if not data.strip():
        raise sentences.refusal(sentences.EMPTY, name)
    if len(data) > _MOST_BYTES:
        raise sentences.refusal(sentences.TOO_BIG, name)
    reader = importlib.import_module(f".readers.{_reader(data, name)}", __package__)
    parts: tuple[Part, ...] = reader.read(data, name)
    return parts


def _reader(data: bytes, name: str) -> str:
    ending = PurePath(name).suffix.lower()
    better = ".xlsx" if ending in _SHEETS else ".docx"
    if data.startswith(b"PK"):
        found = _packed(data, name)
        if found:
            return found
    elif data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise sentences.refusal(sentences.LOCKED, name)
    elif b"%PDF-" in data[:1024]:
        return "pdf"
    elif not data.startswith(b"{\\rtf") and b"<html" not in data[:2000].lower():
        return "separated" if ending in {".csv", ".tsv"} else "pasted"
    raise sentences.refusal(sentences.OTHER, name, better=better)


def _packed(data: bytes, name: str) -> str:
    """Return the reader of an Office file, "" for any other archive."""
    with sentences.unreadable(name):
        archive = zipfile.ZipFile(io.BytesIO(data))
        if sum(item.file_size for item in archive.infolist()) > _MOST_UNPACKED:
            raise sentences.refusal(sentences.TOO_BIG, name)
        names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "excel"
    return "word" if any(part.startswith("word/document") for part in names) else ""
