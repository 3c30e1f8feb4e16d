"""The command `reminders`: the draft of a letter to each responsible who has something due; nothing is sent."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import counted, date_text

from .base import DONE, answer, book_argument, command

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from mentoring_xl.actions.reminding import Reminder

    from .base import Commands

_HELP = "черновики писем-напоминаний: каждому ответственному его просроченное и близкое"
_DAYS = "за сколько дней до срока напоминать; если не указать – как в «Настройках»"
_MOST_DAYS = 3660


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "reminders", _HELP, _run)
    book_argument(parser)
    parser.add_argument("--days", metavar="N", type=_days, help=_DAYS)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) <= _MOST_DAYS):
        raise argparse.ArgumentTypeError(f"«{text}» – не число дней. Напишите целое число от 0 до {_MOST_DAYS}")
    return int(text)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.reminding import reminders
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.tables import Employee, Setting, Step
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        letters = reminders(read(book, (Step, Employee, Setting)), now.date(), options.days)
    folder = options.book.with_name(f"{options.book.stem} – напоминания {date_text(now.date())}")
    if letters:
        _lay(letters, folder)
    with answer():
        print(*_said(letters, folder), sep="\n")
    return DONE


def _lay(letters: Sequence[Reminder], folder: Path) -> None:
    """Write the drafts under running numbers: a file name that is seen everywhere names nobody."""
    from mentoring_xl.exchange import note

    try:
        folder.mkdir()
        for number, letter in enumerate(letters, 1):
            draft = note(letter.addresses, letter.subject, letter.text)
            (folder / f"напоминание {number:02}.eml").write_bytes(draft)
    except FileExistsError as error:
        raise BookError(
            f"Папка «{folder.name}» уже есть: в ней сегодняшние черновики. Удалите или переименуйте её и повторите."
        ) from error
    except OSError as error:
        raise BookError(
            f"Не получилось записать в {folder}: {error.strerror}. Освободите место и повторите."
        ) from error


def _said(letters: Sequence[Reminder], folder: Path) -> list[str]:
    if not letters:
        return ["Напоминать не о чем: просроченного и близкого у ответственных нет."]
    rows = counted(sum(letter.tasks for letter in letters), "строка", "строки", "строк")
    said = [
        f"Черновиков писем: {len(letters)}, в них {rows} плана. Они в папке {folder}",
        "Ничего не отправлено: откройте их в почтовой программе, проверьте и отправьте сами.",
    ]
    silent = [f"{number:02} – {letter.responsible}" for number, letter in enumerate(letters, 1) if not letter.addresses]
    if silent:
        said.append(f"Адрес не найден, впишите его в письмо или на лист «Персонал»: {'; '.join(silent).rstrip('.')}.")
    return said
