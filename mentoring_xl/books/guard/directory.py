"""The end record of a zip file: where its directory lies, proved so that no reader can find another one."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.limits import MAX_DIRECTORY, MAX_PARTS
from mentoring_xl.books.guard.sentences import RefusedError

END = struct.Struct("<4s4H2LH")
LOCATOR_SIZE = 20
END64_SIZE = 56
LONGEST_COMMENT = 0xFFFF
SATURATED = (0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)


@dataclass(frozen=True)
class Directory:
    """How many entries a zip file lists and at which byte the list starts."""

    count: int
    start: int


def find_directory(stream: BinaryIO) -> Directory:
    """Read the end record of the zip file in `stream`.

    Raises RefusedError when it is missing, too large, not last in the file, or disagrees with its 64-bit twin.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END.size - LONGEST_COMMENT))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + END.size > len(tail):
        raise RefusedError(say.TRUNCATED)
    _, disks, more_disks, _, count, length, start, comment = END.unpack_from(tail, at)
    if at + END.size + comment != len(tail):
        raise RefusedError(say.AMBIGUOUS, what="данные после конца архива")
    if disks or more_disks:
        raise RefusedError(say.BROKEN_ARCHIVE)
    position = size - len(tail) + at
    if tail[max(0, at - LOCATOR_SIZE) : at].startswith(b"PK\x06\x07"):
        position -= LOCATOR_SIZE + END64_SIZE
        count, length, start = _long_record(stream, position, (count, length, start))
    if count > MAX_PARTS or length > MAX_DIRECTORY:
        raise RefusedError(say.BOMB, what="слишком много частей")
    if start + length != position:
        raise RefusedError(say.AMBIGUOUS, what="данные перед архивом или оглавлением")
    return Directory(count, start)


def _long_record(stream: BinaryIO, position: int, short: tuple[int, int, int]) -> tuple[int, int, int]:
    stream.seek(max(0, position))
    record = stream.read(END64_SIZE)
    if position < 0 or len(record) < END64_SIZE or not record.startswith(b"PK\x06\x06"):
        raise RefusedError(say.BROKEN_ARCHIVE)
    count, length, start = struct.unpack_from("<QQQ", record, 32)
    for small, full, large in zip(short, SATURATED, (count, length, start), strict=True):
        if small not in (full, large):
            raise RefusedError(say.AMBIGUOUS, what="два оглавления")
    return count, length, start
