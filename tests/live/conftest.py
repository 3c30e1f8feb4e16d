"""One real spreadsheet program for all live tests, driven through xlwings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlwings as xw

from mentoring_xl.books import libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator

ONLY_OFFICE = "libreoffice"


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark of tests about LibreOffice itself."""
    config.addinivalue_line("markers", f"{ONLY_OFFICE}: about LibreOffice itself, left out with --engine excel")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With Excel, leave out what only LibreOffice has."""
    if config.getoption("--engine") == "excel":
        left_out = [item for item in items if item.get_closest_marker(ONLY_OFFICE)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def app(request: pytest.FixtureRequest) -> Iterator[xw.App]:
    """The program under test: a LibreOffice of our own without a screen, or Excel (--engine excel)."""
    if request.config.getoption("--engine") == "excel":
        with xw.App(visible=False, add_book=False) as excel:
            yield excel
    else:
        with libreoffice.launch() as office:
            yield office


@pytest.fixture
def book(app: xw.App) -> Iterator[xw.Book]:
    """A new empty book, closed afterwards."""
    made = app.books.add()
    yield made
    made.close()


@pytest.fixture
def sheet(book: xw.Book) -> xw.Sheet:
    """The first sheet of a new book."""
    return book.sheets[0]
