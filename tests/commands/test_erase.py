"""`erase` on a closed book that was worked with: the name is in no part of the file and in nothing kept beside it."""

from __future__ import annotations

import datetime as dt
import gzip
import html
import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from mentoring_xl import cli
from mentoring_xl.actions.create import new_book
from mentoring_xl.books import sent
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.tables import Answer, Consent, Mentee, Mentor, Pair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = dt.datetime(2026, 11, 20, 14, 5)
CODE, NAME, CONTACT = "Н-33", "Светлова Вероника Борисовна", "835-69-70"
WORDS = ("Светлов", CONTACT)
SIGNED = dt.date(2026, 9, 1)
ROWS = {
    Mentee: (
        Mentee(
            number=33, full_name=NAME, contacts=f"+7 900 {CONTACT} (мама)", birth_year=2012, request="чтение",
            code=CODE, gender="ж", group="обучающийся", school_class="8А",
        ),
        Mentee(full_name="Юрасова Нина Дмитриевна", request="чтение", code="Н-34", group="обучающийся"),
    ),
    Mentor: (Mentor(full_name="Сомов Пётр Ильич", competences="чтение", code="М-1", group="педагог", capacity=2),),
    Consent: (
        Consent(
            person_code=CODE, kind="обработка персональных данных", signed=SIGNED, given_by="законный представитель",
            representative="Светлова Анна Ильинична",
        ),
        *(
            Consent(person_code="М-1", kind=kind, signed=SIGNED)
            for kind in ("обработка персональных данных", "работа наставником")
        ),
    ),
    Pair: (Pair(mentee_code=CODE, mentor_code="М-1", state="согласована", form="ученик–ученик"),),
    Answer: (Answer(person_code=CODE, question_code="А-1", answer="хочу читать"),),
}  # fmt: skip


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book on which buttons were pressed, with its old states and snapshots."""
    book = create(tmp_path_factory.mktemp("worked") / "школа.xlsx", Content({**new_book(NOW).rows, **ROWS}, NOW))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "_now", lambda: NOW)
        for press in ("check-people", "recalculate-pairs", "pairs-map", "fill-orders"):
            cli.main([press, str(book)])
    return book


@pytest.fixture
def book(worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    for file in worked.parent.rglob("*"):
        if file.is_file():
            place = tmp_path / file.relative_to(worked.parent)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    return tmp_path / "школа.xlsx"


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: html.unescape(archive.read(name).decode(errors="replace")) for name in archive.namelist()}


def named(book: Path) -> list[str]:
    """Return where the person is named: parts of the book, of its old states, and snapshots."""
    found = []
    for file in sorted(path for path in book.parent.rglob("*") if path.is_file()):
        data = file.read_bytes()
        texts = {"": gzip.decompress(data).decode()} if file.suffix == ".gz" else parts(data)
        found += [f"{file.name} {part}" for part, text in texts.items() if any(word in text for word in WORDS)]
    return found


def erase(book: Path, *options: str, code: int = cli.DONE) -> None:
    assert cli.main(["erase", str(book), CODE, *options]) == code


def row_of(book: Path, sheet: str, code: str, column: int) -> tuple[object, ...]:
    rows = openpyxl.load_workbook(book)[sheet].iter_rows(min_row=5, values_only=True)
    return next(row for row in rows if row[column] == code)


def test_the_name_is_in_no_part_of_the_book_its_old_states_and_snapshots(
    book: Path, open_xml_errors: Callable[[Path], list[object]]
):
    assert len(named(book)) > 5
    erase(book, "--yes")
    assert named(book) == []
    assert [path.name for path in book.parent.rglob("*") if path.is_file()] == ["школа.xlsx"]
    assert open_xml_errors(book) == []


def test_the_name_is_not_in_notes_charts_names_own_sheets_and_properties(book: Path):
    workbook = openpyxl.load_workbook(book)
    bank = workbook["Банк наставляемых"]
    row = next(cells[0].row for cells in bank.iter_rows() if cells[13].value == CODE)
    bank.cell(row, 5).comment = Comment("мама звонила", NAME)
    own = workbook.create_sheet("Моё")
    own.append([NAME, 5])
    own.append(["Светловой Веронике Борисовне – грамота; Светлова В. Б.", 3])
    own["D1"].comment = Comment(f"{NAME}: тел. +7 900 {CONTACT} (мама)", "Соснин Р. Ю.")
    chart = BarChart()
    chart.title = NAME
    chart.add_data(Reference(own, min_col=2, min_row=1, max_row=2))
    own.add_chart(chart, "F2")
    workbook.defined_names["Лучшая"] = DefinedName("Лучшая", attr_text=f'"{NAME}"')
    workbook.properties.lastModifiedBy = NAME
    workbook.save(book)
    parts_with_it = {part.rpartition(" ")[2] for part in named(book)}
    assert {"docProps/core.xml", "xl/workbook.xml"} <= parts_with_it
    assert [part for part in parts_with_it if part.startswith("xl/charts/")]
    erase(book, "--yes")
    assert named(book) == []
    again = openpyxl.load_workbook(book)
    assert [cell.value for cell in again["Моё"]["A"]] == ["Н-33", "Н-33 – грамота; Н-33"]
    assert again["Банк наставляемых"].cell(row, 5).comment is None


def test_the_row_keeps_its_code_and_the_pair_is_dissolved(book: Path):
    erase(book, "--yes")
    person = row_of(book, "Банк наставляемых", CODE, 13)
    assert [value for value in person if value not in (None, "")] == [33, "Н-33", "обучающийся", "выбыл"]
    pair = row_of(book, "Пары", CODE, 1)
    assert (pair[2], pair[6]) == (None, "расторгнута")
    journal = [row[1:3] for row in openpyxl.load_workbook(book)["Журнал"].iter_rows(values_only=True)]
    assert [changes.partition(". ")[0] for button, changes in journal if button == "Удалить данные"] == ["Н-33"]


def test_a_signed_order_keeps_the_name_on_its_sheet_and_lines_and_nowhere_else(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    workbook = openpyxl.load_workbook(book)
    order = next(row for row in workbook["Приказы"].iter_rows(min_row=5) if row[0].value == "ПР-1")
    order[2].value, order[3].value, order[6].value = "14-а", dt.date(2026, 11, 19), "подписан"
    workbook["Банк наставляемых"]["Z9"] = NAME
    workbook.save(book)
    cli.main(["fill-orders", str(book)])
    capsys.readouterr()
    erase(book, "--yes")
    assert "Имя остаётся в подписанных приказах и на их листах: ПР-1 (№ 14-а)." in capsys.readouterr().out
    again = openpyxl.load_workbook(book)
    assert {
        sheet.title for sheet in again for row in sheet.iter_rows(values_only=True) for cell in row if NAME in str(cell)
    } == {"Приказ ПР-1", "Строки приказов"}
    erase(book, "--yes", "--from-orders")
    assert named(book) == []


def test_undo_does_not_bring_the_person_back(book: Path, capsys: pytest.CaptureFixture[str]):
    erase(book, "--yes")
    before = book.read_bytes()
    assert cli.main(["undo", str(book)]) == cli.DONE
    assert book.read_bytes() == before
    assert "Отменять нечего" in capsys.readouterr().out


def test_files_beside_the_book_that_name_the_person_are_told(book: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["send", str(book), "--via", "eml", "--no-password", "--to", "director@example.org"]) == cli.DONE
    renamed = book.parent / ".mentoring" / "backup" / "старое имя 2026-11-20 10-00-00-000000.xlsx"
    renamed.write_bytes(book.read_bytes())
    capsys.readouterr()
    erase(book, "--yes", code=cli.FOUND)
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Имя есть")]
    beside = [book.with_name(f"школа – директору 20.11.2026.{kind}") for kind in ("eml", "xlsx")]
    assert told == [f"Имя есть в файле {file}. Удалите его сами, если он не нужен." for file in beside]
    assert not renamed.exists()


def test_a_copy_that_was_sent_and_names_the_person_is_kept_no_longer(book: Path):
    sent.keep(book, "20261119-101500-abcdef", book.read_bytes())
    assert sent.all_ids(book) == ("20261119-101500-abcdef",)
    erase(book, "--yes")
    assert sent.all_ids(book) == ()


def test_a_dry_run_only_tells(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    erase(book, "--dry-run", "--yes")
    assert book.read_bytes() == before
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Очищаются строки Н-33: остаётся только код.")
    assert told[-1] == "Ничего не удалено: книга осталась прежней."


def test_nothing_is_erased_unasked(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    erase(book, code=cli.COULD_NOT)
    assert book.read_bytes() == before
    assert "добавьте --yes и повторите" in capsys.readouterr().err
