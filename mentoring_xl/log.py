"""The log of our own faults: frames and types only, never a value, so never a person's name."""

from __future__ import annotations

import datetime as dt
import platform
import traceback
from pathlib import Path

import platformdirs

from mentoring_xl import __version__


def record(error: BaseException) -> Path:
    """Append the error's chain of types and frames to the log and return the log's path."""
    path = Path(platformdirs.user_log_dir("mentoring-xl", appauthor=False)) / "errors.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    now = dt.datetime.now().astimezone()
    lines = [f"{now:%Y-%m-%d %H:%M:%S} mentoring-xl {__version__} Python {platform.python_version()}\n"]
    cause: BaseException | None = error
    while cause is not None:
        lines += [f"{type(cause).__name__}\n", *traceback.format_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    with path.open("a", encoding="utf-8") as file:
        file.writelines(lines)
    return path
