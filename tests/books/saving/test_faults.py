"""Whatever the disk or the system refuses, the book is whole, old or new, and nothing is left over."""

import errno
import random
import subprocess
import sys
from pathlib import Path

import pytest

from mentoring_xl.books import saving
from mentoring_xl.core.errors import BookError
from tests.books.saving.faulty_disk import FaultyDisk
from tests.books.saving.killing import ROOT, kill_while_saving, start
from tests.books.saving.saving_books import NAME, add_one, leftovers, number_in, write

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)
CALLS = 22
LIMITED = """
import resource, sys
from pathlib import Path
from tests.books.saving.saving_books import add_one
from mentoring_xl.core.errors import BookError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    add_one(Path(sys.argv[1]))
except BookError as error:
    print(error)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    write(1, path)
    return path


def said_when_failing(path: Path, number: int, code: int) -> str | None:
    try:
        add_one(path, disk=FaultyDisk(number, code))
    except BookError as error:
        return str(error)
    return None


def test_a_save_without_faults_makes_this_many_calls(path: Path) -> None:
    disk = FaultyDisk(0, 0)
    add_one(path, disk=disk)
    assert disk.calls == CALLS


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_each_call_may_fail(path: Path, code: int) -> None:
    for number in range(1, CALLS + 1):
        write(1, path)
        said = said_when_failing(path, number, code)
        assert said is None or "«Книга.xlsx» не изменена. " in said
        assert number_in(path) == (1 if said else 2)
        assert leftovers(path.parent) == []
        assert all(number_in(kept) == 1 for kept in saving.backups(path))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "На диске нет места. Освободите место и повторите."),
        (errno.EIO, "Диск или сеть не отвечают. Проверьте подключение и повторите."),
        (errno.EACCES, "Нет права писать в эту папку или файл."),
        (errno.EROFS, "Диск только для чтения. Перенесите книгу на другой диск и повторите."),
        (errno.EMFILE, "Открыто слишком много файлов. Закройте лишние программы и повторите."),
    ],
)
def test_each_fault_has_its_own_sentence(path: Path, code: int, words: str) -> None:
    with pytest.raises(BookError) as refusal:
        add_one(path, disk=FaultyDisk(1, code))
    assert words in str(refusal.value)


@pytest.mark.parametrize("limit", [10, 1_000, 4_000])
def test_a_file_that_may_not_grow_stays_as_it_was(path: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(limit)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "Книга «Книга.xlsx» не изменена. На диске нет места. Освободите место и повторите.\n"
    assert number_in(path) == 1
    assert leftovers(path.parent) == []


def test_a_process_killed_at_any_moment_leaves_a_whole_book(path: Path) -> None:
    chance = random.Random(1)
    last = 1
    for _ in range(30):
        kill_while_saving(path, chance)
        assert number_in(path) >= last
        last = number_in(path)
    add_one(path)
    assert number_in(path) == last + 1
    assert leftovers(path.parent) == []
    assert all(number_in(kept) < number_in(path) for kept in saving.backups(path))


def test_four_processes_lose_no_update(path: Path) -> None:
    processes = [start(path, 100) for _ in range(4)]
    counts = [[int(word) for word in process.communicate()[0].split()] for process in processes]
    kept, refused = (sum(column) for column in zip(*counts, strict=True))
    assert kept + refused == 400
    assert number_in(path) == 1 + kept
    assert leftovers(path.parent) == []
