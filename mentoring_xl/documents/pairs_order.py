"""The order that fixes pairs and groups: its text, the signatures of those it concerns, its appendix."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.core.text import date_text, tidy

from .layout import BODY_LINE_PT, gap, paragraph, table_row

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTHS = (5.0, 26.0, 26.0, 13.0, 12.0)
_HEADS = ("№", "Наставник", "Наставляемый", "Форма", "С какого дня")


@dataclass(frozen=True)
class Party:
    """One side of a pair as the appendix names it. about: post or class."""

    full_name: str
    about: str

    def __str__(self) -> str:
        return f"{self.full_name},\n{self.about}" if self.about else self.full_name


@dataclass(frozen=True)
class OrderLine:
    """One pair of the appendix."""

    mentor: Party
    mentee: Party
    form: str
    starts: dt.date | None


@dataclass(frozen=True)
class Heading:
    """What stands above and below the text of any order of the school.

    director: initials and surname. grounds: one sentence part each. control: the whole last item.
    """

    school: str
    town: str
    director_post: str
    director: str
    number: str
    date: dt.date | None
    title: str
    grounds: str
    control: str


@dataclass(frozen=True)
class Curator:
    """The curator in the cases that the text needs; "" when there is none in «Настройки»."""

    dative: str = ""


def pairs_order(heading: Heading, lines: Iterable[OrderLine], curator: Curator) -> Page:
    """Return the printable order with the acquaintance list and appendix 1, lines in the given order.

    The appendix stands last: its head is repeated on every page from there on.
    """
    rows = tuple(lines)
    body = (*_top(heading), *_items(heading, curator), *_signature(heading), *_acquainted(rows))
    appendix = _appendix(heading, rows)
    head = len(body) + len(appendix)
    table = [table_row(_HEADS, WIDTHS, Look.HEAD)]
    table += [table_row(_cells(number, row), WIDTHS) for number, row in enumerate(rows, 1)]
    return Page(WIDTHS, (*body, *appendix, *table), repeat=head)


def _top(heading: Heading) -> tuple[Line, ...]:
    day = date_text(heading.date) if heading.date else "____________"
    number = f"№\u00a0{heading.number or '______'}"
    return (
        paragraph(heading.school, WIDTHS, Look.CENTER),
        gap(),
        paragraph("ПРИКАЗ", WIDTHS, Look.TITLE),
        gap(),
        Line((Piece(day, 0, 2, Look.LEFT), Piece(number, 3, 2, Look.RIGHT)), BODY_LINE_PT),
        paragraph(heading.town, WIDTHS, Look.CENTER),
        gap(),
        paragraph(heading.title, WIDTHS, Look.TITLE),
        gap(),
    )


def _items(heading: Heading, curator: Curator) -> tuple[Line, ...]:
    grounds = ", ".join(part for part in map(tidy, heading.grounds.split(";")) if part)
    preamble = (
        f"Руководствуясь следующими документами: {grounds}, и" if grounds else "В целях развития наставничества и"
    )
    sentences = [
        "Закрепить наставнические пары (группы) по списку (приложение\u00a01).",
        "Наставникам разработать персонализированные программы наставничества и провести первые встречи.",
        f"{curator.dative[:1].upper()}{curator.dative[1:]} организовать работу пар и вести учёт встреч."
        if curator.dative
        else "",
        heading.control,
    ]
    numbered = [f"{number}. {text}" for number, text in enumerate((text for text in sentences if text), 1)]
    return (
        paragraph(f"{preamble} на основании письменных согласий участников", WIDTHS),
        paragraph("ПРИКАЗЫВАЮ:", WIDTHS, Look.LEFT),
        *(paragraph(text, WIDTHS) for text in numbered),
        gap(),
    )


def _signature(heading: Heading) -> tuple[Line, ...]:
    pieces = (
        Piece(heading.director_post, 0, 2, Look.LEFT),
        Piece(heading.director or "____________", 3, 2, Look.RIGHT),
    )
    return (gap(), Line(pieces, BODY_LINE_PT))


def _appendix(heading: Heading, rows: tuple[OrderLine, ...]) -> tuple[Line, ...]:
    day = date_text(heading.date) if heading.date else "__________"
    mark = f"Приложение 1\nк приказу от {day} № {heading.number or '____'}"
    return (
        paragraph(mark, WIDTHS, Look.RIGHT, new_page=True),
        gap(),
        paragraph("Наставнические пары (группы)", WIDTHS, Look.TITLE),
        gap(),
    )


def _cells(number: int, row: OrderLine) -> tuple[str, ...]:
    starts = date_text(row.starts) if row.starts else "с даты приказа"
    return (str(number), str(row.mentor), str(row.mentee), row.form, starts)


def _acquainted(rows: tuple[OrderLine, ...]) -> tuple[Line, ...]:
    """Mentors sign in the order of the appendix, each once; children's representatives sign the consents instead."""
    mentors = dict.fromkeys(row.mentor.full_name for row in rows)
    lines = [gap(), paragraph("С приказом ознакомлены:", WIDTHS, Look.LEFT)]
    for name in mentors:
        pieces = (Piece(name, 0, 3, Look.LEFT), Piece("_______  __.__.____", 3, 2, Look.RIGHT))
        lines.append(Line(pieces, BODY_LINE_PT * 1.4))
    return tuple(lines)
