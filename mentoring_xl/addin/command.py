"""The commands `addin install`, `addin remove` and `addin status` on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .install import Told, install, remove
from .machine import Machine
from .status import diagnosis

if TYPE_CHECKING:
    import argparse


def run(options: argparse.Namespace) -> Told:
    """Do what `verb` says; the other options are `profile`, `excel`, `libreoffice`, `book`. Raises BookError."""
    machine = Machine.here(options.profile)
    if options.verb == "status":
        lines = diagnosis(machine, options.book)
        return Told(tuple(map(str, lines)), fine=all(line.fine for line in lines))
    change = install if options.verb == "install" else remove
    return change(machine, in_excel=options.excel, in_libreoffice=options.libreoffice)
