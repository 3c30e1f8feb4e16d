"""The command `questionnaires`: each as .docx to fill by hand, and a list by which an online form is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

from .base import DONE, answer, book_argument, command
from .export.laying import check_folder, laid, said

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.core.outcome import Progress, Tables
    from mentoring_xl.documents.questionnaires import Questionnaire

    from .base import Commands

_HELP = "записать анкеты в папку: .docx для печати и список вопросов для онлайн-форм"
_FOLDER = "куда записать: анкеты лягут в «Анкеты»; прежние обновятся, а файлы, которые правили вы, останутся"
_CODES = "вместо имени спрашивать код участника"
_PDF = "сделать и .pdf – нужен LibreOffice"
_DRY = "только сказать, что изменилось бы"
_LIST = "Вопросы для онлайн-форм"
_NOTE = (
    "Перенесите вопросы в форму слово в слово: по ним программа узнаёт ответы. "
    "Согласие на обработку данных в форму не добавляйте: это отдельный документ."
)
_SCALE_NOTE = (
    "Шкалу «от 1 до 10» набирать вариантами не нужно: в Google это тип «Шкала», в Яндексе – «Число» с границами 1 и 10."
)
_HEADS = (
    ("№", 5.0), ("Код вопроса", 13.0), ("Вопрос", 64.0), ("Тип в Яндекс Формах", 21.0),
    ("Тип в Google Формах", 21.0), ("Варианты, по одному в строке", 24.0), ("Обязательный", 14.0),
)  # fmt: skip


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "questionnaires", _HELP, _run)
    book_argument(parser)
    parser.add_argument("folder", metavar="ПАПКА", type=Path, help=_FOLDER)
    parser.add_argument("--codes", action="store_true", help=_CODES)
    parser.add_argument("--pdf", action="store_true", help=_PDF)
    parser.add_argument("--dry-run", action="store_true", help=_DRY)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.documents.questionnaires import FOLDER
    from mentoring_xl.schema.tables import Question, Setting
    from mentoring_xl.session import read

    # the papers lie in «Анкеты» of the folder; who names that one itself means it, not one inside it
    folder: Path = options.folder.parent if options.folder.name == FOLDER else options.folder
    check_folder(options.folder)
    with terminal.progress(quietly=False) as progress:
        with ClosedBook.open(options.book) as book:
            tables = read(book, (Question, Setting))
        files = _files(tables, progress, coded=options.codes)
        done = laid(folder, files, {FOLDER}, progress, pdf=options.pdf, dry_run=options.dry_run)
    with answer():
        print(*said(done, folder / FOLDER, dry_run=options.dry_run), sep="\n")
    return DONE


def _files(tables: Tables, progress: Progress, *, coded: bool) -> dict[str, bytes]:
    """Return path in the folder → content. Raises BookError when the book asks nothing."""
    from mentoring_xl.actions.questionnaires import questionnaires
    from mentoring_xl.documents.faces.word import docx
    from mentoring_xl.documents.questionnaires import FOLDER, questionnaire_paper
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Setting

    from .export.names import file_names

    found = questionnaires(tables)
    if not found:
        raise BookError("На листе «Опросники» нет вопросов. Впишите их и повторите.")
    school = Settings(tables[Setting]).text("school")
    papers = [questionnaire_paper(one, school, coded=coded) for one in found]
    files = {}
    for number, (path, paper) in enumerate(zip(file_names(papers), papers, strict=True)):
        progress("Анкеты", number, len(papers))
        files[path] = docx(paper)
    files[f"{FOLDER}/{_LIST}.xlsx"] = _listed(found, coded=coded)
    return files


def _listed(found: tuple[Questionnaire, ...], *, coded: bool) -> bytes:
    from mentoring_xl.books.listing import listing
    from mentoring_xl.documents.questionnaires import online

    sheets = {
        one.name: [
            (
                number,
                field.code,
                field.text,
                field.yandex,
                field.google,
                "\n".join(field.options),
                _yes(field.required),
            )
            for number, field in enumerate(online(one, coded=coded), 1)
        ]
        for one in found
    }
    return listing(_LIST, (_NOTE, _SCALE_NOTE), _HEADS, sheets)


def _yes(value: bool) -> str:
    return "да" if value else "нет"
