"""LibreOffice as a converter: many files at once, and what is said when it cannot."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books import office
from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files of one name in two folders."""
    made = []
    for folder in ("Приказы", "Согласия"):
        (tmp_path / folder).mkdir()
        made.append(tmp_path / folder / "Бумага.html")
        made[-1].write_text(f"<p>{folder}</p>", encoding="utf-8")
    return made


def test_files_of_one_name_become_pdfs_in_one_start(files: list[Path], monkeypatch: pytest.MonkeyPatch):
    starts = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *args, **options: starts.append(args) or run(*args, **options))
    office.to_pdfs({file: file.with_suffix(".pdf") for file in files})
    assert len(starts) == 1
    assert all(file.with_suffix(".pdf").read_bytes().startswith(b"%PDF") for file in files)


def test_nothing_to_convert_starts_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(subprocess, "run", None)
    office.to_pdfs({})


def test_without_libreoffice_the_person_is_told_to_install_it(files: list[Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "find", lambda: None)
    with pytest.raises(BookError, match=r"^LibreOffice не найден, поэтому PDF не сделан\. Установите LibreOffice"):
        office.to_pdf(files[0], files[0].parent)


def test_a_file_that_was_not_converted_is_named_and_nothing_is_written(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
):
    def only_the_first(command: list[str], **_: object) -> None:
        folder = command[command.index("--outdir") + 1]
        (type(files[0])(folder) / "0000.pdf").write_bytes(b"%PDF")

    files[1] = files[1].rename(files[1].with_stem("Вторая"))
    monkeypatch.setattr(subprocess, "run", only_the_first)
    with pytest.raises(BookError, match=r"^LibreOffice не смог сделать PDF из Вторая\.html\. Откройте файл"):
        office.to_pdfs({file: file.with_suffix(".pdf") for file in files})
    assert not files[0].with_suffix(".pdf").exists()


def test_a_folder_that_cannot_be_written_is_told(files: list[Path], monkeypatch: pytest.MonkeyPatch):
    def all_of_them(command: list[str], **_: object) -> None:
        folder = command[command.index("--outdir") + 1]
        (type(files[0])(folder) / "0000.pdf").write_bytes(b"%PDF")

    monkeypatch.setattr(subprocess, "run", all_of_them)
    with pytest.raises(BookError, match=r"^PDF «нет\.pdf» не записан\. Проверьте, что его папка открыта для записи"):
        office.to_pdfs({files[0]: files[0].parent / "нет такой папки" / "нет.pdf"})
