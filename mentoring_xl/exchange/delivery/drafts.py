"""A letter as an .eml draft beside the book, opened in the mail program of the person."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange.letter import as_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.exchange.letter import Letter

Opener: TypeAlias = "Callable[[Path], bool]"
"""Opens a file in the program of its kind; False when there is none."""


def lay(letter: Letter, folder: Path) -> tuple[Path, Path]:
    """Write the workbook and the draft into a folder and return where they lie; both or neither.

    Mail in a browser opens no drafts, so that the workbook lies there for itself. Raises BookError when a file of one
    of these names is there already.
    """
    copy = folder / letter.name
    draft = copy.with_suffix(".eml")
    _write(copy, letter.attachment)
    try:
        _write(draft, as_draft(letter))
    except BookError:
        copy.unlink(missing_ok=True)
        raise
    return copy, draft


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        message = f"Файл «{path.name}» уже лежит рядом с книгой. Отправьте его или удалите и повторите."
        raise BookError(message) from error
    except OSError as error:
        path.unlink(missing_ok=True)
        message = f"Файл «{path.name}» не записан: {error.strerror}. Освободите место и повторите."
        raise BookError(message) from error


def open_in_suite(path: Path) -> bool:
    """Open a file in the program that the system has for it."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return True
        program = "open" if sys.platform == "darwin" else "xdg-open"
        if shutil.which(program) is None:
            return False
        done = subprocess.run([program, str(path)], check=False, capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return True  # it stays as long as the window that it has opened
    except OSError:
        return False
    return done.returncode == 0
