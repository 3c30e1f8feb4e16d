"""What the programme tells others: news for the site, a note for the director, the yearly report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, number_text, tidy
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import Align, Gap, Grid, Item, Items, Paper, Text
from mentoring_xl.documents.school import heading
from mentoring_xl.schema.texts_programmes import CONTROL, ITEM, PREAMBLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School
    from mentoring_xl.schema.tables import Indicator, Step

FOLDER = "Справки и отчёты"
_INDICATORS = ("№", "Показатель", "Значение, %", "Цель, %", "Состояние")
_LATE = ("№", "Мероприятие", "Срок", "Ответственный")


def news(texts: Iterable[FilledText]) -> Paper:
    """Return the text for the site; a sentence whose placeholder has no data is left out."""
    known = tuple(found for found in texts if not found.filled.empty)
    title = " ".join(said(known, TITLE))
    blocks: tuple[Block, ...] = (
        heading(title),
        Gap(),
        *(Text(text) for text in (*said(known, ITEM), *said(known, CONTROL))),
    )
    return Paper(FOLDER, "Новость для сайта", title, blocks)


def director_note(
    texts: tuple[FilledText, ...], indicators: Iterable[Indicator], late: Iterable[Step], school: School
) -> Paper:
    """Return the note: figures, indicators that have a value, steps of the roadmap that are overdue."""
    title = " ".join(said(texts, TITLE))
    blocks: tuple[Block, ...] = (
        Text(school.headed, Align.CENTER, indent=False),
        Gap(),
        heading(title),
        Gap(),
        *(Text(text, close=True) for text in said(texts, PREAMBLE)),
        Items(tuple(map(Item, said(texts, ITEM)))),
        *_table("Показатели:", _INDICATORS, map(_indicator, _valued(indicators)), (0.06, 0.46, 0.16, 0.14, 0.18)),
        *_table("Просрочено по дорожной карте:", _LATE, map(_step, late), (0.06, 0.5, 0.2, 0.24)),
        Gap(),
        *(Text(text) for text in said(texts, CONTROL)),
        Gap(),
        school.signed_by_curator(),
    )
    return Paper(FOLDER, "Справка для директора", title, blocks)


def yearly_report(texts: tuple[FilledText, ...], school: School) -> Paper:
    """Return the report upward: a row for each text, «Показатель: значение» divided at its first colon."""
    title = " ".join(said(texts, TITLE))
    parts = (text.partition(": ") for text in said(texts, ITEM))
    rows = tuple((str(number), name, value) for number, (name, _, value) in enumerate(parts, 1))
    blocks: tuple[Block, ...] = (
        Text(school.headed, Align.CENTER, indent=False),
        Gap(),
        heading(title),
        Gap(),
        Grid(("№", "Показатель", "Значение"), rows, (0.07, 0.43, 0.5)),
        Gap(),
        school.signed_by_director(),
    )
    return Paper(FOLDER, "Годовой отчёт", title, blocks)


def _table(
    title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], widths: tuple[float, ...]
) -> Iterator[Block]:
    found = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    if found:
        yield Gap()
        yield Text(title, Align.LEFT, bold=True, indent=False, close=True)
        yield Grid(heads, found, widths)


def _valued(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    return (one for one in indicators if one.percent is not None)


def _indicator(one: Indicator) -> tuple[str, ...]:
    return tidy(one.title), _number(one.percent), _number(one.target), one.state


def _number(value: float | None) -> str:
    return "" if value is None else number_text(value, 1)


def _step(step: Step) -> tuple[str, ...]:
    last = f"до {date_text(step.ends)}" if step.ends else ""
    return tidy(step.title), tidy(step.deadline) or last, tidy(step.responsible)
