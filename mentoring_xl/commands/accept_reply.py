"""`accept-reply`: a file that came back from the director, merged into the closed book, or only told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.schema.buttons import button

from .base import book_argument, command
from .questions import hidden
from .telling import tell

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.exchange.merging import Merged
    from mentoring_xl.session import Report

    from .base import Commands

_HOW = " с --password-prompt"


def declare(commands: Commands) -> None:
    """Add the command."""
    pressed = button("accept_reply")
    parser = command(commands, pressed.command, f"{pressed.label}: {pressed.screentip.lower()}", _run)
    parser.description = pressed.supertip
    book_argument(parser)
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="вернувшийся файл .xlsx, с паролем или без")
    parser.add_argument("--base", metavar="КОПИЯ", type=Path, help="отправленная копия, если рядом с книгой её уже нет")
    parser.add_argument("--password-prompt", action="store_true", help="спросить пароль файла")
    parser.add_argument("--dry-run", action="store_true", help="показать, что взялось бы, и ничего не записать")
    parser.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.books import guard
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.exchange.merging import merge
    from mentoring_xl.replies import check_book, read_reply

    guard.present(options.book)
    ask = _password if options.password_prompt else None
    pressed = button("accept_reply")
    with terminal.progress(quietly=options.json) as progress, ClosedBook.open(options.book) as book:
        progress("Чтение файла", 0, 1)
        reply = read_reply(options.book, options.file, base=options.base, ask=ask, how=_HOW)
        tables = session.read(book, pressed.reads)
        check_book(tables, reply, options.file)
        merged = merge(reply.base, tables, reply.theirs)
        given = {"base": reply.base, "theirs": reply.theirs}
        done = session.press(pressed, book, now, progress=progress, dry_run=options.dry_run, given=given)
    return show(done, merged, as_json=options.json, dry_run=options.dry_run)


def show(done: Report, merged: Merged, *, as_json: bool, dry_run: bool) -> int:
    """Print what a merge did or would do, and return the exit code."""
    from mentoring_xl.exchange.merging import as_data, described, first_taken

    lines, taken = described(merged), first_taken(merged)
    return tell(done, as_data(merged), lines, as_json=as_json, dry_run=dry_run, taken=taken)


def _password(name: str) -> str:
    return hidden(f"Пароль файла «{name}»: ")
