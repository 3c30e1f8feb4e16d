"""«Содержание»: which papers lie in which folder, on a page of its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text
from mentoring_xl.documents.paper import Align, Gap, Grid, Paper, Text
from mentoring_xl.documents.school import capitalised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.documents.paper import Block

NAME = "Содержание"


def contents(papers: Iterable[Paper], school: str, today: dt.date) -> Paper:
    """Return the list of the papers by folders, both in the given order; papers of one folder stand together."""
    listed = tuple(papers)
    title = "Документы программы наставничества"
    blocks = (*_top(title, school, today), *_folders(listed), Gap(), Text(_count(listed), indent=False))
    return Paper("", NAME, title, blocks)


def _top(title: str, school: str, today: dt.date) -> Iterator[Block]:
    if school:
        yield Text(capitalised(school), Align.CENTER, indent=False)
        yield Gap()
    yield Text(title, Align.CENTER, bold=True, indent=False)
    yield Text(f"на {date_text(today)}", Align.CENTER, indent=False)


def _folders(papers: tuple[Paper, ...]) -> Iterator[Block]:
    for folder, found in groupby(papers, key=lambda paper: paper.folder):
        rows = tuple((str(number), paper.title, paper.name) for number, paper in enumerate(found, 1))
        yield Gap()
        yield Text(folder, Align.LEFT, bold=True, indent=False, close=True)
        yield Grid(("№", "Документ", "Файл"), rows, (1, 9, 9))


def _count(papers: tuple[Paper, ...]) -> str:
    return f"Всего: {counted(len(papers), 'документ', 'документа', 'документов')}."
