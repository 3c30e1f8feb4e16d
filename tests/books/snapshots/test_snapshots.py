"""Snapshots on the disk: how many, how long, what they are called, and what is said of one that cannot be read."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import stat
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books import saving
from mentoring_xl.books.cells import Formula
from mentoring_xl.books.sheets import Note
from mentoring_xl.books.snapshots import FolderShelf, Snapshot, at_home, beside
from mentoring_xl.books.trace import ANY_FORMULA, Files, PageTrace, TableTrace, Trace
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.table import Kind
from tests.books.saving.faulty_disk import FaultyDisk

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 14, 5)
TABLE = TableTrace(
    name="Unpaired",
    sheet="Без пары",
    head=4,
    titles=("Код", "Причина", "Моё"),
    kinds=(Kind.TEXT, Kind.DATE, None),
    ends=(5, 6),
    rows=2,
    origins=(1, None, None),
    shown=(("Н-1", dt.date(2026, 9, 1), ANY_FORMULA), ("Н-2", 1.5, None), (None, True, "")),
    made=frozenset({1}),
    earlier={(0, 1): dt.datetime(2026, 9, 1, 10, 30)},
    gone={0: ("Н-9", None, Formula("=A1*2"))},
    formats={(0, 1): "General"},
    heights={0: None, 1: 30.0},
    bottom=40,
    notes={(0, 2): Note("Спросить", "Завуч")},
)
PAGE = PageTrace("Приказ 1", {(1, 1): "ПРИКАЗ"}, {(1, 1): "ПРИКАЗ", (2, 1): "№ 1"}, b"PK\x03\x04")


class Clock(saving.Disk):
    """A disk whose clock is set by hand."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2026, 11, 20, tzinfo=dt.timezone.utc)

    def now(self) -> float:
        return self.moment.timestamp()


def snapshot(number: int = 1) -> Snapshot:
    return Snapshot(f"Кнопка {number}", NOW, Trace())


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / ".mentoring" / "undo").iterdir())


def test_a_snapshot_is_read_as_it_was_kept(tmp_path: Path):
    shelf = beside(tmp_path / "книга.xlsx")
    whole = Snapshot("Пересчитать пары", NOW, Trace((TABLE,), (PAGE,), Files("a", "b", "книга 1.xlsx")))
    shelf.keep(whole)
    assert shelf.newest() == whole


def test_the_last_one_is_taken_first_and_each_only_once(tmp_path: Path):
    clock = Clock()
    shelf = beside(tmp_path / "книга.xlsx", disk=clock)
    for number in (1, 2):
        shelf.keep(snapshot(number))
        clock.moment += dt.timedelta(seconds=1)
    found = []
    while last := shelf.newest():
        found.append(last.button)
        shelf.drop()
    assert found == ["Кнопка 2", "Кнопка 1"]


def test_never_more_than_twenty_of_a_book_are_kept(tmp_path: Path):
    clock = Clock()
    shelf, other = beside(tmp_path / "книга.xlsx", disk=clock), beside(tmp_path / "другая.xlsx", disk=clock)
    other.keep(snapshot(99))
    for number in range(1, 26):
        clock.moment += dt.timedelta(minutes=1)
        shelf.keep(snapshot(number))
    assert len(kept(tmp_path)) == 21
    newest, past = shelf.newest(), other.newest()
    assert newest is not None
    assert newest.button == "Кнопка 25"
    assert past is not None
    assert past.button == "Кнопка 99"


def test_after_fourteen_days_a_snapshot_of_any_book_is_gone(tmp_path: Path):
    clock = Clock()
    beside(tmp_path / "другая.xlsx", disk=clock).keep(snapshot())
    shelf = beside(tmp_path / "книга.xlsx", disk=clock)
    shelf.keep(snapshot())
    clock.moment += dt.timedelta(days=13, hours=23)
    assert shelf.newest() is not None
    clock.moment += dt.timedelta(hours=2)
    assert shelf.newest() is None
    assert kept(tmp_path) == []


def test_file_names_tell_nothing_and_only_the_owner_reads_the_file(tmp_path: Path):
    beside(tmp_path / "Иванова Мария Петровна.xlsx").keep(snapshot())
    (file,) = kept(tmp_path)
    assert file.name.isascii()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_book_that_was_never_saved_has_its_snapshots_in_the_folder_of_user_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    at_home("Без имени 1").keep(snapshot())
    assert len(list((tmp_path / "mentoring-xl" / "undo").iterdir())) == 1
    assert at_home("Без имени 2").newest() is None
    assert at_home("Без имени 1").newest() == snapshot()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"PK" + data,
        lambda data: gzip.compress(b"[]"),
        lambda data: gzip.compress(b"\xff\xfe"),
        lambda data: gzip.compress(b"[" * 100_000),
        lambda data: gzip.compress(json.dumps({**json.loads(gzip.decompress(data)), "version": 2}).encode()),
        lambda data: gzip.compress(
            json.dumps({**json.loads(gzip.decompress(data)), "tables": [{"name": "x"}]}).encode()
        ),
    ],
    ids=["empty", "half", "other start", "no object", "no text", "deep", "later version", "foreign table"],
)
def test_a_damaged_or_foreign_snapshot_is_told_in_a_sentence(damage: object, tmp_path: Path):
    shelf = beside(tmp_path / "книга.xlsx")
    shelf.keep(snapshot())
    (file,) = kept(tmp_path)
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    with pytest.raises(BookError, match=r"^Снимок для отмены повреждён или сделан другой версией программы\. Возьмите"):
        shelf.newest()


def test_whatever_call_to_the_disk_fails_there_is_a_whole_snapshot_or_none(tmp_path: Path):
    said = []
    for number in range(1, 30):
        folder = tmp_path / str(number)
        folder.mkdir()
        disk = FaultyDisk(number, 28)
        told = _keep(beside(folder / "книга.xlsx", disk=disk))  # type: ignore[arg-type]
        assert beside(folder / "книга.xlsx").newest() == (None if told else snapshot())
        said.append(told)
    assert set(said) == {"", "Снимок для отмены не записан. На диске нет места. Освободите место и повторите."}
    assert sum(map(bool, said)) == 4


def _keep(shelf: FolderShelf) -> str:
    """Keep a snapshot and return what is said of a failure."""
    try:
        shelf.keep(snapshot())
    except BookError as error:
        return str(error)
    return ""
