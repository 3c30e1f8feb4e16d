"""The command `director-copy`: a copy of the book without personal data, and the draft of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import DONE, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands


def declare(commands: Commands) -> None:
    """Add the command."""
    book_argument(command(commands, "director-copy", "копия книги без личных данных и письмо директору", _run))


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.mailing import director_copy

    with ClosedBook.open(options.book) as book:
        parcel = director_copy(book, options.book.parent, now)
    print(f"Копия для директора: {parcel.copy}")
    print(f"Черновик письма: {parcel.letter} – откройте его в почтовой программе, проверьте и отправьте сами.")
    print(f"Кому: {parcel.to or 'адрес не указан, впишите его в письмо или в «Настройки»'}.")
    if parcel.withdrawn:
        print(f"Без имён, потому что согласие отозвано: {', '.join(parcel.withdrawn)}.")
    print(f"В копии пусты столбцы: {'; '.join(parcel.left_out)}; листы «Анкеты» и «Журнал».")
    return DONE
