"""`import-answers`: answers from a form service or a typed-in table into the book, or only what is understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.choices import ROLES, SURVEY_STAGES

from .base import book_argument, command
from .telling import tell

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterable

    from mentoring_xl.surveys.importing.understanding import Unclear, Understood

    from .base import Commands

STAGES = dict(zip(("before", "after", "interim", "preference", "curator", "swot"), SURVEY_STAGES.values, strict=True))
WHOSE = dict(zip(("mentee", "mentor"), ROLES.values, strict=True))
_UNCLEAR = "По вопросам файла «{name}» не видно, {what}. Повторите с {options}."


def declare(commands: Commands) -> None:
    """Add the command."""
    pressed = button("import_answers")
    parser = command(commands, pressed.command, f"{pressed.label}: {pressed.screentip}", _run)
    parser.description = pressed.supertip
    book_argument(parser)
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="ответы: .xlsx, .csv или .json")
    stages = ", ".join(f"{name} – {stage}" for name, stage in STAGES.items())
    parser.add_argument("--as", dest="stage", choices=tuple(STAGES), help=f"какой это опрос: {stages}")
    whose = ", ".join(f"{name} – {role}" for name, role in WHOSE.items())
    parser.add_argument("--role", choices=tuple(WHOSE), help=f"чьи анкеты: {whose}")
    parser.add_argument("--dry-run", action="store_true", help="показать, что понято, и ничего не записать")
    parser.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.actions.answers import doubts_of
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.tables import Question, Setting, SurveyColumn
    from mentoring_xl.surveys.importing import report
    from mentoring_xl.surveys.importing.doubts import listed
    from mentoring_xl.surveys.importing.files import read_file
    from mentoring_xl.surveys.importing.understanding import understood

    sheet = read_file(options.file)
    pressed = button("import_answers")
    with terminal.progress(quietly=options.json) as progress, ClosedBook.open(options.book) as book:
        tables = session.read(book, (Question, SurveyColumn))
        stage, role = STAGES.get(options.stage, ""), WHOSE.get(options.role, "")
        plan = _clear(understood(tables[Question], tables[SurveyColumn], sheet, stage, role))
        given = {"plan": plan}
        whole = session.read(book, (*pressed.reads, Setting)) if options.dry_run else None
        doubts = listed(doubts_of(whole, now.date(), plan)) if whole else ()
        done = session.press(pressed, book, now, progress=progress, dry_run=options.dry_run, given=given)
    said = {"understood": report.as_data(plan)} | ({"doubts": doubts} if options.dry_run else {})
    return tell(done, said, (*report.described(plan), *doubts), as_json=options.json, dry_run=options.dry_run)


def _clear(plan: Understood | Unclear) -> Understood:
    """Return the plan, or say which option tells what its questions do not."""
    from mentoring_xl.surveys.importing.understanding import Understood

    if isinstance(plan, Understood):
        return plan
    unclear = [
        (what, f"{option} {_either(name for name, word in names.items() if word in words)}")
        for what, option, names, words in (
            ("какой это опрос", "--as", STAGES, plan.stages),
            ("чьи это анкеты", "--role", WHOSE, plan.roles),
        )
        if len(words) > 1
    ]
    what, choice = (" и ".join(parts) for parts in zip(*unclear, strict=True))
    raise BookError(_UNCLEAR.format(name=plan.name, what=what, options=choice))


def _either(names: Iterable[str]) -> str:
    return " или ".join(names)
