"""The command `new`: an empty book, or one with a built-in roadmap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .base import DONE, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_ROADMAPS = "готовая дорожная карта: гимназии № 6, Бемыжской школы или никакой (так, если не указать)"


def declare(commands: Commands) -> None:
    """Add the command."""
    new = command(commands, "new", "создать новую книгу", _run)
    new.add_argument("file", metavar="ФАЙЛ", type=Path, help="куда записать, например школа.xlsx")
    new.add_argument("--roadmap", choices=("gymnasium6", "bemyzh", "none"), default="none", help=_ROADMAPS)
    new.add_argument("--year", metavar="ГОД", default="", help="год плана: 2026 или 2026/2027")
    new.add_argument("--school", metavar="ШКОЛА", default="", help="название школы")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.create import new_book
    from mentoring_xl.books.new import create

    draft = new_book(now, roadmap_name=options.roadmap, period=options.year, school=options.school)
    path = create(options.file, draft)
    print(f"Создана книга {path}. Откройте её и начните с листа «Как пользоваться».")
    return DONE
