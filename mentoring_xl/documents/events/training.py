"""The plan of training sessions for mentors and curators, approved by the director."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, number_text, split_list, tidy
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import Gap, Grid, Paper, Text
from mentoring_xl.documents.school import heading
from mentoring_xl.schema.texts_programmes import PREAMBLE, TITLE

from .minutes import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School
    from mentoring_xl.schema.tables import Training

_HEADS = ("№", "Тема", "Вид", "Дата", "Часов", "Кто проводит", "Участников", "Материалы", "Отметка")
_WIDTHS = (0.05, 0.22, 0.13, 0.1, 0.07, 0.13, 0.1, 0.11, 0.09)


def training_plan(sessions: Iterable[Training], texts: tuple[FilledText, ...], school: School) -> Paper:
    """Return the plan on a landscape page, sessions by date, those without one last."""
    title = " ".join(said(texts, TITLE))
    dated = sorted(sessions, key=lambda one: one.date or dt.date.max)
    rows = tuple((str(number), *_row(one)) for number, one in enumerate(dated, 1))
    blocks: tuple[Block, ...] = (
        school.approved(),
        Gap(),
        heading(title),
        Gap(),
        *(Text(text) for text in said(texts, PREAMBLE)),
        Gap(),
        Grid(_HEADS, rows, _WIDTHS),
        Gap(),
        school.signed_by_curator(),
    )
    return Paper(FOLDER, "План обучения наставников", title, blocks, wide=True)


def _row(session: Training) -> tuple[str, ...]:
    return (
        tidy(session.topic),
        session.kind,
        date_text(session.date) if session.date else "",
        number_text(session.hours) if session.hours is not None else "",
        tidy(session.expert),
        str(len(split_list(session.participants)) or ""),
        tidy(session.materials),
        session.state,
    )
