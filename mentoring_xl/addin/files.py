"""Files of ours in folders of other programs: written whole, deleted with the folder that was made for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from pathlib import Path

OUR_FOLDERS = ("mentoring-xl", ".mentoring-xl")


def put(path: Path, content: bytes) -> None:
    """Write a file and the folders above it. Raises BookError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise BookError(f"Не получилось записать {path}. {_step(error)}") from error


def delete(path: Path) -> bool:
    """Delete a file, and its folder when that is ours and empty; False when there was no file. Raises BookError."""
    try:
        there = path.exists()
        path.unlink(missing_ok=True)
        if path.parent.name in OUR_FOLDERS and path.parent.exists() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as error:
        raise BookError(f"Не получилось удалить {path}. {_step(error)}") from error
    return there


def _step(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "Закройте Excel и LibreOffice и повторите; если не поможет, попросите у администратора доступ к папке."
    return "Проверьте диск и папку и повторите."
