"""`calendar`, `reminders` and `plan-calendar` on a closed book: what is written, what is said, what is left alone."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from typing import TYPE_CHECKING

import openpyxl
import pytest
import vobject

from mentoring_xl import cli
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Employee, Setting, Step
from tests.books.pressing import press

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 21, 10, 5)
STEPS = (
    Step(code="1", number="1", title="Приказ; «о парах», проект", deadline="20 ноября 2026", responsible="Директор"),
    Step(code="2", number="2", title="Сбор анкет", deadline="до 30 ноября 2026", responsible="Иванова А.П., завуч"),
    Step(code="3", number="3", title="Встречи", deadline="ежемесячно", responsible="Директор"),
    Step(code="4", number="4", title="Обучение", deadline="по отдельному плану"),
)
STAFF = (Employee(code="С-1", full_name="Лугова Анна Ильинична", post="Директор", email="lugova@school.ru"),)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = {Step: STEPS, Employee: STAFF, Setting: default_rows(period="2026")}
    return create(tmp_path_factory.mktemp("made") / "школа.xlsx", Content(rows, NOW))


@pytest.fixture
def book(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cli, "_now", lambda: NOW)
    copy = tmp_path / "школа.xlsx"
    copy.write_bytes(made.read_bytes())
    return copy


def test_the_plan_lies_beside_the_book_as_a_calendar_with_every_date(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    assert cli.main(["calendar", str(book)]) == cli.DONE
    file = book.with_name("школа – календарь.ics")
    events = vobject.readOne(file.read_text(encoding="utf-8")).vevent_list
    assert [(event.summary.value, event.dtstart.value, event.dtend.value) for event in events] == [
        ("1 Приказ; «о парах», проект", dt.date(2026, 11, 20), dt.date(2026, 11, 21)),
        ("2 Сбор анкет", dt.date(2026, 11, 30), dt.date(2026, 12, 1)),
        ("3 Встречи", dt.date(2026, 1, 31), dt.date(2026, 2, 1)),
    ]
    assert len(list(events[2].getrruleset(addRDate=True))) == 12
    assert capsys.readouterr().out.splitlines() == [
        f"Календарь записан: {file} – 3 события.",
        "Откройте этот файл в календаре на компьютере или пришлите его себе на телефон.",
        "Без даты, поэтому не в календаре: 1 строка плана.",
    ]
    assert book.read_bytes() == before


def test_a_second_export_at_the_same_moment_is_the_same_file(book: Path):
    cli.main(["calendar", str(book)])
    first = book.with_name("школа – календарь.ics").read_bytes()
    cli.main(["calendar", str(book)])
    assert book.with_name("школа – календарь.ics").read_bytes() == first


def test_the_file_of_one_responsible_is_named_after_nobody(book: Path):
    assert cli.main(["calendar", str(book), "--responsible", "Иванова"]) == cli.DONE
    assert [file.name for file in book.parent.glob("*.ics")] == ["школа – календарь ответственного.ics"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("план.xlsx", b"", "«план.xlsx» – не файл календаря. Дайте ему имя с окончанием .ics и повторите."),
        ("план.ics", b"mine", "Файл «план.ics» уже есть, и это не календарь. Назовите другой и повторите."),
    ],
)
def test_nothing_but_an_earlier_calendar_is_written_over(
    book: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, sentence: str
):
    (book.parent / name).write_bytes(content)
    assert cli.main(["calendar", str(book), "--out", str(book.parent / name)]) == cli.COULD_NOT
    assert capsys.readouterr().err.strip() == sentence
    assert (book.parent / name).read_bytes() == content


def test_a_draft_lies_there_for_each_responsible_and_names_nobody_outside(
    book: Path, capsys: pytest.CaptureFixture[str]
):
    assert cli.main(["reminders", str(book)]) == cli.DONE
    folder = book.with_name("школа – напоминания 21.11.2026")
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["напоминание 01.eml", "напоминание 02.eml"]
    letters = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
    assert [(letter["X-Unsent"], letter["To"]) for letter in letters] == [("1", "lugova@school.ru"), ("1", None)]
    assert "– 1 Приказ; «о парах», проект (до 20.11.2026, просрочено на 1 день)" in letters[0].get_content()
    assert capsys.readouterr().out.splitlines() == [
        f"Черновиков писем: 2, в них 2 строки плана. Они в папке {folder}",
        "Ничего не отправлено: откройте их в почтовой программе, проверьте и отправьте сами.",
        "Адрес не найден, впишите его в письмо или на лист «Персонал»: 02 – завуч Иванова А.П.",
    ]


def test_drafts_of_the_same_day_are_never_written_over(book: Path, capsys: pytest.CaptureFixture[str]):
    cli.main(["reminders", str(book)])
    assert cli.main(["reminders", str(book)]) == cli.COULD_NOT
    assert capsys.readouterr().err.strip() == (
        "Папка «школа – напоминания 21.11.2026» уже есть: в ней сегодняшние черновики. "
        "Удалите или переименуйте её и повторите."
    )


def test_without_anything_due_there_is_nothing_to_remind_of(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cli, "_now", lambda: dt.datetime(2026, 2, 1))
    assert cli.main(["reminders", str(book)]) == cli.DONE
    assert capsys.readouterr().out == "Напоминать не о чем: просроченного и близкого у ответственных нет.\n"
    assert list(book.parent.glob("*.eml")) == []


def test_the_pages_are_landscape_one_page_wide_with_repeated_heads_and_sound(book: Path, open_xml_errors):
    assert press("plan-calendar", book, NOW) == cli.DONE
    assert open_xml_errors(book) == []
    found = openpyxl.load_workbook(book)
    for title, heads in (("Календарь", "$5:$6"), ("Сводка", "$4:$4")):
        sheet = found[title]
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == (
            "landscape",
            0,
            9,
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
        assert sheet.print_title_rows == heads
    cell = found["Календарь"]["AX7"]
    assert (cell.value, cell.fill.start_color.rgb, cell.border.left.style) == ("!", "FFC8372D", "medium")


def test_a_press_on_another_day_moves_the_mark_of_today_and_undo_brings_it_back(book: Path):
    press("plan-calendar", book, NOW)
    first = book.read_bytes()
    press("plan-calendar", book, NOW)
    assert book.read_bytes() == first
    press("plan-calendar", book, NOW + dt.timedelta(days=7))
    assert marked(book) == ["AY"]
    assert press("undo", book, NOW) == cli.DONE
    assert marked(book) == ["AX"]
    assert press("undo", book, NOW) == cli.DONE
    assert "Календарь" not in openpyxl.load_workbook(book).sheetnames


def marked(book: Path) -> list[str]:
    """The columns of the first measure between the lines of today."""
    return [
        cell.column_letter
        for cell in openpyxl.load_workbook(book)["Календарь"][7]
        if cell.border.left.style == "medium"
    ]


def test_a_dry_run_draws_nothing(book: Path, capsys: pytest.CaptureFixture[str]):
    before = book.read_bytes()
    assert cli.main(["plan-calendar", str(book), "--dry-run"]) == cli.DONE
    assert book.read_bytes() == before
    assert "Книга не записана." in capsys.readouterr().out
