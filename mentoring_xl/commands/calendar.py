"""The command `calendar`: the plan, or what one responsible has to do, as a file that calendar programs open."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import counted

from .base import DONE, answer, book_argument, command
from .writing import write

if TYPE_CHECKING:
    import argparse

    from .base import Commands

_HELP = "план файлом для календаря: Outlook, Thunderbird, телефон"
_WHO = "только мероприятия этого ответственного: должность или фамилия, как в плане"
_OUT = "куда записать, .ics; если не указать – рядом с книгой"
_BEGINNING = b"BEGIN:VCALENDAR"


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "calendar", _HELP, _run)
    book_argument(parser)
    parser.add_argument("--responsible", metavar="ТЕКСТ", default="", help=_WHO)
    parser.add_argument("--out", metavar="ФАЙЛ", type=Path, help=_OUT)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.events import plan_events
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.exchange import calendar_file
    from mentoring_xl.schema.tables import Setting, Step
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        export = plan_events(read(book, (Step, Setting)), now.date(), options.responsible)
    # a file name that travels with the file names nobody
    whose = "календарь ответственного" if options.responsible.strip() else "календарь"
    path: Path = options.out or options.book.with_name(f"{options.book.stem} – {whose}.ics")
    if export.occasions:
        stamp = now.astimezone(dt.timezone.utc)
        _write(path, calendar_file(export.occasions, export.name, stamp))
    with answer():
        if export.occasions:
            count = counted(len(export.occasions), "событие", "события", "событий")
            print(f"Календарь записан: {path} – {count}.")
            print("Откройте этот файл в календаре на компьютере или пришлите его себе на телефон.")
        else:
            print("Записывать нечего: в плане нет сроков с датами. Впишите сроки и повторите.")
        if export.undated and export.occasions:
            print(f"Без даты, поэтому не в календаре: {counted(export.undated, 'строка', 'строки', 'строк')} плана.")
    return DONE


def _write(path: Path, data: bytes) -> None:
    if path.suffix.lower() != ".ics":
        raise BookError(f"«{path.name}» – не файл календаря. Дайте ему имя с окончанием .ics и повторите.")
    write({path: data}, _BEGINNING, "календарь")
