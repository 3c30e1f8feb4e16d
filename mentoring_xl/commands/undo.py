"""The command `undo`: what the last button or command wrote is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .base import DONE, answer, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands


def declare(commands: Commands) -> None:
    """Add the command."""
    undo = command(commands, "undo", "отменить последнее, что записали кнопки или команды", _run)
    book_argument(undo)
    undo.add_argument("--dry-run", action="store_true", help="показать, что вернётся, и ничего не записать")


def _run(options: argparse.Namespace, _now: dt.datetime) -> int:
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.books.saving import BusyError
    from mentoring_xl.undo import undo

    try:
        with ClosedBook.open(options.book) as book:
            undone = undo(book, dry_run=options.dry_run)
    except BusyError as error:
        raise BookError(
            f"Книга «{options.book.name}» открыта ({error.who}). Закройте её и повторите. "
            "Или нажмите «Отменить последнее» в ней самой."
        ) from error
    with answer():
        print(*undone.sentences, sep="\n")
    return DONE
