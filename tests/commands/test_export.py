"""`export`: the folders, the second export over the first, what a person changed, what cannot be written."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import docx
import pytest

from mentoring_xl import cli
from mentoring_xl.actions import papers
from mentoring_xl.books import office
from mentoring_xl.books.new import create
from mentoring_xl.commands.export.names import file_names
from mentoring_xl.core.cell import Cell
from mentoring_xl.core.content import Content
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.finding import Finding
from mentoring_xl.core.outcome import Outcome, Tables
from mentoring_xl.documents.paper import Paper, Text
from mentoring_xl.schema.findings.papers import D102, D117
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Setting

NOW = dt.datetime(2026, 11, 21, 10, 5)


class School:
    """Papers as a test wants them, a book to export and a folder to export to."""

    def __init__(self, book: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.book, self.folder, self._capsys = book, folder, capsys
        self.orders, self.consents = {"Приказ ПР-1": "один", "Приказ ПР-2": "два"}, {"Согласие Н-1": "да"}
        self.faults: tuple[Finding, ...] = ()

    def kinds(self) -> tuple[papers.Kind, ...]:
        return (
            papers.Kind("Приказы", lambda tables, today: made("Приказы", self.orders), self.check),
            papers.Kind("Согласия", lambda tables, today: made("Согласия", self.consents)),
        )

    def check(self, tables: Tables, today: dt.date) -> Outcome:
        return Outcome((), self.faults)

    def export(self, *options: str) -> tuple[int, str]:
        code = cli.main(["export", str(self.book), str(self.folder), *options])
        said = self._capsys.readouterr()
        return code, (said.out + said.err).strip()

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.suffix != ".json"
        }

    def text(self, name: str) -> str:
        return docx.Document(io.BytesIO(self.files()[name])).paragraphs[0].text


def made(folder: str, texts: dict[str, str]) -> tuple[Paper, ...]:
    return tuple(Paper(folder, name, f"О деле {name}", (Text(text),)) for name, text in texts.items())


@pytest.fixture(scope="module")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = {Setting: default_rows(school="МБОУ «Средняя школа»")}
    return create(tmp_path_factory.mktemp("made") / "школа.xlsx", Content(rows, NOW))


@pytest.fixture
def school(
    whole_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> School:
    book = tmp_path / "школа.xlsx"
    book.write_bytes(whole_book.read_bytes())
    found = School(book, tmp_path / "Документы", capsys)
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    monkeypatch.setattr(papers, "KINDS", found.kinds())
    return found


def test_papers_lie_in_folders_by_kind_with_a_contents_page(school: School):
    code, said = school.export()
    assert (code, said) == (0, f"Документы записаны: {school.folder} – 4 файла (новых – 4, обновлено – 0, "
                               "без изменений – 0).")  # fmt: skip
    assert list(school.files()) == [
        "Приказы/Приказ ПР-1.docx",
        "Приказы/Приказ ПР-2.docx",
        "Согласия/Согласие Н-1.docx",
        "Содержание.docx",
    ]
    contents = docx.Document(io.BytesIO(school.files()["Содержание.docx"]))
    assert [each.text for each in contents.paragraphs if each.text] == [
        "МБОУ «Средняя школа»",
        "Документы программы наставничества",
        "на 21.11.2026",
        "Приказы",
        "Согласия",
        "Всего: 3 документа.",
    ]
    assert [row.cells[2].text for row in contents.tables[0].rows] == ["Файл", "Приказ ПР-1", "Приказ ПР-2"]


def test_what_is_wrong_in_the_papers_is_told_the_worst_first_with_its_place(school: School):
    cell = Cell("Приказы", "C", 5)
    school.faults = (*(D117.at(Cell("Приказы", "B", row)) for row in range(5, 11)), D102.at(cell, missing="номера"))
    code, said = school.export()
    assert code == 1
    assert said.splitlines()[1:3] == [
        "К документам есть 7 замечаний:",
        "Приказы!C5  D102  у подписанного приказа нет номера → Перепишите недостающее с бумажного приказа.",
    ]
    assert said.count("D117") == 4
    assert said.endswith("Остальные покажет «Проверить всё»: они встанут на лист «Замечания».")
    school.faults = school.faults[:1]
    assert school.export()[1].splitlines()[1] == "К документам есть 1 замечание:"


def test_faults_of_papers_that_were_not_asked_for_are_not_told(school: School):
    school.faults = (D117.at(Cell("Приказы", "B", 5)),)
    assert school.export("--only", "согласия")[0] == 0


def test_a_second_export_of_the_same_book_touches_nothing(school: School):
    school.export()
    before = {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")}
    _, said = school.export()
    assert said.endswith("4 файла (новых – 0, обновлено – 0, без изменений – 4).")
    assert {path: path.stat().st_mtime_ns for path in school.folder.rglob("*")} == before


def test_what_changed_in_the_book_replaces_what_the_program_wrote(school: School):
    school.export()
    school.orders["Приказ ПР-2"] = "два с половиной"
    _, said = school.export()
    assert said.endswith("(новых – 0, обновлено – 1, без изменений – 3).")
    assert school.text("Приказы/Приказ ПР-2.docx") == "два с половиной"


def test_a_file_that_a_person_changed_stays_and_the_new_one_lies_beside(school: School):
    school.export()
    (school.folder / "Приказы/Приказ ПР-2.docx").write_bytes(b"mine")
    school.orders["Приказ ПР-2"] = "два с половиной"
    _, said = school.export()
    assert said.splitlines()[1] == (
        "«Приказы/Приказ ПР-2.docx» правили вы: он остался, новый лежит рядом: «Приказы/Приказ ПР-2 (новый).docx»."
    )
    assert school.files()["Приказы/Приказ ПР-2.docx"] == b"mine"
    assert school.text("Приказы/Приказ ПР-2 (новый).docx") == "два с половиной"
    school.orders["Приказ ПР-2"] = "три"
    school.export()
    assert school.text("Приказы/Приказ ПР-2 (новый).docx") == "три"
    assert len(school.files()) == 5


def test_a_person_who_changed_both_files_keeps_both(school: School):
    school.export()
    (school.folder / "Приказы/Приказ ПР-2.docx").write_bytes(b"mine")
    school.orders["Приказ ПР-2"] = "три"
    school.export()
    (school.folder / "Приказы/Приказ ПР-2 (новый).docx").write_bytes(b"mine too")
    school.orders["Приказ ПР-2"] = "четыре"
    school.export()
    assert school.files()["Приказы/Приказ ПР-2.docx"] == b"mine"
    assert school.files()["Приказы/Приказ ПР-2 (новый).docx"] == b"mine too"
    assert school.text("Приказы/Приказ ПР-2 (новый 2).docx") == "четыре"


def test_a_changed_file_for_which_the_book_has_nothing_new_gets_no_second_one(school: School):
    school.export()
    (school.folder / "Приказы/Приказ ПР-2.docx").write_bytes(b"mine")
    _, said = school.export()
    assert said.splitlines()[1] == "«Приказы/Приказ ПР-2.docx» правили вы: он остался, нового для него нет."
    assert len(school.files()) == 4


def test_a_file_that_was_there_before_the_first_export_is_a_persons(school: School):
    (school.folder / "Приказы").mkdir(parents=True)
    (school.folder / "Приказы/Приказ ПР-1.docx").write_bytes(b"old paper")
    school.export()
    assert school.files()["Приказы/Приказ ПР-1.docx"] == b"old paper"
    assert school.text("Приказы/Приказ ПР-1 (новый).docx") == "один"


def test_papers_that_the_book_has_no_more_are_removed_unless_a_person_changed_them(school: School):
    school.export()
    (school.folder / "Приказы/Приказ ПР-1.docx").write_bytes(b"mine")
    school.orders.clear()
    _, said = school.export()
    assert said.splitlines()[1:] == [
        "«Приказы/Приказ ПР-1.docx» правили вы: он остался, хотя такого документа в книге больше нет.",
        "Убраны прежние, которых в книге больше нет: «Приказы/Приказ ПР-2.docx».",
    ]
    assert list(school.files()) == ["Приказы/Приказ ПР-1.docx", "Согласия/Согласие Н-1.docx", "Содержание.docx"]


def test_only_some_kinds_leave_the_others_and_the_contents_page_alone(school: School):
    school.export()
    before = school.files()
    school.orders["Приказ ПР-1"] = "иначе"
    school.consents.clear()
    _, said = school.export("--only", "приказы")
    assert "(новых – 0, обновлено – 1, без изменений – 1)" in said
    after = school.files()
    assert after.keys() == before.keys()
    assert after["Содержание.docx"] == before["Содержание.docx"]


def test_an_unknown_kind_names_those_that_there_are(school: School):
    assert school.export("--only", "письма") == (
        2,
        "Документов «письма» нет. Выберите из этих: «Приказы», «Согласия» – и повторите.",
    )
    assert not school.folder.exists()


def test_a_dry_run_only_tells(school: School):
    code, said = school.export("--dry-run")
    assert (code, said) == (0, f"Было бы записано: {school.folder} – 4 файла (новых – 4, обновлено – 0, "
                               "без изменений – 0).")  # fmt: skip
    assert not school.folder.exists()


def test_a_file_in_place_of_the_folder_is_one_sentence(school: School):
    school.folder.write_text("file")
    assert school.export() == (2, "«Документы» – файл, а нужна папка. Назовите другую и повторите.")


def test_a_folder_that_cannot_be_written_stays_as_it_was(school: School, monkeypatch: pytest.MonkeyPatch):
    school.export()
    before = school.files()
    school.orders |= {"Приказ ПР-1": "иначе", "Приказ ПР-2": "иначе", "Приказ ПР-3": "три"}

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    code, said = school.export()
    assert (code, said) == (
        2,
        "Документы не записаны, папка «Документы» осталась прежней. "
        "Писать в эту папку нельзя: назовите другую и повторите.",
    )
    assert school.files() == before


def test_a_paper_open_in_word_undoes_the_whole_export(school: School, monkeypatch: pytest.MonkeyPatch):
    school.export()
    before = school.files()
    school.orders |= {"Приказ ПР-1": "иначе", "Приказ ПР-2": "иначе"}
    school.consents.clear()
    replace = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if path.name == "Приказ ПР-2.docx":
            raise PermissionError(13, "in use", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert school.export() == (
        2,
        "Документы не записаны, папка «Документы» осталась прежней. Закройте файл «Приказ ПР-2.docx» и повторите.",
    )
    assert school.files() == before
    assert [path.name for path in school.folder.iterdir() if path.name.startswith(".mentoring-")] == [
        ".mentoring-export.json"
    ]


def test_a_folder_made_for_an_export_that_failed_is_gone(school: School, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    code, said = school.export()
    assert (code, said.endswith("На диске нет места: освободите его и повторите.")) == (2, True)
    assert not school.folder.exists()


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"files": 1}', '{"files": {"../школа.xlsx": "x", "a/../../b.docx": "x"}}']
)
def test_a_spoilt_list_of_earlier_files_costs_no_file(school: School, manifest: str):
    school.export()
    (school.folder / ".mentoring-export.json").write_text(manifest, encoding="utf-8")
    school.orders["Приказ ПР-1"] = "иначе"
    code, _ = school.export()
    assert code == 0
    assert school.text("Приказы/Приказ ПР-1.docx") == "один"
    assert school.text("Приказы/Приказ ПР-1 (новый).docx") == "иначе"
    assert school.book.exists()


def pretended(wanted: dict[Path, Path]) -> None:
    for source, target in wanted.items():
        target.write_bytes(b"%PDF of " + docx.Document(str(source)).core_properties.title.encode())


def test_pdfs_are_made_anew_only_for_papers_that_changed(school: School, monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    monkeypatch.setattr(office, "to_pdfs", lambda wanted: (asked.append(len(wanted)), pretended(wanted)))
    school.export("--pdf")
    assert school.files()["Приказы/Приказ ПР-1.pdf"] == "%PDF of О деле Приказ ПР-1".encode()
    school.orders["Приказ ПР-1"] = "иначе"
    school.export("--pdf")
    assert asked == [4, 1]


def test_an_export_without_pdf_leaves_those_that_are_true_still(school: School, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "to_pdfs", pretended)
    school.export("--pdf")
    school.orders["Приказ ПР-1"] = "иначе"
    _, said = school.export()
    assert said.endswith("Убраны прежние, которых в книге больше нет: «Приказы/Приказ ПР-1.pdf».")
    assert (school.folder / "Приказы/Приказ ПР-2.pdf").exists()


def test_without_libreoffice_the_docx_are_written_and_that_is_said(school: School, monkeypatch: pytest.MonkeyPatch):
    def missing(wanted: dict[Path, Path]) -> None:
        raise BookError("LibreOffice не найден, поэтому PDF не сделан. Установите LibreOffice и повторите.")

    monkeypatch.setattr(office, "to_pdfs", missing)
    code, said = school.export("--pdf")
    assert (code, said.splitlines()[1]) == (
        0,
        "LibreOffice не найден, поэтому PDF не сделан. Установите LibreOffice и повторите.",
    )
    assert len(school.files()) == 4


def own_template(school: School, name: str, *paragraphs: str) -> None:
    folder = school.book.with_name("Шаблоны")
    folder.mkdir()
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / name))


def test_the_schools_own_template_beside_the_book_replaces_our_form(school: School):
    own_template(school, "Приказы.docx", "Бланк: {{школа}}", "{{текст}}")
    assert school.export()[0] == 0
    assert school.text("Приказы/Приказ ПР-1.docx") == "Бланк: МБОУ «Средняя школа»"
    assert school.text("Согласия/Согласие Н-1.docx") == "да"


def test_an_unknown_word_of_a_template_is_told_once_for_all_papers(school: School):
    own_template(school, "Приказы.docx", "{{печать}}", "{{текст}}")
    code, said = school.export()
    assert code == 1
    assert said.splitlines()[1:] == ["Шаблон «Приказы.docx»: что такое {{печать}}, неизвестно: исправьте слово."]


def test_a_broken_template_writes_nothing(school: School):
    own_template(school, "Приказы.docx", "{{школа", "{{текст}}")
    code, said = school.export()
    assert (code, said) == (
        2,
        "Шаблон «Приказы.docx»: в строке «{{школа» скобки не парные. Пишите {{слово}} и повторите.",
    )
    assert not school.folder.exists()


def test_the_list_of_earlier_files_names_no_content(school: School):
    school.export()
    marks = json.loads((school.folder / ".mentoring-export.json").read_text(encoding="utf-8"))["files"]
    assert list(marks) == list(school.files())
    assert all(len(mark) == 64 for mark in marks.values())


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["Приказ 5/а: «О парах»?"], ["П/Приказ 5-а- «О парах»-.docx"]),
        (["Приказ", "ПРИКАЗ", "Приказ"], ["П/Приказ.docx", "П/ПРИКАЗ (2).docx", "П/Приказ (3).docx"]),
        (["con", "LPT1.x", "конь"], ["П/_con.docx", "П/_LPT1.x.docx", "П/конь.docx"]),
        (["конец. . ", "..", ""], ["П/конец.docx", "П/Документ.docx", "П/Документ (2).docx"]),
        (["и" * 40 + " " + "к" * 200], ["П/" + "и" * 40 + " ….docx"]),
    ],
)
def test_names_are_safe_on_windows(names: list[str], files: list[str]):
    assert list(file_names(Paper("П", name, name, ()) for name in names)) == files
