"""`import-roadmap`: a school's own plan from a file into the book, or only what is understood of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import button

from .base import book_argument, command
from .telling import tell

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_CHOOSE = (
    "В книге «{book}» уже есть план. Повторите с --replace, чтобы заменить его, или с --add, чтобы добавить в конец."
)


def declare(commands: Commands) -> None:
    """Add the command."""
    pressed = button("import_roadmap")
    parser = command(commands, pressed.command, f"{pressed.label}: {pressed.screentip.lower()}", _run)
    parser.description = pressed.supertip
    book_argument(parser)
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="план: .docx, .xlsx, .csv, .pdf с текстом или .txt")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--replace", dest="mode", action="store_const", const="replace", help="заменить план в книге")
    choice.add_argument("--add", dest="mode", action="store_const", const="add", help="добавить в конец плана")
    parser.add_argument("--dry-run", action="store_true", help="показать, что понято, и ничего не записать")
    parser.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.actions.importing import needs_choice
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.roadmap.importing import report
    from mentoring_xl.roadmap.importing.files import read_file
    from mentoring_xl.schema.tables import Step

    plan = read_file(options.file)
    mode = options.mode or ""
    with terminal.progress(quietly=options.json) as progress, ClosedBook.open(options.book) as book:
        undecided = not mode and needs_choice(session.read(book, (Step,))[Step], plan)
        if undecided and not options.dry_run:
            raise BookError(_CHOOSE.format(book=book.name))
        given = {"plan": plan, "mode": mode}
        done = session.press(
            button("import_roadmap"), book, now, progress=progress, dry_run=options.dry_run, given=given
        )
    said = {"understood": report.as_data(plan)}
    return tell(done, said, report.described(plan), as_json=options.json, dry_run=options.dry_run)
