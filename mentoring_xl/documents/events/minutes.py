"""The minutes of a group meeting: who was there, what was said, whom the participants prefer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import date_text, tidy
from mentoring_xl.documents.declension import initials
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import Align, Gap, Grid, Item, Items, Paper, Sides, Signature, Text
from mentoring_xl.documents.school import LINE, file_name, heading
from mentoring_xl.schema.texts_programmes import ITEM, PREAMBLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School
    from mentoring_xl.schema.tables import Event

FOLDER = "Встречи и обучение"
_NAME_WORDS = range(2, 5)
_HEADS = ("№", "Участник", "1-е место", "2-е место", "3-е место")


@dataclass(frozen=True)
class Choice:
    """Whom one participant would like to work with, best first. A refusal is in no paper.

    Names; who has no consent in force is named by his code.
    """

    who: str
    wished: tuple[str, str, str]


@dataclass(frozen=True)
class Gathering:
    """A group meeting. number: of its minutes. texts: agenda (преамбула) and decisions."""

    event: Event
    number: int
    choices: tuple[Choice, ...]
    texts: tuple[FilledText, ...]


def minutes(gathering: Gathering, school: School) -> Paper:
    """Return the minutes; what the book does not know is a line to fill in."""
    title = " ".join(said(gathering.texts, TITLE))
    day = date_text(gathering.event.date) if gathering.event.date else "без даты"
    blocks = (*_top(gathering, school, title), *_talk(gathering), *_wishes(gathering.choices), *_below(gathering))
    return Paper(FOLDER, file_name(f"Протокол {gathering.number} групповой встречи {day}"), f"{title}, {day}", blocks)


def _top(gathering: Gathering, school: School, title: str) -> Iterator[Block]:
    event = gathering.event
    yield Text(school.headed, Align.CENTER, indent=False)
    yield Gap()
    yield heading(title)
    yield Gap()
    yield Sides(date_text(event.date) if event.date else LINE, f"№ {gathering.number}")
    yield Gap()
    yield Text(f"Место: {tidy(event.place) or LINE}", Align.LEFT, indent=False)
    yield Text(f"Председатель: {tidy(event.responsible) or LINE}", Align.LEFT, indent=False)
    yield Text(f"Секретарь: {LINE}", Align.LEFT, indent=False)
    yield Text(f"Присутствовали: {tidy(event.participants) or LINE}", Align.LEFT, indent=False)


def _talk(gathering: Gathering) -> Iterator[Block]:
    for title, part in (("Повестка дня", PREAMBLE), ("Решили", ITEM)):
        yield Gap()
        yield Text(f"{title}:", Align.LEFT, bold=True, indent=False, close=True)
        yield Items(tuple(map(Item, said(gathering.texts, part))))
    if tidy(gathering.event.outcome):
        yield Text(f"Итог встречи: {tidy(gathering.event.outcome)}.")


def _wishes(choices: tuple[Choice, ...]) -> Iterator[Block]:
    if choices:
        rows = tuple((str(number), one.who, *one.wished) for number, one in enumerate(choices, 1))
        yield Gap()
        yield Text("Предпочтения участников:", Align.LEFT, bold=True, indent=False, close=True)
        yield Grid(_HEADS, rows, (0.06, 0.265, 0.225, 0.225, 0.225))


def _below(gathering: Gathering) -> Iterator[Block]:
    yield Gap()
    yield Signature("Председатель", _signs(tidy(gathering.event.responsible)))
    yield Signature("Секретарь", LINE)


def _signs(name: str) -> str:
    """Return initials and surname of one person; a line to sign on for a post, for several people and for nobody."""
    words = name.split()
    whole = [word for word in words if "." not in word]
    one = len(whole) == 1 if len(whole) < len(words) else len(words) in _NAME_WORDS
    alone = one and all(word[0].isupper() for word in words) and not set(name) & set(",;")
    return initials(name) if alone else LINE
