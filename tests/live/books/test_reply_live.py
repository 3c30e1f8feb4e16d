"""«Принять ответ» and «Решить расхождения» in an open book come to the same cells as in the closed file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.live import LiveBook
from mentoring_xl.books.new import create
from mentoring_xl.books.whole import read_whole
from mentoring_xl.core.content import Content
from mentoring_xl.core.edit import Amend
from mentoring_xl.core.grid import typed
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Conflict, Employee, Mentee
from mentoring_xl.undo import undo
from tests.live.books.conftest import NOW
from tests.live.lightened import lightened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import xlwings as xw

    from mentoring_xl.core.side import Side

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def sides(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Side]:
    """The example book as it was sent, and as it came back: a cell, a person more, one fewer, a word in dispute."""
    content = example_book(NOW.date())
    mentees, staff = list(content.rows[Mentee]), content.rows[Employee]
    new = mentees[2].but(code="Н-99", full_name="Новиков Пётр Ильич", number=None)
    mentees[0] = mentees[0].but(results="=Готова")
    mentees[1] = mentees[1].but(results="Их слово")
    rows = {**content.rows, Mentee: (*mentees, new), Employee: (*staff[:3], *staff[4:])}
    back = create(tmp_path_factory.mktemp("back") / "ответ.xlsx", Content(rows, NOW, content.title, content.stamp))
    return {
        "base": read_whole(built.read_bytes(), "к.xlsx").side,
        "theirs": read_whole(back.read_bytes(), "о.xlsx").side,
    }


def tables(book: ClosedBook | LiveBook) -> dict[str, object]:
    return {table.__name__: typed(table, book.grid(table)).rows for table in (Mentee, Employee, Conflict)}


def work(book: ClosedBook | LiveBook, sides: dict[str, Side]) -> dict[str, object]:
    """Take the reply, choose on every row, settle; the book has a word of its own in the disputed cell."""
    second = typed(Mentee, book.grid(Mentee)).rows[1]
    book.apply((Amend(second, {"results": "Наше слово"}),))
    book.save()
    first = session.press(button("accept_reply"), book, NOW, given=sides)
    assert session.press(button("accept_reply"), book, NOW, given=sides).changes == {}
    book.apply(Amend(row, {"choice": "из файла"}) for row in typed(Conflict, book.grid(Conflict)).rows)
    book.save()
    second_press = session.press(button("settle_conflicts"), book, NOW)
    return {**tables(book), "said": (first.summary, second_press.summary, dict(first.changes))}


def test_both_come_to_the_same_and_undo_takes_the_settling_back(
    opened: Callable[[Path], xw.Book], built: Path, sides: dict[str, Side], tmp_path: Path
) -> None:
    closed = tmp_path / "закрытая.xlsx"
    closed.write_bytes(built.read_bytes())
    live = opened(lightened(built, tmp_path / "лёгкая.xlsx"))
    with ClosedBook.open(closed) as book:
        expected = work(book, sides)
    assert work(LiveBook(live), sides) == expected
    mentees = typed(Mentee, LiveBook(live).grid(Mentee)).rows
    assert [row.results for row in mentees[:2]] == ["=Готова", "Их слово"]
    assert mentees[-1].full_name == "Новиков Пётр Ильич"
    assert len(typed(Employee, LiveBook(live).grid(Employee)).rows) == len(example_book(NOW.date()).rows[Employee]) - 1
    undo(LiveBook(live))
    assert typed(Mentee, LiveBook(live).grid(Mentee)).rows[1].results == "Наше слово"
