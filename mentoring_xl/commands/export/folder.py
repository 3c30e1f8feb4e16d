"""Files go into a folder all together or not at all."""

from __future__ import annotations

import errno
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FULL = (errno.ENOSPC, errno.EDQUOT)


def lying(folder: Path, path: str) -> bytes | None:
    """Return what lies at a path of the folder, None for nothing. Raises BookError when it cannot be read."""
    try:
        return (folder / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise BookError(f"Файл «{path}» в папке «{folder.name}» не читается. Закройте его и повторите.") from error


def lay(folder: Path, files: Mapping[str, bytes], removed: Iterable[str] = ()) -> None:
    """Write files (path in the folder → content) and remove others; what was there comes back when one cannot be.

    Everything is written into a folder beside before the first file is touched. Raises BookError.
    """
    steps: list[_Step] = []
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".mentoring-") as scratch:
            for number, (name, data) in enumerate(files.items()):
                new = Path(scratch) / f"new{number}"
                new.write_bytes(data)
                steps.append(_Step(folder / name, Path(scratch) / f"old{number}", new))
            steps += [_Step(folder / name, Path(scratch) / f"gone{n}", None) for n, name in enumerate(removed)]
            _carry_out(steps)
    except OSError as error:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise _refusal(folder, error) from error


class _Step:
    """One file that takes its place, or leaves it."""

    def __init__(self, target: Path, old: Path, new: Path | None) -> None:
        self.target, self.old, self.new = target, old, new
        self.made: list[Path] = []

    def do(self) -> None:
        if not self.target.parent.exists():
            self.target.parent.mkdir()
            self.made.append(self.target.parent)
        if self.target.exists():
            self.target.replace(self.old)
        if self.new:
            self.new.replace(self.target)

    def undo(self) -> None:
        with suppress(OSError):
            if self.new and not self.new.exists():
                self.target.unlink(missing_ok=True)
            if self.old.exists():
                self.old.replace(self.target)
            for each in self.made:
                each.rmdir()


def _carry_out(steps: list[_Step]) -> None:
    for number, step in enumerate(steps):
        try:
            step.do()
        except OSError:
            for done in reversed(steps[: number + 1]):
                done.undo()
            raise


def _refusal(folder: Path, error: OSError) -> BookError:
    if error.errno in _FULL:
        advice = "На диске нет места: освободите его и повторите."
    elif isinstance(error, PermissionError) and error.filename and Path(error.filename).suffix in (".docx", ".pdf"):
        advice = f"Закройте файл «{Path(error.filename).name}» и повторите."
    else:
        advice = "Писать в эту папку нельзя: назовите другую и повторите."
    return BookError(f"Документы не записаны, папка «{folder.name or folder}» осталась прежней. {advice}")
