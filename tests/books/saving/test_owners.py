"""A book that somebody has open is not replaced, and the person learns who has it and what to do."""

from pathlib import Path

import pytest

from mentoring_xl.books import saving
from mentoring_xl.core.errors import BookError
from tests.books.saving.saving_books import NAME, number_in, write

USER = "Смирнова О. В."


def excel_mark(name: str) -> bytes:
    narrow, wide = name.encode("cp1251"), name.encode("utf-16-le")
    return bytes([len(narrow)]) + narrow.ljust(54) + len(name).to_bytes(2, "little") + (wide + b" \0" * 54)[:108]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    write(1, path)
    return path


def test_a_free_book_has_no_owner(path: Path) -> None:
    assert saving.busy(path) is None


@pytest.mark.parametrize("mark", [excel_mark(USER), excel_mark(USER)[:55]], ids=["whole", "narrow name only"])
def test_excel_is_named_with_its_user(path: Path, mark: bytes) -> None:
    path.with_name("~$Книга.xlsx").write_bytes(mark)
    assert saving.busy(path) == "Excel, Смирнова О. В."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Смирнова О. В.,olga,school-pc,20.11.2026 14:05,file:///home/olga;", "LibreOffice, Смирнова О. В."),
        (",olga,school-pc,20.11.2026 14:05,file:///home/olga;", "LibreOffice, olga"),
        ("Смирнова\\, О. В.,olga,school-pc,20.11.2026 14:05,;", "LibreOffice, Смирнова, О. В."),
        ("", "LibreOffice"),
    ],
)
def test_libreoffice_is_named_with_its_user(path: Path, text: str, who: str) -> None:
    path.with_name(".~lock.Книга.xlsx#").write_text(text, encoding="utf-8")
    assert saving.busy(path) == who


def test_an_open_book_is_not_replaced_and_a_copy_is_offered(path: Path) -> None:
    path.with_name("~$Книга.xlsx").write_bytes(excel_mark(USER))
    with saving.locked(path), pytest.raises(saving.BusyError) as refusal:
        saving.replace(path, lambda fresh: write(2, fresh), read_as=saving.fingerprint(path))
    assert "открыта (Excel, Смирнова О. В.). Закройте её и повторите" in str(refusal.value)
    assert refusal.value.copy.name in str(refusal.value)
    assert refusal.value.copy.name.startswith("Книга (копия ")
    assert number_in(path) == 1
    new = saving.replace(refusal.value.copy, lambda fresh: write(2, fresh), read_as=None)
    assert number_in(new.path) == 2


def test_a_book_opened_while_the_new_state_was_written_is_not_replaced(path: Path) -> None:
    def produce(fresh: Path) -> None:
        write(2, fresh)
        path.with_name("~$Книга.xlsx").write_bytes(excel_mark(USER))

    with saving.locked(path), pytest.raises(saving.BusyError):
        saving.replace(path, produce, read_as=saving.fingerprint(path))
    assert number_in(path) == 1


def test_a_book_open_behind_a_link_is_seen(path: Path, tmp_path: Path) -> None:
    (tmp_path / "другая").mkdir()
    link = tmp_path / "другая" / "ссылка.xlsx"
    link.symlink_to(path)
    path.with_name(".~lock.Книга.xlsx#").write_text(",olga,pc,,;", encoding="utf-8")
    assert saving.busy(link) == "LibreOffice, olga"


def test_a_missing_book_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="Файл или папка не найдены"):
        saving.fingerprint(tmp_path / "Нет.xlsx")
