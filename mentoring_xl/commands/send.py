"""The command `send`: the director's copy with its letter, shown first, then sent or laid out as a draft."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .base import DONE, answer, book_argument, command
from .questions import agreed, hidden

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.mailing import Way

    from .base import Commands

_HELP = "отправить директору: копия книги без личного и письмо с ней"
_NOT_SENT = "Ничего не отправлено: книга осталась прежней."
_NOT_THE_SAME = "Пароли не совпали, ничего не отправлено. Запустите команду снова и введите один пароль дважды."
_OR_KEYRING = " или сохраните пароль почты в keyring"
_WAYS = ("smtp", "outlook", "eml")
"""Those of `mailing.ways.WAYS`, which is not imported to say so."""


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "send", _HELP, _run)
    parser.description = (
        f"{_HELP[0].upper()}{_HELP[1:]}. Что не входит в копию, решают «Настройки». "
        "Без --via: почтовый сервер из «Настроек», иначе Outlook, иначе черновик рядом с книгой."
    )
    book_argument(parser)
    parser.add_argument("--to", metavar="АДРЕС", default="", help="кому, если не руководителю из «Настроек»")
    parser.add_argument("--via", choices=_WAYS, default="", help="почтовый сервер, Outlook или черновик .eml")
    password = parser.add_mutually_exclusive_group()
    password.add_argument("--password-prompt", action="store_true", help="спросить пароль, который откроет файл")
    password.add_argument("--no-password", action="store_true", help="без пароля, не спрашивая")
    parser.add_argument("--yes", action="store_true", help="отправить не спрашивая")
    parser.add_argument("--dry-run", action="store_true", help="показать, что ушло бы, и ничего не отправить")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import mailing
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Setting
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        settings = Settings(read(book, (Setting,))[Setting])
        way = mailing.chosen(options.via, settings, options.book.absolute().parent, now, mailing.Means(_mail_password))
        parcel = mailing.prepare(book, options.book, now, to=options.to, password=_password(options))
        print(*parcel.sentences, sep="\n")
        if options.dry_run or not _agreed(options, way, parcel.letter.to):
            print(_NOT_SENT)
            return DONE
        done = mailing.hand_over(book, options.book, parcel, way, now)
    with answer():
        print(*done, sep="\n")
    return DONE


def _password(options: argparse.Namespace) -> str:
    """Ask for the password of the file where somebody can answer; blank means none, unless one is demanded."""
    if options.no_password or not (options.password_prompt or (sys.stdin.isatty() and not options.dry_run)):
        return ""
    wanted = "" if options.password_prompt else " (пусто – без пароля)"
    password = hidden(f"Пароль, который откроет файл{wanted}: ", _OR_KEYRING)
    if options.password_prompt and not password:
        raise BookError("Пароль пустой. Введите пароль и повторите.")
    if password and hidden("Тот же пароль ещё раз: ", _OR_KEYRING) != password:
        raise BookError(_NOT_THE_SAME)
    return password


def _mail_password(user: str) -> str:
    return hidden(f"Пароль почты {user}: ", _OR_KEYRING)


def _agreed(options: argparse.Namespace, way: Way, to: str) -> bool:
    """Ask before the letter leaves the machine; a draft leaves only when the person sends it.

    Without an address there is nothing to ask about: the way says so.
    """
    if options.yes or not way.leaves or not to:
        return True
    return agreed(f"Отправить письмо по адресу {to}?", "Письмо не уходит без вопроса: добавьте --yes и повторите.")
