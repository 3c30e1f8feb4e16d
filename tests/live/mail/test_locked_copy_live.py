"""The locked copy in a real suite: it opens with its password, and not without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books.libreoffice.errors import OfficeError
from mentoring_xl.books.live.asking import ask_text
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.mailing import prepare
from mentoring_xl.schema.tables import TABLES
from tests.mailing.school import NOW, rows

if TYPE_CHECKING:
    from pathlib import Path

    import xlwings as xw

PASSWORD = "Ёлка 2026"
pytestmark = pytest.mark.libreoffice


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """The attachment as it goes out."""
    tables = {**dict.fromkeys(TABLES, ()), **rows()}
    parcel = prepare(MemoryBook(tables), tmp_path / "школа.xlsx", NOW, password=PASSWORD)
    path = tmp_path / parcel.letter.name
    path.write_bytes(parcel.letter.attachment)
    return path


def test_the_attachment_opens_with_its_password(app: xw.App, locked: Path):
    book = app.books.open(locked, password=PASSWORD)
    try:
        assert book.sheets[0].name == "Что изменилось"
        assert book.sheets[0]["A2"].value.startswith("Копия № 20261120-140500-")
        assert book.sheets["Банк наставляемых"]["B5"].value == "Юрасова Нина Дмитриевна"
    finally:
        book.close()


@pytest.mark.parametrize("password", [None, "ёлка 2026"])
def test_the_attachment_does_not_open_otherwise(app: xw.App, locked: Path, password: str | None):
    count = len(app.books)
    with pytest.raises(OfficeError):
        app.books.open(locked, **({"password": password} if password else {}))
    assert len(app.books) == count


def test_a_suite_without_a_screen_asks_nobody(app: xw.App, book: xw.Book):
    assert ask_text(app, "Отправить директору", "Пароль", secret=True) is None
