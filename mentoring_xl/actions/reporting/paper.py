"""The report as a paper: its sections in their order, each with its sentences, its chart and its table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text
from mentoring_xl.documents.paper import Align, Gap, Paper, Picture, Text
from mentoring_xl.documents.school import heading

from .basis import basis
from .sections import SECTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.documents.paper import Block

    from .basis import Basis

TITLE = "Отчёт о программе наставничества"


def report(tables: Tables, today: dt.date) -> Paper:
    """Return the report of a day; nobody who takes part is named, and groups of fewer than three are not shown.

    tables: all of them. Raises BookError when there is no library to draw the charts with.
    """
    found = basis(tables, today)
    blocks = (*_top(found), *_numbered(_sections(found)), Gap(), found.school.signed_by_curator())
    return Paper("", TITLE, TITLE, blocks)


def _top(found: Basis) -> Iterator[Block]:
    if found.school.headed:
        yield Text(found.school.headed, Align.CENTER, indent=False)
        yield Gap()
    yield heading(TITLE)
    yield Text(f"на {date_text(found.today)}", Align.CENTER, indent=False)


def _sections(found: Basis) -> Iterator[Block]:
    for title, blocks in SECTIONS.items():
        yield Gap()
        yield heading(title)
        yield from blocks(found)


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, Picture):
            number += 1
            yield replace(block, caption=f"Рисунок {number} – {block.caption}")
        else:
            yield block
