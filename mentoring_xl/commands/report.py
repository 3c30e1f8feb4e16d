"""The command `report`: the programme for the teachers' council as one .docx, on wish as .pdf too."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import date_text

from .base import DONE, answer, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_HELP = "отчёт для педсовета: текст, таблицы и диаграммы одним .docx"
_OUT = "куда записать .docx; без этого – рядом с книгой"
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

    out: Path | None = options.out
    if out and out.suffix.lower() != ".docx":
        raise BookError(f"«{out.name}» – не .docx. Дайте файлу имя с этим окончанием и повторите.")
    with terminal.progress(quietly=False) as progress:
        progress("Отчёт", 0, 1)
        with ClosedBook.open(options.book) as book:
            tables = read(book, TABLES)
        path = out or _free(options.book, now.date())
        _write(path, docx(report(tables, now.date())))
        made = (path, *((_pdf(path),) if options.pdf else ()))
    with answer():
        for file in made:
            print(f"Отчёт записан: {file}")
    return DONE


def _free(book: Path, today: dt.date) -> Path:
    """Return a name beside the book; an earlier report of the day may hold somebody's corrections."""
    stem = f"{book.stem} – отчёт {date_text(today)}"
    names = (f"{stem} ({number})" if number else stem for number in chain((0,), count(2)))
    return next(path for name in names if not (path := book.with_name(f"{name}.docx")).exists())


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise BookError(f"Файл «{path.name}» уже есть. Назовите другой и повторите.") from error
    except OSError as error:
        raise BookError(
            f"Не получилось записать {path}: {error.strerror}. Назовите другую папку и повторите."
        ) from error


def _pdf(path: Path) -> Path:
    from mentoring_xl.books.office import to_pdf

    return to_pdf(path, path.parent)
