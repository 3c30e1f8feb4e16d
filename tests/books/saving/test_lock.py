"""One process at a time changes a book; a dead one does not keep it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentoring_xl.books import saving
from mentoring_xl.books.saving.processes import HOST, HOST_MARK
from mentoring_xl.core.errors import BookError
from tests.books.saving.saving_books import NAME, leftovers, write

DAY = 24 * 3600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    write(1, path)
    return path


@pytest.fixture
def dead_pid() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def lock_of(path: Path) -> Path:
    return path.with_name(".Книга.xlsx.mentoring.lock")


def test_a_lock_lies_beside_the_book_while_it_is_held(path: Path) -> None:
    with saving.locked(path):
        assert leftovers(path.parent) == [".Книга.xlsx.mentoring.lock"]
        assert lock_of(path).read_text(encoding="utf-8").split("\n")[:2] == [str(os.getpid()), HOST]
    assert leftovers(path.parent) == []


def test_a_held_book_is_refused_and_the_lock_file_is_named(path: Path) -> None:
    with (
        saving.locked(path),
        pytest.raises(BookError, match=f"компьютер {HOST}.*удалите файл «.Книга.xlsx.mentoring.lock»"),
        saving.locked(path, patience=0.1),
    ):
        raise AssertionError("held twice")


def test_a_fault_inside_frees_the_book(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), saving.locked(path):
        raise ZeroDivisionError
    assert leftovers(path.parent) == []


def test_the_lock_of_a_dead_process_is_taken_over(path: Path, dead_pid: int) -> None:
    lock_of(path).write_text(f"{dead_pid}\n{HOST}\n20.11.2026 14:05\nabc\n", encoding="utf-8")
    with saving.locked(path, patience=0.0):
        assert lock_of(path).read_text(encoding="utf-8").startswith(f"{os.getpid()}\n")
    assert leftovers(path.parent) == []


def test_the_lock_of_another_computer_is_respected(path: Path, dead_pid: int) -> None:
    lock_of(path).write_text(f"{dead_pid}\ndirector-pc\n20.11.2026 14:05\nabc\n", encoding="utf-8")
    with (
        pytest.raises(BookError, match=r"компьютер director-pc, с 20.11.2026 14:05"),
        saving.locked(path, patience=0.1),
    ):
        raise AssertionError("held twice")


def test_the_lock_of_another_computer_is_forgotten_after_a_day(path: Path) -> None:
    lock_of(path).write_text("5\ndirector-pc\n20.11.2026 14:05\nabc\n", encoding="utf-8")
    yesterday = path.stat().st_mtime - DAY
    os.utime(lock_of(path), (yesterday, yesterday))
    with saving.locked(path, patience=0.0):
        assert lock_of(path).exists()


@pytest.mark.parametrize(("age", "taken"), [(0, False), (60, True)])
def test_a_lock_without_text_is_taken_over_when_it_is_not_new(path: Path, age: int, taken: bool) -> None:
    lock_of(path).touch()
    made = path.stat().st_mtime - age
    os.utime(lock_of(path), (made, made))
    try:
        with saving.locked(path, patience=0.1):
            assert taken
    except BookError:
        assert not taken


def test_what_dead_processes_left_is_swept(path: Path, dead_pid: int) -> None:
    room = path.with_name(f".mentoring-{HOST_MARK}-{dead_pid}-0123abcd")
    room.mkdir()
    (room / "new.xlsx").write_bytes(b"half")
    with saving.locked(path):
        pass
    assert leftovers(path.parent) == []


def test_what_living_processes_and_other_people_keep_is_not_swept(path: Path) -> None:
    kept = [f".mentoring-{HOST_MARK}-{os.getpid()}-0123abcd", ".mentoring-0123abcd-5-0123abcd", ".mentoring-notes"]
    for name in kept:
        path.with_name(name).mkdir()
    with saving.locked(path):
        pass
    assert leftovers(path.parent) == sorted(kept)
