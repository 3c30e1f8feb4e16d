"""`questionnaires`: papers to fill by hand and a list for an online form, in the folder «Анкеты»."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from mentoring_xl import cli
from mentoring_xl.books import office
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Question, Setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = dt.datetime(2026, 11, 21, 10, 5)
LIST = "Вопросы для онлайн-форм.xlsx"
ROWS = (
    Question(code="А-1", stage="промежуточный", text="Насколько вам комфортно?", kind="1–10"),
    Question(code="А-2", stage="промежуточный", text="=Чего не хватило?", kind="текст"),
    Question(code="Б-1", stage="промежуточный", text="Продолжить?", kind="текст", options="да; нет, заменить"),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    rows = {Setting: default_rows(school="МБОУ «Школа № 5»"), Question: ROWS}
    return create(tmp_path / "школа.xlsx", Content(rows, NOW))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "Анкеты").iterdir())}


def run(book: Path, *options: str) -> int:
    return cli.main(["questionnaires", str(book), str(book.parent / "out"), *options])


def test_each_questionnaire_is_a_paper_and_all_questions_stand_in_one_list(
    book: Path, capsys: pytest.CaptureFixture[str], open_xml_errors: Callable[[Path], list[object]]
):
    assert run(book, "--codes") == cli.DONE
    folder = book.parent / "out"
    assert list(files(folder)) == ["Анкета участника о ходе работы.docx", LIST]
    paper = docx.Document(io.BytesIO(files(folder)["Анкета участника о ходе работы.docx"]))
    assert "3. Продолжить?" in [each.text for each in paper.paragraphs]
    assert "Код участника (вместо имени): ____________" in [each.text for each in paper.paragraphs]
    listed = openpyxl.load_workbook(folder / "Анкеты" / LIST)
    assert listed.sheetnames == ["Содержание", "1. Анкета участника о ходе рабо"]
    contents, sheet = listed.worksheets
    assert (contents["A6"].value, contents["B6"].value) == ("Анкета участника о ходе работы", 4)
    assert contents["A6"].hyperlink.location == "'1. Анкета участника о ходе рабо'!A1"
    assert sheet["A1"].value == "Анкета участника о ходе работы"
    assert [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] == [
        [1, None, "Код участника", "Короткий текст", "Текст (строка)", None, "да"],
        [2, "А-1", "Насколько вам комфортно?", "Число", "Шкала", "от 1 до 10", "да"],
        [3, "А-2", "=Чего не хватило?", "Длинный текст", "Текст (абзац)", None, "нет"],
        [4, "Б-1", "Продолжить?", "Один вариант", "Один из списка", "да\nнет, заменить", "да"],
    ]
    assert sheet["C6"].data_type == "s"
    assert [open_xml_errors(path) for path in (folder / "Анкеты").iterdir()] == [[], []]
    assert "2 файла (новых – 2" in capsys.readouterr().out


def test_the_folder_of_the_readme_gets_no_folder_of_the_same_name_inside(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    folder = book.parent / "Анкеты"
    assert cli.main(["questionnaires", str(book), str(folder)]) == cli.DONE
    assert sorted(path.name for path in folder.iterdir()) == ["Анкета участника о ходе работы.docx", LIST]
    assert f"Документы записаны: {folder} – 2 файла" in capsys.readouterr().out


def test_a_second_time_touches_nothing_and_a_persons_file_stays(book: Path, capsys: pytest.CaptureFixture[str]):
    run(book)
    before = files(book.parent / "out")
    capsys.readouterr()
    run(book)
    assert capsys.readouterr().out.strip().endswith("(новых – 0, обновлено – 0, без изменений – 2).")
    assert files(book.parent / "out") == before
    own = book.parent / "out" / "Анкеты" / LIST
    own.write_bytes(b"mine")
    run(book, "--codes")
    assert own.read_bytes() == b"mine"
    assert f"«Анкеты/{LIST}» правили вы: он остался, новый лежит рядом" in capsys.readouterr().out


def test_an_export_into_the_same_folder_leaves_the_questionnaires(book: Path):
    run(book)
    before = files(book.parent / "out")
    cli.main(["export", str(book), str(book.parent / "out")])
    assert files(book.parent / "out") == before


def test_a_dry_run_writes_nothing(book: Path):
    assert run(book, "--dry-run") == cli.DONE
    assert not (book.parent / "out").exists()


def test_only_the_papers_become_pdf(book: Path, monkeypatch: pytest.MonkeyPatch):
    def pretended(wanted: dict[Path, Path]) -> None:
        for target in wanted.values():
            target.write_bytes(b"%PDF")

    monkeypatch.setattr(office, "to_pdfs", pretended)
    run(book, "--pdf")
    assert list(files(book.parent / "out")) == [
        "Анкета участника о ходе работы.docx", "Анкета участника о ходе работы.pdf", LIST,
    ]  # fmt: skip


def test_a_book_that_asks_nothing_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    book = create(tmp_path / "пустая.xlsx", Content({}, NOW))
    assert run(book) == cli.COULD_NOT
    assert capsys.readouterr().err.strip() == "На листе «Опросники» нет вопросов. Впишите их и повторите."
