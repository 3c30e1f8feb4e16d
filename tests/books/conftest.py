"""The example school's book, and the same book as a deputy head has made it her own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring_xl.actions.create import example_book
from mentoring_xl.books.new import create
from mentoring_xl.schema.buttons import BUTTONS
from tests.books.decorated.school import decorate, live_on
from tests.books.pressing import EARLIER, press

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example school's book as it is made."""
    return create(tmp_path_factory.mktemp("school") / "школа.xlsx", example_book(EARLIER.date()))


@pytest.fixture(scope="session")
def pressed(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example school's book after its first round of presses."""
    book = tmp_path_factory.mktemp("pressed") / "школа.xlsx"
    book.write_bytes(example.read_bytes())
    assert [press(button.command, book, EARLIER) for button in BUTTONS] == [1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0]
    return book


@pytest.fixture(scope="session")
def decorated(pressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That book a few weeks later."""
    book = tmp_path_factory.mktemp("decorated") / "украшенная.xlsx"
    book.write_bytes(pressed.read_bytes())
    return live_on(decorate(book))
