"""A plan read from a file on the disk, with a sentence for each way in which that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .plan import Imported, read_plan

if TYPE_CHECKING:
    from pathlib import Path


def read_file(path: Path) -> Imported:
    """Read a school's own plan; BookError when there is no such file, no access to it, or no plan in it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BookError(f"Файла «{path.name}» нет. Проверьте имя и папку и повторите.") from error
    except (OSError, ValueError) as error:
        raise BookError(
            f"Прочитать «{path.name}» не удалось. Закройте файл в других программах и повторите."
        ) from error
    return read_plan(data, path.name)
