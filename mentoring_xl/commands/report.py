"""The command `report`: the programme for the teachers' council as one .docx, on wish as .pdf too."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import date_text

from .base import DONE, answer, book_argument, command
from .writing import put

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator

    from .base import Commands

_HELP = "отчёт для педсовета: текст, таблицы и диаграммы одним .docx"
_OUT = "куда записать .docx; без этого – рядом с книгой"
_WRITTEN = "Отчёт записан: {}"
_PDF = "сделать и .pdf – нужен LibreOffice"


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "report", _HELP, _run)
    book_argument(parser)
    parser.add_argument("--out", metavar="ФАЙЛ", type=Path, help=_OUT)
    parser.add_argument("--pdf", action="store_true", help=_PDF)


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.actions.reporting import report
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.documents.faces.word import docx
    from mentoring_xl.schema.tables import TABLES
    from mentoring_xl.session import read

    path = _target(options, now.date())
    with terminal.progress(quietly=False) as progress:
        progress("Отчёт", 0, 1)
        with ClosedBook.open(options.book) as book:
            tables = read(book, TABLES)
        put(path, docx(report(tables, now.date())))
        pdf = _pdf(path) if options.pdf else ""
    with answer():
        print(*filter(None, (_WRITTEN.format(path), pdf)), sep="\n")
    return DONE


def _target(options: argparse.Namespace, today: dt.date) -> Path:
    """Return where the report goes: as told, else beside the book; an earlier one may hold somebody's corrections."""
    out: Path | None = options.out
    if out is None:
        stem = f"{options.book.stem} – отчёт {date_text(today)}"
        names = (f"{stem} ({number})" if number else stem for number in chain((0,), count(2)))
        paths: Iterator[Path] = (options.book.with_name(f"{name}.docx") for name in names)
        return next(path for path in paths if not path.exists() and not path.with_suffix(".pdf").exists())
    if out.suffix.lower() != ".docx":
        raise BookError(f"«{out.name}» – не .docx. Дайте файлу имя с этим окончанием и повторите.")
    for path in (out, *((out.with_suffix(".pdf"),) if options.pdf else ())):
        if path.exists():
            raise BookError(f"Файл «{path.name}» уже есть. Назовите другой и повторите.")
    return out


def _pdf(path: Path) -> str:
    """Make the .pdf beside the .docx and say where it is, or why there is none."""
    from mentoring_xl.books.office import to_pdf

    try:
        return _WRITTEN.format(to_pdf(path, path.parent))
    except BookError as error:
        return str(error)
