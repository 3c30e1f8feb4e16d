"""A book that LibreOffice has written anew is as good as ours: every command works on it and says the same."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import session
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.grid import typed
from mentoring_xl.core.table import PERSON
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import (
    TABLES,
    Entry,
    Indicator,
    Notice,
    Order,
    Pair,
    StatusLine,
    Step,
    SwotLine,
    Unpaired,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.core.table import Row

NOW = dt.datetime(2026, 11, 20, 14, 5)
XLSX = "xlsx:Calc MS Excel 2007 XML"


def press_all(path: Path) -> list[dict[str, int]]:
    """Press every button in turn; return the changes of each."""
    changes = []
    for button in BUTTONS:
        with ClosedBook.open(path) as book:
            changes.append(dict(session.press(button, book, NOW).changes))
    return changes


def rows(path: Path, table: type[Row]) -> list[dict[str, object]]:
    return [row.values() for row in typed(table, ClosedBook(path).grid(table)).rows]


def by_hand(path: Path) -> dict[str, list[list[object]]]:
    """What people filled in, by sheet."""
    return {
        table.spec.sheet: [
            [values[column.field] for column in table.spec.columns if column.filled_by is PERSON]
            for values in rows(path, table)
        ]
        for table in TABLES
        if table not in {Pair, Unpaired, Order, Notice, Entry, StatusLine, SwotLine}
    }


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create(tmp_path_factory.mktemp("ours") / "школа.xlsx", example_book(NOW.date()))


@pytest.fixture(scope="module")
def theirs(ours: Path, office: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office(ours, XLSX, tmp_path_factory.mktemp("theirs"))


def test_every_command_does_and_says_the_same_and_keeps_what_people_wrote(
    ours: Path, theirs: Path, office: Callable[..., Path], tmp_path: Path
):
    typed_before = by_hand(theirs)
    assert typed_before == by_hand(ours)
    assert press_all(theirs) == press_all(ours)
    kept = {sheet: lines[: len(typed_before[sheet])] for sheet, lines in by_hand(theirs).items()}
    assert kept == typed_before
    for table in (Step, Pair, Unpaired, Order, Indicator, StatusLine, SwotLine, Notice, Entry):
        assert rows(theirs, table) == rows(ours, table)
    again = office(theirs, XLSX, tmp_path)
    assert press_all(again) == [{}] * len(BUTTONS)
