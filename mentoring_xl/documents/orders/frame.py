"""What every order of the school looks like, from the organisation down to its appendix (ГОСТ Р 7.0.97-2025)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, tidy
from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Gap,
    Grid,
    Item,
    Items,
    NewPage,
    Paper,
    Sides,
    Signature,
    Stamp,
    Text,
)
from mentoring_xl.documents.school import capitalised, file_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.paper import Block

FOLDER = "Приказы"


@dataclass(frozen=True)
class Heading:
    """What stands above and below the items. director: initials and surname; number, date: "" and None until given."""

    school: str
    town: str
    director_post: str
    director: str
    number: str
    date: dt.date | None
    title: str


@dataclass(frozen=True)
class Wording:
    """The filled texts of one order. basis: paragraphs below the items. appendix: the title of its table."""

    preamble: str = ""
    items: tuple[Item, ...] = ()
    basis: tuple[str, ...] = ()
    appendix: str = ""


@dataclass(frozen=True)
class Appendix:
    """The table of appendix 1. approved: «УТВЕРЖДЕНА», for what the order approves, else ""."""

    grid: Grid
    title: str = ""
    approved: str = ""


@dataclass(frozen=True)
class Content:
    """What differs from order to order. acquainted: full names in the order of signing."""

    heading: Heading
    wording: Wording
    appendix: Appendix | None = None
    acquainted: tuple[str, ...] = field(default=())


def order_paper(code: str, kind: str, content: Content) -> Paper:
    """Return the order with the acquaintance list and, on a page of its own, its appendix.

    code, kind: of the register, for the name of the file: «Приказ ПР-1 О проведении мониторинга».
    """
    blocks = (*_top(content.heading), *_body(content), *_below(content))
    return Paper(FOLDER, file_name(f"Приказ {code} {capitalised(kind)}"), content.heading.title, blocks, long_kept=True)


def _top(heading: Heading) -> Iterator[Block]:
    yield Text(capitalised(heading.school), Align.CENTER, indent=False)
    yield Gap()
    yield Text("ПРИКАЗ", Align.CENTER, bold=True, indent=False)
    yield Gap()
    yield Sides(_day(heading), f"№ {heading.number or '______'}")
    if heading.town:
        yield Text(heading.town, Align.CENTER, indent=False)
    yield Gap()
    yield Text(heading.title, Align.CENTER, bold=True, indent=False, close=True)
    yield Gap()


def _body(content: Content) -> Iterator[Block]:
    wording = content.wording
    if wording.preamble:
        yield Text(wording.preamble, close=True)
    yield Text("ПРИКАЗЫВАЮ:", Align.LEFT, indent=False, close=True)
    yield Items(wording.items)
    yield from (Text(text, Align.LEFT) for text in wording.basis)
    yield Gap()
    yield Signature(content.heading.director_post, content.heading.director or "____________")
    if content.acquainted:
        yield Gap()
        yield Acquainted("С приказом ознакомлены:", content.acquainted)


def _below(content: Content) -> Iterator[Block]:
    appendix = content.appendix
    if appendix is None:
        return
    heading = content.heading
    number = f"{_day(heading)} № {heading.number or '____'}"
    approved = (appendix.approved, f"приказом от {number}") if appendix.approved else (f"к приказу от {number}",)
    yield NewPage()
    yield Stamp(("Приложение 1", *approved))
    yield Gap()
    yield Text(tidy(appendix.title or heading.title), Align.CENTER, bold=True, indent=False, close=True)
    yield Gap()
    yield appendix.grid


def _day(heading: Heading) -> str:
    return date_text(heading.date) if heading.date else "____________"
