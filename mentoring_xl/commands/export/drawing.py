"""Papers become .docx: by the school's own template where there is one for them, else by our form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mentoring_xl.core.outcome import Progress
    from mentoring_xl.documents.paper import Paper
    from mentoring_xl.documents.wording import Overrides, Slots

_LARGEST = 20_000_000
"""Bytes of a template; a letterhead with a picture takes a hundredth of it."""


def draw(
    papers: Iterable[Paper], templates: Path, words: Slots, overrides: Overrides, progress: Progress
) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """Return the .docx of each paper, and each problem of the templates once; BookError for a broken one."""
    from mentoring_xl.documents.faces.word import docx
    from mentoring_xl.documents.templating import fill_template, fitting

    listed, own = tuple(papers), _templates(templates)
    files: list[bytes] = []
    problems: list[str] = []
    for number, paper in enumerate(listed):
        progress("Документы", number, len(listed))
        name = fitting(paper, own) if paper.folder else ""
        if not name:
            files.append(docx(paper))
            continue
        filled = fill_template(f"{name}.docx", own[name], paper, words, overrides)
        files.append(filled.data)
        problems += filled.problems
    return tuple(files), tuple(dict.fromkeys(problems))


def _templates(folder: Path) -> dict[str, bytes]:
    """Return the templates by their names; what Word keeps beside an open file («~$…») is none."""
    if not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.glob("*.docx")):
        if path.name.startswith(("~$", ".")):
            continue
        try:
            if path.stat().st_size > _LARGEST:
                raise BookError(f"Шаблон «{path.name}» больше 20 МБ. Уменьшите в нём картинки и повторите.")
            found[path.stem] = path.read_bytes()
        except OSError as error:
            raise BookError(f"Шаблон «{path.name}» не читается. Закройте его в Word и повторите.") from error
    return found
