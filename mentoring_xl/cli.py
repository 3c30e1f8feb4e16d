"""The command line: one command per button and a few more; exit 0 – done, 1 – there are findings, 2 – could not."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

from mentoring_xl.arguments import RussianParser
from mentoring_xl.commands import declare
from mentoring_xl.commands.base import COULD_NOT, DONE, FOUND, answer, forget_answer
from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.commands.base import Run

__all__ = ["COULD_NOT", "DONE", "FOUND", "main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a person never sees a traceback."""
    _open_streams()
    options = parser().parse_args(arguments)
    before = _state(options)
    try:
        command: Run = options.command
        code = command(options, _now())
        with answer():
            sys.stdout.flush()
        return code
    except BookError as error:
        return _tell(str(error))
    except KeyboardInterrupt:
        return _tell(f"Остановлено. {_fate(options, before)}")
    except BrokenPipeError:
        forget_answer()
        return COULD_NOT
    except Exception as error:
        from mentoring_xl.log import record

        fate = _fate(options, before)
        return _tell(f"Внутренняя ошибка программы. {fate} Пришлите разработчикам файл {record(error)}.")


def _open_streams() -> None:
    """Let every command print: a program started without a terminal has no streams at all."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _state(options: argparse.Namespace) -> tuple[int, int] | None:
    """Return what changes when the book is replaced, None when there is no book."""
    try:
        status = options.book.stat()
    except (AttributeError, OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns


def _fate(options: argparse.Namespace, before: tuple[int, int] | None) -> str:
    if before is None:
        return ""
    return "Книга осталась прежней." if _state(options) == before else "Книга уже записана."


def _tell(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return COULD_NOT


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(tzinfo=None)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; those of buttons come from their declaration."""
    whole = RussianParser(
        prog="mentoring-xl",
        description="Программа наставничества школы в книге Excel: сроки, пары, приказы.",
        epilog="Код выхода: 0 – готово, 1 – есть замечания, 2 – не получилось.",
        add_help=False,
    )
    whole.add_argument("-h", "--help", action="help", help="эта справка")
    commands = whole.add_subparsers(title="команды", metavar="КОМАНДА", required=True, parser_class=RussianParser)
    declare(commands)
    return whole


if __name__ == "__main__":
    sys.exit(main())
