"""What every command has: its name and help, the book it works on, exit codes, an answer that finds its way out."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from mentoring_xl.arguments import RussianParser

    Commands = argparse._SubParsersAction[RussianParser]
    Run = Callable[[argparse.Namespace, dt.datetime], int]

DONE, FOUND, COULD_NOT = 0, 1, 2


def command(commands: Commands, name: str, help_text: str, run: Run) -> RussianParser:
    """Add a command to the parser of all. `run` gets the options and the moment, and returns an exit code."""
    parser = commands.add_parser(name, help=help_text, description=help_text, add_help=False)
    parser.add_argument("-h", "--help", action="help", help="эта справка")
    parser.set_defaults(command=run)
    return parser


def book_argument(parser: RussianParser) -> None:
    """Let a command ask for the book it works on."""
    parser.add_argument("book", metavar="КНИГА", type=Path, help="книга .xlsx")


@contextlib.contextmanager
def answer() -> Iterator[None]:
    """Print what a command has done; BookError when there is no room for it where it is printed to."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_answer()
        raise BookError(
            "Команда выполнена, но вывести её ответ не удалось. Освободите место там, куда он выводится; "
            "что найдено – на листе «Замечания»."
        ) from error


def forget_answer() -> None:
    """Send what is left to print nowhere: Python would complain once more when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
