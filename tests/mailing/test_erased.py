"""Erasing a person takes the kept copies that name him, and leaves the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import cli
from mentoring_xl.books import sent
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.mailing import prepare
from mentoring_xl.schema.tables import TABLES
from tests.mailing.school import NOW, rows, school

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "20261121-090000-00aa11"


def test_a_kept_copy_that_names_the_person_goes_with_him(tmp_path: Path):
    path = school(tmp_path / "школа.xlsx")
    tables = {**dict.fromkeys(TABLES, ()), **rows()}
    copy = prepare(MemoryBook(tables), path, NOW).copy
    nobody = prepare(MemoryBook(dict.fromkeys(TABLES, ())), path, NOW).copy
    sent.keep(path, copy.copy_id, copy.data)
    sent.keep(path, OTHER, nobody.data)
    assert cli.main(["erase", str(path), "Н-1", "--yes"]) == cli.DONE
    assert sent.all_ids(path) == (OTHER,)
    assert sent.find(path, copy.copy_id) is None
