"""The command `export`: all papers of a book as .docx in folders by kind, on wish as .pdf too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.commands.base import DONE, FOUND, answer, book_argument, command
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import counted

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.commands.base import Commands
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Progress, Tables
    from mentoring_xl.documents.paper import Paper

    from .plan import Plan

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


@dataclass(frozen=True)
class _Laid:
    """removed: ours from an earlier export whose papers are gone; kept: those of them that a person changed.

    without_pdf: why there are no PDFs, else "".
    """

    plan: Plan
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    without_pdf: str


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.tables import TABLES
    from mentoring_xl.session import read

    folder: Path = options.folder
    if folder.exists() and not folder.is_dir():
        raise BookError(f"«{folder.name}» – файл, а нужна папка. Назовите другую и повторите.")
    with terminal.progress(quietly=False) as progress:
        with ClosedBook.open(options.book) as book:
            tables = read(book, TABLES)
        drawn = _drawn(tables, now.date(), options, progress)
        laid = _laid(folder, drawn, options, progress)
    with answer():
        print(*_said(laid, folder, dry_run=options.dry_run), *drawn.problems, *_told(drawn.faults), sep="\n")
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


def _laid(folder: Path, drawn: _Drawn, options: argparse.Namespace, progress: Progress) -> _Laid:
    """Lay the files, or only plan to; without LibreOffice the .docx are laid all the same."""
    from .folder import lay, lying
    from .pdf import pdfs
    from .plan import MANIFEST, manifest_bytes, mark, planned, read_manifest, stale

    earlier, without_pdf = read_manifest(folder), ""
    plan = planned(drawn.files, lambda path: lying(folder, path), earlier)
    if options.pdf and not options.dry_run:
        progress("PDF", 0, 1)
        try:
            plan += pdfs(plan, folder, earlier)
        except BookError as error:
            without_pdf = str(error)
    gone = stale(plan, earlier, drawn.folders, with_pdf=options.pdf and not without_pdf and not options.dry_run)
    there = {path: mark(data) for path in gone if (data := lying(folder, path)) is not None}
    removed = tuple(path for path, known in there.items() if known == earlier[path])
    marks = {path: known for path, known in earlier.items() if path not in gone} | plan.marks
    if not options.dry_run and (plan.written or removed or marks != earlier):
        progress("Запись", 0, 1)
        lay(folder, {**plan.written, MANIFEST: manifest_bytes(marks)}, removed)
    return _Laid(plan, removed, tuple(path for path in there if path not in removed), without_pdf)


def _said(laid: _Laid, folder: Path, *, dry_run: bool) -> Iterator[str]:
    placed = laid.plan.placed
    same = sum(not each.changes for each in placed)
    fresh = sum(each.lying is None for each in placed)
    counts = f"новых – {fresh}, обновлено – {len(placed) - same - fresh}, без изменений – {same}"
    whole = counted(len(placed), "файл", "файла", "файлов")
    yield f"{'Было бы записано' if dry_run else 'Документы записаны'}: {folder} – {whole} ({counts})."
    for each in placed:
        if each.target != each.path:
            yield f"«{each.path}» правили вы: он остался, новый лежит рядом: «{each.target}»."
    for path in laid.plan.left:
        yield f"«{path}» правили вы: он остался, нового для него нет."
    for path in laid.kept:
        yield f"«{path}» правили вы: он остался, хотя такого документа в книге больше нет."
    if laid.removed:
        names = "; ".join(f"«{path}»" for path in laid.removed)
        yield f"{'Убрались бы' if dry_run else 'Убраны'} прежние, которых в книге больше нет: {names}."
    if laid.without_pdf:
        yield laid.without_pdf


def _told(faults: tuple[Finding, ...]) -> Iterator[str]:
    """Yield how many findings the papers have, the worst of them, and where all stand."""
    if not faults:
        return
    yield f"К документам есть {counted(len(faults), 'замечание', 'замечания', 'замечаний')}:"
    yield from map(str, faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        yield "Остальные покажет «Проверить всё»: они встанут на лист «Замечания»."
