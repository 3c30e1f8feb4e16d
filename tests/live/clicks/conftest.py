"""One LibreOffice with the extension for all clicks."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.live.clicks import desktops
from tests.live.clicks.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import xlwings as xw


@pytest.fixture(scope="session")
def person() -> Iterator[Person]:
    """Someone in front of a Russian LibreOffice that finds the package."""
    with desktops.screen() as display, desktops.office(display, russian=True) as (app, scratch):
        desktops.write_addin(scratch)
        yield Person(app, display)


@pytest.fixture(scope="module")
def _school(person: Person, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[xw.Book]:
    folder = tmp_path_factory.mktemp("school")
    book = person.app.books.open(shutil.copy(root / "workbook" / "example.xlsx", folder / "Книга школы.xlsx"))
    yield book
    book.close()


@pytest.fixture
def example(person: Person, _school: xw.Book) -> xw.Book:
    """The example book in front; one for all tests of a file, for opening it takes seconds."""
    _school.activate()
    person.maximize()
    return _school


@pytest.fixture
def empty(person: Person) -> Iterator[xw.Book]:
    """A new book, in front, that is not ours."""
    book = person.app.books.add()
    person.maximize()
    yield book
    book.close()
