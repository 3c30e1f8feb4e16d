"""Names that xlwings compares many times within one write, asked of the office once in a moment."""

from __future__ import annotations

import time
from collections.abc import Callable

_MOMENT_S = 0.05


class Recent:
    """A text that is asked for again when it is older than a moment or was forgotten."""

    def __init__(self, ask: Callable[[], str]) -> None:
        self._ask = ask
        self._text: str | None = None
        self._at = 0.0

    def get(self) -> str:
        now = time.monotonic()
        if self._text is None or now - self._at > _MOMENT_S:
            self._text, self._at = self._ask(), now
        return self._text

    def forget(self) -> None:
        self._text = None
