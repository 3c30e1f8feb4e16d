"""A table of any size is read and written in few calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books.live import LiveBook
from mentoring_xl.schema.tables import TABLES
from tests.live.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

    import xlwings as xw

pytestmark = pytest.mark.libreoffice
_MOST = 25


def test_a_table_of_any_size_is_read_in_few_calls(app: xw.App, example: Path, tmp_path: Path):
    counting, calls = counted(app.impl.context)
    path = tmp_path / "школа.xlsx"
    path.write_bytes(example.read_bytes())
    book = counting.books.open(path)
    try:
        live = LiveBook(book)
        taken = {}
        for table in TABLES:
            calls.clear()
            live.grid(table)
            taken[table.spec.name] = calls.total()
        assert {name: count for name, count in taken.items() if count > _MOST} == {}
    finally:
        book.close()
