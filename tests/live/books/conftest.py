"""Books to press buttons on, opened in the one spreadsheet program of the live tests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.actions.create import example_book
from mentoring_xl.books.new import create
from mentoring_xl.schema.tables import Notice, Order, Pair
from tests.books.closed.closed_books import Laid, build
from tests.books.closed.conftest import ORDER, PAIRS
from tests.live.lightened import lightened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import xlwings as xw

NOW = dt.datetime(2026, 11, 20, 14, 5)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example book exactly as it is built; copy it before use."""
    return create(tmp_path_factory.mktemp("built") / "школа.xlsx", example_book(NOW.date()))


@pytest.fixture(scope="session")
def example(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example book without its print titles: it opens in a third of the time; copy it before use."""
    return lightened(built, tmp_path_factory.mktemp("example") / "школа.xlsx")


@pytest.fixture
def opened(app: xw.App, tmp_path: Path) -> Iterator[Callable[[Path], xw.Book]]:
    """Open a copy of a book; it is closed without saving at the end."""
    books: list[xw.Book] = []

    def open_copy(path: Path, **options: bool) -> xw.Book:
        copy = tmp_path / f"{len(books)} {path.name}"
        copy.write_bytes(path.read_bytes())
        books.append(app.books.open(copy, **options))
        return books[-1]

    yield open_copy
    for book in books:
        book.close()


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A decorated book: pairs on a renamed sheet from B6, columns moved, two foreign ones, one of them formulas."""
    pairs = Laid(Pair, PAIRS, sheet="Пары 2026", order=ORDER, left=1, top=5, blank=1, formulas={"Вдвое": "=L{row}*2"})
    path = tmp_path_factory.mktemp("school") / "школа.xlsx"
    return build(path, pairs, Laid(Order, [{"code": "пр1"}]), Laid(Notice), decorated=True)
