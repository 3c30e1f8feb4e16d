"""A small school whose «Заполнить приказы» can be pressed again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from mentoring_xl.actions.orders import fill_orders, order_papers
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.grid import typed
from mentoring_xl.core.outcome import Outcome, Tables
from mentoring_xl.core.table import R, Row
from mentoring_xl.documents.paper import Grid, Items, Paper
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    CaseForms,
    Consent,
    Employee,
    Mentee,
    Mentor,
    Order,
    OrderLine,
    Pair,
    PaperText,
    Setting,
    Step,
)

TODAY = dt.date(2026, 11, 20)
SIGNED_ON = dt.date(2026, 11, 23)
TABLES = (Order, OrderLine, PaperText, CaseForms, Step, Employee, Mentee, Mentor, Consent, Pair, Setting)
DATA, WORK = "обработка персональных данных", "работа наставником"
TEACHER = {"group": "педагог", "post": "учитель химии", "birth_year": 1980}


@dataclass
class School:
    """A book in memory. changes: of the last press, by sheet."""

    book: MemoryBook
    changes: dict[str, int] = field(default_factory=dict)

    def rows(self, table: type[R]) -> list[R]:
        """The rows of a table, to be looked at or changed in place."""
        found: list[R] = self.book.rows.setdefault(table, [])  # type: ignore[assignment]
        return found

    def set(self, table: type[Row], at: int, **values: object) -> None:
        """Change cells of a row."""
        self.rows(table)[at] = self.rows(table)[at].but(**values)

    def tables(self) -> Tables:
        return Tables({table: typed(table, self.book.grid(table)).rows for table in TABLES})

    def press(self) -> Outcome:
        """Press «Заполнить приказы» and carry out its edits."""
        outcome = fill_orders(self.tables(), TODAY)
        self.changes = dict(self.book.apply(outcome.edits))
        return outcome

    def sign(self, at: int, number: str) -> None:
        self.set(Order, at, state="подписан", order_number=number, date=SIGNED_ON)

    def paper(self, code: str) -> Paper:
        return {order.code: paper for order, paper in order_papers(self.tables(), TODAY)}[code]

    def found(self) -> list[str]:
        """What a press finds, without the advice."""
        return [str(finding).partition(" → ")[0] for finding in self.press().findings]


def items(paper: Paper) -> list[str]:
    """The items with their sub-items, numbered as they are printed."""
    (block,) = [block for block in paper.blocks if isinstance(block, Items)]
    return [
        text
        for number, item in enumerate(block.items, 1)
        for text in (f"{number}. {item.text}", *(f"{number}.{at} {sub.text}" for at, sub in enumerate(item.items, 1)))
    ]


def grid(paper: Paper) -> tuple[tuple[str, ...], ...]:
    """The rows of the appendix."""
    (block,) = [block for block in paper.blocks if isinstance(block, Grid)]
    return block.rows


def _school() -> School:
    mentees = [
        Mentee(code="Н-1", full_name="Зимин Пётр Ильич", **TEACHER),
        Mentee(code="Н-2", full_name="Белова Анна Юрьевна", **TEACHER),
    ]
    mentors = [
        Mentor(code="М-1", full_name="Лесная Вера Юрьевна", **TEACHER),
        Mentor(code="М-2", full_name="Озеров Иван Петрович", **TEACHER),
    ]
    consents = [
        Consent(person_code=person.code, kind=kind, given_by="участник", signed=dt.date(2026, 4, 10))
        for person in (*mentees, *mentors)
        for kind in ((DATA, WORK) if isinstance(person, Mentor) else (DATA,))
    ]
    pairs = [_pair("Н-1", "М-1"), _pair("Н-2", "М-2")]
    staff = [
        Employee(code="С-1", full_name="Камышева Ольга Михайловна", gender="ж", role="координатор", active=True,
                 post="Заместитель директора по учебной работе"),
        Employee(code="С-2", full_name="Лугова София Николаевна", gender="ж", role="куратор", active=True,
                 post="заместитель директора по воспитательной работе"),
        Employee(code="С-3", full_name="Рощин Олег Дмитриевич", gender="м", role="куратор", active=True,
                 post="учитель физики"),
    ]  # fmt: skip
    settings = default_rows(
        school="МБОУ «Заводская школа»", town="с. Заводское", director="Полевая Анна Ильинична", period="2026/2027"
    )
    return School(
        MemoryBook(
            {
                Mentee: mentees,
                Mentor: mentors,
                Consent: consents,
                Pair: pairs,
                Employee: staff,
                Setting: settings,
                **dict.fromkeys((Order, OrderLine, PaperText, CaseForms, Step), ()),
            }
        )
    )


def _pair(mentee: str, mentor: str) -> Pair:
    return Pair(
        code=f"{mentee}/{mentor}", mentee_code=mentee, mentor_code=mentor, form="учитель–учитель", state="согласована"
    )


@pytest.fixture
def school() -> School:
    """Two agreed pairs with all consents, a coordinator and two curators, no order yet."""
    return _school()


@pytest.fixture
def signed() -> School:
    """The same with both pairs in the signed order 27-ОД of 23.11.2026."""
    school = _school()
    school.press()
    school.sign(0, "27-ОД")
    school.press()
    return school


@pytest.fixture
def pair() -> Callable[[str, str], Pair]:
    """Make an agreed pair."""
    return _pair


@pytest.fixture
def items_of() -> Callable[[Paper], list[str]]:
    """See `items`."""
    return items


@pytest.fixture
def grid_of() -> Callable[[Paper], tuple[tuple[str, ...], ...]]:
    """See `grid`."""
    return grid
