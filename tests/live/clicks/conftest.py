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


@pytest.fixture
def example(person: Person, root: Path, tmp_path: Path) -> Iterator[xw.Book]:
    """The example book, opened and in front."""
    book = person.app.books.open(shutil.copy(root / "workbook" / "example.xlsx", tmp_path / "Книга школы.xlsx"))
    person.maximize()
    yield book
    book.close()
