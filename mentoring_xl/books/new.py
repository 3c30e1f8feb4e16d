"""A new book appears whole or not at all, and never in the place of another file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from . import fresh
from .saving.told import sentence

if TYPE_CHECKING:
    from mentoring_xl.core.content import Content


def create(path: Path, content: Content) -> Path:
    """Build a book at `path` (.xlsx is added when missing) and return where it lies.

    Raises BookError when something already lies there or the folder cannot be written.
    """
    if path.is_dir():
        message = f"{path} – папка. Допишите имя новой книги, например школа.xlsx."
        raise BookError(message)
    path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    if path.exists():
        message = f"Файл {path} уже есть. Укажите другое имя: существующая книга не перезаписывается."
        raise BookError(message)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".mentoring-") as folder:
            draft = Path(folder) / path.name
            fresh.build(draft, content)
            _move(draft, path)
    except OSError as error:
        message = f"Книга {path} не создана. {sentence(error)}"
        raise BookError(message) from error
    return path


def _move(draft: Path, path: Path) -> None:
    """Give the draft its name without ever replacing a file that has appeared meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        draft.rename(path)
