"""The command `export`: all papers of a book as .docx in folders by kind, on wish as .pdf too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.commands.base import DONE, FOUND, answer, book_argument, command
from mentoring_xl.core.text import counted

from .laying import check_folder, laid, said

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.commands.base import Commands
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Progress, Tables
    from mentoring_xl.documents.paper import Paper

TEMPLATES = "Шаблоны"
"""The folder beside the book with the school's own .docx."""
_MOST_FAULTS = 5
_HELP = "записать все документы книги в папку: .docx по видам и содержание"
_FOLDER = "куда записать; прежняя выгрузка обновится, а файлы, которые правили вы, останутся"
_PDF = "сделать и .pdf – нужен LibreOffice"
_DRY = "только сказать, что изменилось бы"
_ONLY = "только эти виды, через запятую: приказы, согласия …"


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "export", _HELP, _run)
    book_argument(parser)
    parser.add_argument("folder", metavar="ПАПКА", type=Path, help=_FOLDER)
    parser.add_argument("--pdf", action="store_true", help=_PDF)
    parser.add_argument("--dry-run", action="store_true", help=_DRY)
    parser.add_argument("--only", metavar="ВИДЫ", default="", help=_ONLY)


@dataclass(frozen=True)
class _Drawn:
    """files: path in the folder → .docx. folders: those that this export covers, "" for the one above all.

    problems: of the school's templates. faults: of the book, worst first.
    """

    files: dict[str, bytes]
    folders: frozenset[str]
    problems: tuple[str, ...] = ()
    faults: tuple[Finding, ...] = ()


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.tables import TABLES
    from mentoring_xl.session import read

    folder: Path = options.folder
    check_folder(folder)
    with terminal.progress(quietly=False) as progress:
        with ClosedBook.open(options.book) as book:
            tables = read(book, TABLES)
        drawn = _drawn(tables, now.date(), options, progress)
        done = laid(folder, drawn.files, drawn.folders, progress, pdf=options.pdf, dry_run=options.dry_run)
    with answer():
        print(*said(done, folder, dry_run=options.dry_run), *drawn.problems, *_told(drawn.faults), sep="\n")
    return FOUND if drawn.problems or drawn.faults else DONE


def _drawn(tables: Tables, today: dt.date, options: argparse.Namespace, progress: Progress) -> _Drawn:
    from mentoring_xl.actions import papers
    from mentoring_xl.actions.case_forms import overrides

    from .drawing import draw
    from .names import file_names

    kinds = papers.chosen_kinds([name for name in options.only.split(",") if name.strip()])
    found = papers.papers(tables, today, kinds, progress)
    folders = {kind.folder for kind in kinds}
    listed: tuple[Paper, ...] = found
    if kinds == papers.KINDS:
        listed = (papers.contents_page(tables, found, today), *found)
        folders.add("")
    templates = options.book.parent / TEMPLATES
    files, problems = draw(listed, templates, papers.template_words(tables, today), overrides(tables), progress)
    named = dict(zip(file_names(listed), files, strict=True))
    return _Drawn(named, frozenset(folders), problems, papers.faults(tables, today, kinds))


def _told(faults: tuple[Finding, ...]) -> Iterator[str]:
    """Yield how many findings the papers have, the worst of them, and where all stand."""
    if not faults:
        return
    yield f"К документам есть {counted(len(faults), 'замечание', 'замечания', 'замечаний')}:"
    yield from map(str, faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        yield "Остальные покажет «Проверить всё»: они встанут на лист «Замечания»."
