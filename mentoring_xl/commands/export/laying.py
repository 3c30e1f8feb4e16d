"""What an export leaves in a folder, and how it says so: ours is renewed, a person's work stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from mentoring_xl.core.outcome import Progress

    from .plan import Plan


@dataclass(frozen=True)
class Laid:
    """removed: ours from an earlier export whose papers are gone; kept: those of them that a person changed.

    without_pdf: why there are no PDFs, else "".
    """

    plan: Plan
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    without_pdf: str


def check_folder(folder: Path) -> None:
    """Raise BookError when something else than a folder lies there."""
    if folder.exists() and not folder.is_dir():
        raise BookError(f"«{folder.name}» – файл, а нужна папка. Назовите другую и повторите.")


def laid(
    folder: Path, files: Mapping[str, bytes], covered: Collection[str], progress: Progress, *, pdf: bool, dry_run: bool
) -> Laid:
    """Lay the files (path in the folder → content), or only plan to; without LibreOffice they are laid without PDFs.

    covered: the folders in which an earlier file that is no longer among `files` goes. pdf: one beside each .docx.
    Raises BookError.
    """
    from .folder import lay, lying
    from .pdf import pdfs
    from .plan import MANIFEST, manifest_bytes, mark, planned, read_manifest, stale

    earlier, without_pdf = read_manifest(folder), ""
    plan = planned(dict(files), lambda path: lying(folder, path), earlier)
    if pdf and not dry_run:
        progress("PDF", 0, 1)
        try:
            plan += pdfs(plan, folder, earlier)
        except BookError as error:
            without_pdf = str(error)
    gone = stale(plan, earlier, covered, with_pdf=pdf and not without_pdf and not dry_run)
    there = {path: mark(data) for path in gone if (data := lying(folder, path)) is not None}
    removed = tuple(path for path, known in there.items() if known == earlier[path])
    marks = {path: known for path, known in earlier.items() if path not in gone} | plan.marks
    if not dry_run and (plan.written or removed or marks != earlier):
        progress("Запись", 0, 1)
        lay(folder, {**plan.written, MANIFEST: manifest_bytes(marks)}, removed)
    return Laid(plan, removed, tuple(path for path in there if path not in removed), without_pdf)


def said(laid: Laid, folder: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield what was written, what a person's files were spared, what was removed."""
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
