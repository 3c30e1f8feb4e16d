"""Disks that fail: one call refused by error number, or every write beyond a size."""

import os
from collections.abc import Callable

from mentoring_xl.books import saving

TIME = ("now", "sleep")


class FaultyDisk:
    """Stands in for `saving.Disk`; call number `fails_at` to the disk raises OSError with `code`."""

    def __init__(self, fails_at: int, code: int) -> None:
        self._disk = saving.Disk()
        self._fails_at = fails_at
        self._code = code
        self.calls = 0

    def __getattr__(self, name: str) -> Callable[..., object]:
        method = getattr(self._disk, name)
        return method if name in TIME else lambda *values: self._call(method, values)

    def _call(self, method: Callable[..., object], values: tuple[object, ...]) -> object:
        self.calls += 1
        if self.calls == self._fails_at:
            raise OSError(self._code, os.strerror(self._code))
        return method(*values)
