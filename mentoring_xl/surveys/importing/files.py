"""Answers read from a file on the disk, with a sentence for each way in which that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import sentences
from .reading import MOST_BYTES, read_answers

if TYPE_CHECKING:
    from pathlib import Path

    from .source import Sheet


def read_file(path: Path) -> Sheet:
    """Read a file of answers; BookError when there is no such file, no access to it, or no table in it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise sentences.refusal(sentences.TOO_BIG, path.name)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise sentences.refusal(sentences.MISSING, path.name) from error
    except (OSError, ValueError) as error:
        raise sentences.refusal(sentences.NO_ACCESS, path.name) from error
    return read_answers(data, path.name)
