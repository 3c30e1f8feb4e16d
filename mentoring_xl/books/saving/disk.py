"""Every call to the disk and the clock that saving makes, so that a test can let any one of them fail."""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mentoring_xl.books.saving.processes import hold

CHUNK = 1 << 20
ZONE = ":Zone.Identifier"
"""The stream in which Windows keeps that a file came from the Internet."""


class Disk:
    """The real disk. Methods raise OSError as it comes."""

    def now(self) -> float:
        """Return seconds since the epoch."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def read(self, path: Path) -> bytes:
        """Return a small file whole."""
        return path.read_bytes()

    def chunks(self, path: Path) -> Iterator[bytes]:
        """Yield a file of any size in pieces."""
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    def create(self, path: Path, data: bytes, mode: int = 0o666) -> None:
        """Write a small file, wholly or not at all; FileExistsError when it is there already."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        try:
            if os.write(descriptor, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            path.unlink()
            raise
        finally:
            os.close(descriptor)

    def exchange(self, path: Path, old: bytes, new: bytes) -> bool:
        """Rewrite a small file if it still says `old`; of several processes that try at once one gets True."""
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            if not hold(descriptor) or not os.path.samestat(os.fstat(descriptor), path.stat()):
                return False
            if os.read(descriptor, len(old) + 1) != old:
                return False
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            return os.write(descriptor, new) == len(new)
        finally:
            os.close(descriptor)

    def copy(self, source: Path, target: Path) -> None:
        """Copy bytes, mode and times."""
        shutil.copy2(source, target)

    def sync(self, path: Path) -> None:
        """Bring a file, or a folder's list of files, down to the disk."""
        if path.is_dir() and sys.platform == "win32":
            return
        descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is no fault."""
        path.unlink(missing_ok=True)

    def make_room(self, path: Path) -> None:
        """Make a new folder that only this user can enter."""
        path.mkdir(mode=0o700)

    def remove_room(self, path: Path) -> None:
        """Remove a folder with all that is in it; one that is gone already is no fault."""
        with suppress(FileNotFoundError):
            shutil.rmtree(path)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it where they are missing."""
        path.mkdir(parents=True, exist_ok=True)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder in order, none when there is no folder."""
        return sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []

    def status(self, path: Path) -> os.stat_result:
        """Return size, mode, times and owner."""
        return path.stat()

    def keep_attributes(self, source: Path, target: Path) -> None:
        """Give `target` the mode, owner, extended attributes and mark of the web of `source`, as far as allowed."""
        status = source.stat()
        if sys.platform == "win32":
            with suppress(OSError):
                Path(f"{target}{ZONE}").write_bytes(Path(f"{source}{ZONE}").read_bytes())
        else:
            with suppress(OSError):
                os.chown(target, status.st_uid, status.st_gid)
            with suppress(OSError):
                target.chmod(stat.S_IMODE(status.st_mode))
        _copy_extended(source, target)


def _copy_extended(source: Path, target: Path) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(source):
                with suppress(OSError):
                    os.setxattr(target, name, os.getxattr(source, name))
