"""The command `erase`: the data of one person leave the book, its old states and undo; it asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import DONE, FOUND, answer, book_argument, command
from .questions import agreed

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_HELP = "удалить данные одного человека из книги и её прежних состояний; вернуть их нельзя"
_SURE = "Удалить данные {code}? Вернуть их будет нельзя."
_UNASKED = "Удаление нельзя отменить, поэтому без вопроса оно не выполняется: добавьте --yes и повторите."


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "erase", _HELP, _run)
    parser.description = (
        f"{_HELP[0].upper()}{_HELP[1:]}. Остаются код, расторгнутые пары и строки подписанных приказов. "
        "Книга должна быть закрыта."
    )
    book_argument(parser)
    parser.add_argument("code", metavar="КОД", help="код участника или сотрудника, например Н-12")
    parser.add_argument("--yes", action="store_true", help="не спрашивать")
    parser.add_argument("--dry-run", action="store_true", help="показать, что удалится, и ничего не записать")
    parser.add_argument(
        "--from-orders",
        action="store_true",
        help="и в подписанных приказах книги поставить код вместо имени: подписанный на бумаге остаётся в деле",
    )


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.erasure import erase, plan

    with ClosedBook.open(options.book) as book:
        found = plan(book, options.code, now.date(), from_orders=options.from_orders)
        print(*found.outcome.summary, sep="\n")
        if options.dry_run or not (options.yes or agreed(_SURE.format(code=found.code), _UNASKED)):
            print("Ничего не удалено: книга осталась прежней.")
            return DONE
        left = erase(book, options.book, found, now)
    with answer():
        print("Данные удалены, а с ними прежние состояния книги, отмена прежних кнопок и отправленные копии с именем.")
        if left.parts and not found.kept_sheets:
            print(f"Имя ещё встречается в частях книги: {', '.join(left.parts)}. Посмотрите и удалите сами.")
        for file in left.files:
            print(f"Имя есть в файле {file}. Удалите его сами, если он не нужен.")
        if left.old:
            print(left.old)
    return FOUND if left.files or left.old else DONE
