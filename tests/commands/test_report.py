"""`report`: which files are written, what is never written over."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import new_book
from mentoring_xl.books import office
from mentoring_xl.books.new import create

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 10, 5)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new book with a roadmap."""
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    return create(tmp_path / "школа.xlsx", new_book(NOW, roadmap_name="bemyzh", period="2026", school="МБОУ «Школа»"))


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = cli.main(["report", *map(str, words)])
    said = capsys.readouterr()
    return code, (said.out + said.err).strip()


def test_the_report_lies_beside_the_book_and_the_book_stays(book, capsys):
    before = book.read_bytes()
    file = book.with_name("школа – отчёт 20.11.2026.docx")
    assert run(capsys, book) == (cli.DONE, f"Отчёт записан: {file}")
    paper = docx.Document(file)
    assert [line.text for line in paper.paragraphs][:4] == [
        "МБОУ «Школа»",
        "",
        "Отчёт о программе наставничества",
        "на 20.11.2026",
    ]
    assert paper.inline_shapes[0]._inline.docPr.get("descr").startswith("Столбцы: сколько строк плана")
    assert book.read_bytes() == before


def test_an_earlier_report_stays(book, capsys):
    first, second = (book.with_name(f"школа – отчёт 20.11.2026{tail}.docx") for tail in ("", " (2)"))
    first.write_bytes("с правками завуча".encode())
    assert run(capsys, book) == (cli.DONE, f"Отчёт записан: {second}")
    assert first.read_bytes() == "с правками завуча".encode()


def test_a_file_of_that_name_is_not_written_over(book, tmp_path, capsys):
    taken = tmp_path / "отчёт.docx"
    taken.write_bytes(b"mine")
    assert run(capsys, book, "--out", taken) == (
        cli.COULD_NOT,
        "Файл «отчёт.docx» уже есть. Назовите другой и повторите.",
    )
    assert taken.read_bytes() == b"mine"


def test_a_pdf_of_that_name_is_not_written_over(book, tmp_path, capsys):
    taken = tmp_path / "отчёт.pdf"
    taken.write_bytes(b"mine")
    assert run(capsys, book, "--out", tmp_path / "отчёт.docx", "--pdf") == (
        cli.COULD_NOT,
        "Файл «отчёт.pdf» уже есть. Назовите другой и повторите.",
    )
    assert (taken.read_bytes(), (tmp_path / "отчёт.docx").exists()) == (b"mine", False)


def test_without_libreoffice_the_report_is_written_all_the_same(book, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(office, "find", lambda: None)
    out = tmp_path / "отчёт.docx"
    assert run(capsys, book, "--out", out, "--pdf") == (
        cli.DONE,
        f"Отчёт записан: {out}\nLibreOffice не найден, поэтому PDF не сделан. Установите LibreOffice и повторите.",
    )
    assert out.exists()


def test_another_ending_and_a_missing_folder_are_refused(book, tmp_path, capsys):
    assert run(capsys, book, "--out", tmp_path / "отчёт.doc") == (
        cli.COULD_NOT,
        "«отчёт.doc» – не .docx. Дайте файлу имя с этим окончанием и повторите.",
    )
    code, said = run(capsys, book, "--out", tmp_path / "нет" / "отчёт.docx")
    assert (code, said.endswith("Назовите другую папку и повторите.")) == (cli.COULD_NOT, True)


def test_without_a_library_it_is_said_what_to_install(book, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, said = run(capsys, book)
    assert code == cli.COULD_NOT
    assert 'pip install "mentoring-xl[pictures]"' in said
    assert list(book.parent.glob("*.docx")) == []


def test_the_report_becomes_a_pdf_with_its_charts(book, tmp_path, capsys, open_xml_errors):
    out = tmp_path / "отчёт.docx"
    code, said = run(capsys, book, "--out", out, "--pdf")
    assert (code, said.splitlines()) == (
        cli.DONE,
        [f"Отчёт записан: {out}", f"Отчёт записан: {out.with_suffix('.pdf')}"],
    )
    printed = subprocess.run(["pdftotext", out.with_suffix(".pdf"), "-"], check=True, capture_output=True, text=True)
    assert "Рисунок 1 – Дорожная карта: сколько строк в каком состоянии" in printed.stdout
    listed = subprocess.run(["pdfimages", "-list", out.with_suffix(".pdf")], check=True, capture_output=True, text=True)
    assert " image " in listed.stdout
    assert open_xml_errors(out) == []
