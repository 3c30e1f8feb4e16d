"""The command `demo`: everything shown on the invented school."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .base import command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_FOLDER = "куда записать пример; если не указать – mentoring-demo"


def declare(commands: Commands) -> None:
    """Add the command."""
    demo = command(commands, "demo", "показать всё на придуманной школе", _run)
    demo.add_argument("folder", metavar="ПАПКА", type=Path, nargs="?", default=Path("mentoring-demo"), help=_FOLDER)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.demonstration import run

    return run(options.folder, now)
