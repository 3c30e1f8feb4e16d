"""The zip layer of a workbook, read so strictly that every other reader sees the same parts."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.directory import find_directory
from mentoring_xl.books.guard.limits import CHUNK, MAX_RATIO, MAX_TOTAL, RATIO_GRACE
from mentoring_xl.books.guard.sentences import RefusedError

LOCAL = struct.Struct("<6x2H4x3L2H")
UNICODE_PATH = 0x7075
ENCRYPTED = 0x1
SIZES_FOLLOW = 0x8
NOTHING: tuple[int, ...] = (0,)
DESCRIPTORS = (12, 16, 20, 24)
"""Bytes that a writer which learns the sizes last leaves after an entry."""


class Archive:
    """The entries of a zip file. `stream` is open and seekable for as long as the archive is used.

    Raises RefusedError on opening when the directory is cut off, contradicts itself or is too large.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._directory = find_directory(stream)
        try:
            self._entries = zipfile.ZipFile(stream).infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError) as error:
            raise RefusedError(say.BROKEN_ARCHIVE) from error
        self.parts = {entry.filename: entry for entry in self._entries if not entry.is_dir()}

    def check_layout(self) -> None:
        """Refuse entries that hide, overlap, repeat a name, are encrypted, or unpack to more than a book needs."""
        if len(self._entries) != self._directory.count:
            raise RefusedError(say.AMBIGUOUS, what="число частей неверно")
        seen: set[str] = set()
        for entry in self._entries:
            _check_name(entry, seen)
            _check_sizes(entry)
        if sum(entry.file_size for entry in self._entries) > MAX_TOTAL:
            raise RefusedError(say.TOO_LARGE, what="больше 256 МБ в распакованном виде")
        expected, descriptors = 0, NOTHING
        for entry in sorted(self._entries, key=lambda entry: entry.header_offset):
            _check_gap(entry.header_offset - expected, descriptors)
            expected = self._data_start(entry) + entry.compress_size
            descriptors = DESCRIPTORS if entry.flag_bits & SIZES_FOLLOW else NOTHING
        _check_gap(self._directory.start - expected, descriptors)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the part's bytes; its size and checksum are proved by the time the last chunk is out.

        Raises RefusedError when the data is not exactly what the directory says.
        """
        entry = self.parts[name]
        size = checksum = 0
        try:
            for chunk in self._inflated(entry) if entry.compress_type else self._stored(entry):
                size += len(chunk)
                checksum = zlib.crc32(chunk, checksum)
                if size > entry.file_size:
                    break
                yield chunk
        except zlib.error as error:
            raise RefusedError(say.DAMAGED, part=name) from error
        if (size, checksum) != (entry.file_size, entry.CRC):
            raise RefusedError(say.DAMAGED, part=name)

    def _stored(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        start = self._data_start(entry)
        end = start + entry.compress_size
        for at in range(start, end, CHUNK):
            self._stream.seek(at)
            yield self._stream.read(min(CHUNK, end - at))

    def _inflated(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        for packed in self._stored(entry):
            yield inflater.decompress(packed, CHUNK)
            while inflater.unconsumed_tail:
                yield inflater.decompress(inflater.unconsumed_tail, CHUNK)
            if inflater.unused_data:
                break
        yield inflater.flush()
        if not inflater.eof or inflater.unused_data:
            raise RefusedError(say.DAMAGED, part=entry.filename)

    def _data_start(self, entry: zipfile.ZipInfo) -> int:
        """Return where the entry's data starts, after its own header, which must agree with the directory."""
        self._stream.seek(entry.header_offset)
        header = self._stream.read(LOCAL.size)
        if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise RefusedError(say.DAMAGED, part=entry.filename)
        flags, method, checksum, packed, size, name_length, extra_length = LOCAL.unpack(header)
        code = "utf-8" if entry.flag_bits & 0x800 else "cp437"
        if self._stream.read(name_length) != entry.orig_filename.encode(code):
            raise RefusedError(say.NAMES, part=entry.filename)
        facts = (entry.CRC, entry.compress_size, entry.file_size)
        known = (checksum, packed, size) == facts or flags & SIZES_FOLLOW or 0xFFFFFFFF in (packed, size)
        if not known or flags & ENCRYPTED or method != entry.compress_type:
            raise RefusedError(say.DAMAGED, part=entry.filename)
        return int(entry.header_offset + LOCAL.size + name_length + extra_length)


def _check_name(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    folded = name.casefold().rstrip("/")
    steps = folded.split("/")
    forged = entry.orig_filename != name or "\\" in name or ":" in name or not name.isprintable()
    if forged or folded in seen or not all(steps) or {".", ".."} & set(steps) or UNICODE_PATH in _extra_kinds(entry):
        raise RefusedError(say.NAMES, part=name)
    seen.add(folded)


def _extra_kinds(entry: zipfile.ZipInfo) -> Iterator[int]:
    rest = entry.extra
    while len(rest) >= 4:
        kind, length = struct.unpack_from("<HH", rest)
        yield kind
        rest = rest[4 + length :]


def _check_sizes(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise RefusedError(say.ENCRYPTED_PARTS)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError(say.AMBIGUOUS, what="необычное сжатие")
    if entry.is_dir() and entry.file_size:
        raise RefusedError(say.NAMES, part=entry.filename)
    if entry.file_size > max(RATIO_GRACE, MAX_RATIO * entry.compress_size):
        raise RefusedError(say.BOMB, what="часть распаковывается в сотни раз")


def _check_gap(gap: int, descriptors: tuple[int, ...]) -> None:
    if gap not in descriptors:
        raise RefusedError(say.AMBIGUOUS, what="части перекрываются или между ними спрятаны данные")
