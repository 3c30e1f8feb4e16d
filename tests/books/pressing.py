"""Commands on a closed book at a given moment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import cli

if TYPE_CHECKING:
    from pathlib import Path

EARLIER, NOW = dt.datetime(2026, 11, 6, 10), dt.datetime(2026, 11, 20, 14, 5)


def press(command: str, book: Path, now: dt.datetime = NOW) -> int:
    """Run a command on a book and return its exit code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "_now", lambda: now)
        return cli.main([command, str(book)])
