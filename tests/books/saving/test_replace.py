"""A save puts the whole new state in place of the old one, keeps the old one, or changes nothing and says why."""

import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from mentoring_xl.books import saving
from mentoring_xl.core.errors import BookError
from tests.books.saving.saving_books import NAME, add_one, book, leftovers, number_in, write


class Clock(saving.Disk):
    """A disk whose clock stands still until somebody sleeps."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.timestamp()

    def now(self) -> float:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.moment += seconds


class Held(Clock):
    """A disk on which Windows lets nobody replace the book for a while."""

    def __init__(self, moment: datetime, seconds: float) -> None:
        super().__init__(moment)
        self.free_at = self.moment + seconds

    def replace(self, source: Path, target: Path) -> None:
        if target.name == NAME and self.moment < self.free_at:
            error = PermissionError(13, "sharing violation")
            error.winerror = 32
            raise error
        super().replace(source, target)


NOON = datetime(2026, 11, 20, 14, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    write(1, path)
    return path


def save(path: Path, number: int = 2, *, disk: saving.Disk | None = None, read_as: str | None = None) -> saving.Saved:
    with saving.locked(path, disk=disk):
        mark = read_as or saving.fingerprint(path)
        return saving.replace(path, lambda fresh: write(number, fresh), read_as=mark, disk=disk)


def test_the_new_state_is_in_place_and_the_old_one_is_kept(path: Path) -> None:
    saved = save(path, disk=Clock(NOON))
    assert (saved.path, number_in(path)) == (path, 2)
    assert saved.fingerprint == saving.fingerprint(path)
    assert saved.backup == path.parent / ".mentoring/backup/Книга 2026-11-20 14-05-00-000000.xlsx"
    assert number_in(saved.backup) == 1
    assert leftovers(path.parent) == []


def test_a_new_book_needs_no_old_one(tmp_path: Path) -> None:
    saved = saving.replace(tmp_path / NAME, lambda fresh: write(5, fresh), read_as=None)
    assert (number_in(saved.path), saved.backup) == (5, None)
    assert leftovers(tmp_path) == []


def test_a_new_book_never_overwrites_another(path: Path) -> None:
    with pytest.raises(BookError, match=r"^Файл «Книга.xlsx» уже есть. Выберите другое имя и повторите.$"):
        saving.replace(path, lambda fresh: write(5, fresh), read_as=None)
    assert number_in(path) == 1


def test_a_book_that_changed_meanwhile_is_left_alone(path: Path) -> None:
    read_as = saving.fingerprint(path)
    write(50, path)
    with pytest.raises(BookError, match=r"только что изменили в другом месте. Повторите"):
        save(path, read_as=read_as)
    assert number_in(path) == 50


def test_a_book_that_changed_while_the_new_state_was_written_is_left_alone(path: Path) -> None:
    def produce(fresh: Path) -> None:
        write(2, fresh)
        write(50, path)

    with saving.locked(path), pytest.raises(BookError, match="только что изменили"):
        saving.replace(path, produce, read_as=saving.fingerprint(path))
    assert number_in(path) == 50
    assert leftovers(path.parent) == []


def test_a_new_state_that_is_no_book_is_not_put_in_place(path: Path) -> None:
    with saving.locked(path), pytest.raises(BookError, match="не прошла проверку, книга не изменена"):
        saving.replace(path, lambda fresh: fresh.write_bytes(b"junk"), read_as=saving.fingerprint(path))
    assert number_in(path) == 1
    assert leftovers(path.parent) == []


def test_a_new_state_that_the_caller_does_not_recognise_is_not_put_in_place(path: Path) -> None:
    def verify(fresh: Path) -> None:
        assert number_in(fresh) == 2
        raise BookError("не то")

    with saving.locked(path), pytest.raises(BookError, match="не прошла проверку, книга не изменена"):
        saving.replace(path, lambda fresh: write(2, fresh), read_as=saving.fingerprint(path), verify=verify)
    assert number_in(path) == 1


def test_mode_owner_and_extended_attributes_stay(path: Path) -> None:
    path.chmod(0o640)
    os.chown(path, os.getuid(), os.getgid())
    os.setxattr(path, "user.zone", b"ZoneId=3")
    save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.getxattr(path, "user.zone") == b"ZoneId=3"


def test_a_link_stays_and_the_file_behind_it_is_replaced(path: Path, tmp_path: Path) -> None:
    (tmp_path / "другая").mkdir()
    link = tmp_path / "другая" / "ссылка.xlsx"
    link.symlink_to(path)
    save(link)
    assert link.is_symlink()
    assert number_in(path) == 2


def test_a_read_only_book_is_told(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(BookError, match=r"помечена «только чтение». Снимите пометку"):
        save(path)
    assert number_in(path) == 1


def test_twenty_old_states_are_kept(path: Path) -> None:
    for minute in range(25):
        save(path, minute, disk=Clock(datetime(2026, 11, 20, 14, minute)))
    assert [number_in(kept) for kept in saving.backups(path)] == list(range(23, 3, -1))


def test_old_states_of_two_weeks_ago_go(path: Path) -> None:
    save(path, 2, disk=Clock(datetime(2026, 11, 5, 14, 4)))
    save(path, 3, disk=Clock(datetime(2026, 11, 6, 14, 6)))
    save(path, 4, disk=Clock(NOON))
    assert [number_in(kept) for kept in saving.backups(path)] == [3, 2]


def test_another_books_old_states_stay(path: Path) -> None:
    other = path.with_name("Книга 2.xlsx")
    write(1, other)
    save(other, disk=Clock(datetime(2026, 10, 1, 12, 0)))
    save(path, disk=Clock(NOON))
    assert len(saving.backups(other)) == 1


def test_a_short_hold_by_windows_is_waited_out(path: Path) -> None:
    saved = save(path, disk=Held(NOON, 2.0))
    assert (saved.path, saved.aside, number_in(path)) == (path, False, 2)


def test_a_long_hold_by_windows_leads_to_a_dated_copy(path: Path) -> None:
    saved = save(path, disk=Held(NOON, 60.0))
    assert saved.path.name == "Книга (копия 20.11.2026 14-05).xlsx"
    assert (saved.aside, number_in(saved.path), number_in(path)) == (True, 2, 1)


def test_the_dated_name_is_free(path: Path) -> None:
    first = saving.beside(path, NOON)
    write(1, first)
    assert first.name == "Книга (копия 20.11.2026 14-05).xlsx"
    assert saving.beside(path, NOON).name == "Книга (копия 20.11.2026 14-05, 2).xlsx"


def test_a_name_as_long_as_the_disk_allows_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("я" * 125 + ".xlsx")
    write(1, path)
    assert number_in(save(path).path) == 2


def test_a_second_save_follows_the_first(path: Path) -> None:
    add_one(path)
    add_one(path)
    assert number_in(path) == 3
    assert [book(number) for number in (2, 1)] == [kept.read_bytes() for kept in saving.backups(path)]
