"""Files that a command lays down for a person: over earlier ones of their kind, and over nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def write(files: Mapping[Path, bytes], beginning: bytes, kind: str) -> None:
    """Write all files, or none when something of another kind lies in a place of theirs.

    beginning: the first bytes by which an earlier file of the kind is known. kind: «картинка», as it is told.
    Raises BookError then, and when a place cannot be written.
    """
    for path in files:
        with _told(path):
            if path.exists() and not path.read_bytes().startswith(beginning):
                raise BookError(f"Файл «{path.name}» уже есть, и это не {kind}. Назовите другой и повторите.")
    for path, data in files.items():
        put(path, data)


def put(path: Path, data: bytes) -> None:
    """Write one file, over whatever lies there. Raises BookError when the place cannot be written."""
    with _told(path):
        path.write_bytes(data)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BookError(
            f"Не получилось записать {path}: {error.strerror}. Назовите другую папку и повторите."
        ) from error
