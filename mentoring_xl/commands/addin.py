"""The commands `addin install`, `addin remove` and `addin status`: the buttons in Excel and LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.arguments import RussianParser

from .base import DONE, FOUND, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_ADDIN = "кнопки в Excel и LibreOffice: поставить, убрать, проверить"


def declare(commands: Commands) -> None:
    """Add the command with its three verbs."""
    addin = commands.add_parser("addin", help=_ADDIN, description=_ADDIN, add_help=False)
    addin.add_argument("-h", "--help", action="help", help="эта справка")
    verbs = addin.add_subparsers(
        title="что сделать", metavar="ДЕЙСТВИЕ", required=True, parser_class=RussianParser, dest="verb"
    )
    for verb, help_text in (("install", "поставить кнопки"), ("remove", "убрать кнопки")):
        suites = command(verbs, verb, f"{help_text}; без параметров – во всех программах, что есть", _run)
        suites.add_argument("--excel", action="store_true", help="в Excel")
        suites.add_argument("--libreoffice", action="store_true", help="в LibreOffice")
    status = command(verbs, "status", "диагностика: версии, надстройки, помехи", _run)
    status.add_argument("book", metavar="КНИГА", type=Path, nargs="?", help="книга .xlsx: кем она занята")
    for found in verbs.choices.values():
        found.add_argument("--profile", metavar="ПАПКА", type=Path, help="профиль LibreOffice, если он не обычный")


def _run(options: argparse.Namespace, _now: dt.datetime) -> int:
    from mentoring_xl.addin.command import run

    told = run(options)
    print(*told.sentences, sep="\n")
    return DONE if told.fine else FOUND
