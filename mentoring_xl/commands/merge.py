"""`merge`: two people worked on two copies of one book; what one of them changed comes into the book of the other."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import button

from .accept_reply import show
from .base import command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_HELP = "объединить две копии одной книги, в которых работали двое"
_STRANGER = "«{one}» и «{other}» – книги разных школ: в них другие люди. Выберите другие файлы и повторите."


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "merge", _HELP, _run)
    parser.description = f"{_HELP[0].upper()}{_HELP[1:]}. Изменённое обоими по-разному – на листе «Расхождения»."
    for name, metavar, said in (
        ("base", "ОБЩАЯ", "книга, какой она была, когда копии разошлись"),
        ("mine", "МОЯ", "моя книга: в неё переносится"),
        ("theirs", "ЧУЖАЯ", "книга второго человека"),
    ):
        parser.add_argument(name, metavar=metavar, type=Path, help=said)
    parser.add_argument("--out", metavar="ФАЙЛ", type=Path, help="записать в новый файл, моя книга останется прежней")
    parser.add_argument("--dry-run", action="store_true", help="показать, что взялось бы, и ничего не записать")
    parser.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.exchange.merging import is_stranger, merge
    from mentoring_xl.replies import read_file

    base, theirs = read_file(options.base).side, read_file(options.theirs).side
    pressed = button("accept_reply")
    book_file = _copied(options.mine, options.out) if options.out and not options.dry_run else options.mine
    try:
        with terminal.progress(quietly=options.json) as progress, ClosedBook.open(book_file) as book:
            tables = session.read(book, pressed.reads)
            for file, side in ((options.mine, tables), (options.theirs, theirs)):
                if is_stranger(base, side):
                    raise BookError(_STRANGER.format(one=options.base.name, other=file.name))
            merged = merge(base, tables, theirs)
            given = {"base": base, "theirs": theirs}
            done = session.press(pressed, book, now, progress=progress, dry_run=options.dry_run, given=given)
    except BookError:
        if book_file == options.out:
            options.out.unlink()
        raise
    return show(done, merged, as_json=options.json, dry_run=options.dry_run)


def _copied(book: Path, target: Path) -> Path:
    """Copy a book to a new file; BookError when something lies there already."""
    from mentoring_xl.books import guard
    from mentoring_xl.books.saving.told import told

    guard.present(book)
    if target.exists():
        raise BookError(f"Файл {target} уже есть. Укажите другое имя: существующая книга не перезаписывается.")
    with told(target.name):
        shutil.copyfile(book, target)
    return target
