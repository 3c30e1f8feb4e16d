"""The director's copy: nothing private and nobody without a pair in any part of the file, the rest in its place."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mentoring_xl.actions.create import example_book
from mentoring_xl.books import sent
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.mailing import prepare
from mentoring_xl.schema.tables import TABLES, Consent, Employee, Mentee, Mentor, Pair, Setting, Step
from tests.mailing.school import ALONE, DIRECTOR, NOW, parts, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.core.table import Row

LATER = NOW + dt.timedelta(days=7)


def whole(**changed: tuple[Row, ...]) -> dict[type[Row], tuple[Row, ...]]:
    """Return all tables of the small school, some of them changed, by the name of the class."""
    found = {table: () for table in TABLES} | rows()
    return {table: changed.get(table.__name__, row) for table, row in found.items()}


def copied(folder: Path, tables: dict[type[Row], tuple[Row, ...]], now: dt.datetime = NOW) -> bytes:
    return prepare(MemoryBook(tables), folder / "школа.xlsx", now).copy.data


def kept(folder: Path, tables: dict[type[Row], tuple[Row, ...]]) -> None:
    """Let a copy be the one that was sent before."""
    copy = prepare(MemoryBook(tables), folder / "школа.xlsx", NOW).copy
    sent.keep(folder / "школа.xlsx", copy.copy_id, copy.data)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize(
    "secret",
    [
        "Светлов", "Вероник", "Ковыль", "Роман Тимурович",
        "912", "345-67-89", "51-22-33", "000-11-22", "mail.example", "kovyl@", DIRECTOR,
        "2011", "2012", "1980", "г. р.",
        "Анна Олеговна", "одиноко", "контрольных", "год рождения 20",
    ],
)  # fmt: skip
def test_what_stays_at_school_is_in_no_part_of_the_copy(tmp_path: Path, secret: str):
    assert secret in parts(create(tmp_path / "вся.xlsx", Content(whole(), NOW)).read_bytes()) or secret == "345-67-89"
    assert secret not in parts(copied(tmp_path, whole()))


def test_what_the_director_needs_is_there(tmp_path: Path):
    text = parts(copied(tmp_path, whole()))
    assert [said for said in ("Юрасова Нина Дмитриевна", "Сомов Пётр Ильич", "Полевая Анна") if said not in text] == []
    (tmp_path / "copy.xlsx").write_bytes(copied(tmp_path, whole()))
    with ClosedBook.open(tmp_path / "copy.xlsx") as book:
        mentees, staff = (typed(table, book.grid(table)).rows for table in (Mentee, Employee))
        steps = typed(Step, book.grid(Step)).rows
    assert [(row.code, row.full_name) for row in mentees] == [("Н-1", "Юрасова Нина Дмитриевна"), ("Н-2", "Н-2")]
    assert [(row.code, row.full_name) for row in staff] == [("С-1", "М-2"), ("С-2", "Сомов Пётр Ильич")]
    assert (steps[0].title, steps[0].responsible) == ("Сбор запросов. Вопросы – Н-2", "М-2")
    assert mentees[1].results == "Н-2 [скрыто], звонить [скрыто] или [скрыто]"


def test_technical_sheets_and_answers_are_not_in_the_copy(tmp_path: Path):
    titles = opened(copied(tmp_path, whole())).sheetnames
    assert titles[:3] == ["Что изменилось", "Как пользоваться", "Настройки"]
    left = {"Анкеты", "Столбцы анкет", "Кто ответил", "Склонения", "Замечания", "Расхождения", "Журнал"}
    assert left.isdisjoint(titles)
    codes = [row[0].value for row in opened(copied(tmp_path, whole()))["Настройки"].iter_rows(min_row=5)]
    assert [code for code in codes if code and code.startswith(("smtp", "copy", "mail"))] == []


def test_a_tick_lets_a_private_column_into_the_copy(tmp_path: Path):
    ticked = rows(copy_mentees_birth_year="да", copy_answers_all="да")[Setting]
    text = parts(copied(tmp_path, whole(Setting=ticked)))
    assert "одиноко" in text
    assert "<v>2011</v>" in text
    assert "345-67-89" not in text


def test_the_school_leaves_further_columns_out(tmp_path: Path):
    named = rows(copy_without="Банк наставников: Основные компетенции; пары: состояние")[Setting]
    text = parts(copied(tmp_path, whole(Setting=named)))
    assert "физика" not in text
    parcel = prepare(MemoryBook(whole(Setting=named)), tmp_path / "школа.xlsx", NOW)
    assert "Банк наставников: Основные компетенции; Согласия: ФИО представителя; " in parcel.sentences[3]


@pytest.mark.parametrize(
    ("named", "said"),
    [("Пары: Сумма", "Столбца «Пары: Сумма» в книге нет"), ("Пары: Код пары", "нужен, чтобы узнать строки")],
)
def test_a_column_that_cannot_be_left_out_is_told(tmp_path: Path, named: str, said: str):
    with pytest.raises(BookError, match=said):
        copied(tmp_path, whole(Setting=rows(copy_without=named)[Setting]))


def test_the_copy_is_known_by_its_property_and_its_first_sheet(tmp_path: Path):
    parcel = prepare(MemoryBook(whole()), tmp_path / "школа.xlsx", NOW)
    book = opened(parcel.copy.data)
    assert parcel.copy.copy_id.startswith("20261120-140500-")
    assert book.custom_doc_props["mentoring_xl copy"].value == parcel.copy.copy_id
    assert book.worksheets[0]["A2"].value == f"Копия № {parcel.copy.copy_id}"
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("", None)


def test_a_first_copy_says_that_there_is_nothing_to_compare_with(tmp_path: Path):
    sheet = opened(copied(tmp_path, whole())).worksheets[0]
    assert sheet["A1"].value == "Что изменилось с прошлой отправки"
    assert sheet["A3"].value == "Это первая копия: сравнивать пока не с чем."


def test_the_first_sheet_links_to_what_changed_since_the_copy_before(tmp_path: Path):
    kept(tmp_path, whole())
    orders = (rows()[type(rows()[next(t for t in rows() if t.__name__ == "Order")][0])][0].but(order_number="14-а"),)
    sheet = opened(copied(tmp_path, whole(Order=orders), LATER)).worksheets[0]
    assert sheet["A3"].value == "Прошлая копия отправлена 20.11.2026. С тех пор: «Приказы» – 1 правка."
    line = [cell.value for cell in sheet[9]]
    assert line == [
        "Приказы!C5", "ПР-1 · о закреплении наставнических пар (групп)", "изменено", "Номер", None, "14-а",
    ]  # fmt: skip
    assert sheet["A9"].hyperlink.location == "'Приказы'!C5"


def test_who_lost_his_pair_is_named_by_no_line_of_the_first_sheet(tmp_path: Path):
    kept(tmp_path, whole())
    (pair, other) = rows()[Pair]
    alone = pair.but(state="расторгнута", mentee_name="Юрасова Нина Дмитриевна")
    data = copied(tmp_path, whole(Pair=(alone, other)), LATER)
    assert "Юрасов" not in parts(data)
    assert "согласована" in str([cell.value for row in opened(data).worksheets[0].iter_rows() for cell in row])


def test_a_column_left_out_since_is_in_no_line_of_the_first_sheet(tmp_path: Path):
    kept(tmp_path, whole(Setting=rows(copy_mentees_contacts="да")[Setting]))
    assert "345-67-89" not in parts(copied(tmp_path, whole(), LATER))


def test_the_same_book_again_has_no_changes(tmp_path: Path):
    kept(tmp_path, whole())
    sheet = opened(copied(tmp_path, whole(), LATER)).worksheets[0]
    assert sheet["A3"].value == "Прошлая копия отправлена 20.11.2026. С тех пор: ничего не изменилось."


def test_a_damaged_copy_before_counts_as_none(tmp_path: Path):
    sent.keep(tmp_path / "школа.xlsx", "20261113-120000-aaaaaa", b"PK\x03\x04 not a book")
    assert opened(copied(tmp_path, whole())).worksheets[0]["A3"].value.startswith("Это первая копия")


def test_who_withdrew_his_consent_stands_in_the_copy_as_a_code(tmp_path: Path):
    withdrawn = Consent(person_code="Н-1", kind="обработка персональных данных", withdrawn=dt.date(2026, 11, 1))
    parcel = prepare(MemoryBook(whole(Consent=(withdrawn,))), tmp_path / "школа.xlsx", NOW)
    assert parcel.copy.withdrawn == ("Н-1",)
    assert "Юрасов" not in parts(parcel.copy.data)


def test_a_namesake_with_a_pair_keeps_his_name(tmp_path: Path):
    other = Mentee(code="Н-3", full_name=ALONE, birth_year=2010, request="химия", group="обучающийся")
    pair = Pair(code="Н-3/М-1", mentee_code="Н-3", mentee_name=ALONE, mentor_code="М-1", state="предложена")
    (tmp_path / "copy.xlsx").write_bytes(
        copied(tmp_path, whole(Mentee=(*rows()[Mentee], other), Pair=(*rows()[Pair], pair)))
    )
    with ClosedBook.open(tmp_path / "copy.xlsx") as book:
        named = {row.code: row.full_name for row in typed(Mentee, book.grid(Mentee)).rows}
    assert named == {"Н-1": "Юрасова Нина Дмитриевна", "Н-2": "Н-2", "Н-3": ALONE}


def test_the_copy_of_the_example_school_is_clean_and_valid(
    tmp_path: Path, open_xml_errors: Callable[[Path], list[object]]
):
    content = example_book(NOW.date())
    path = create(tmp_path / "школа.xlsx", content)
    before = path.read_bytes()
    with ClosedBook.open(path) as book:
        copy = prepare(book, path, NOW).copy
    assert path.read_bytes() == before
    (tmp_path / "copy.xlsx").write_bytes(copy.data)
    assert open_xml_errors(tmp_path / "copy.xlsx") == []
    paired = {code for pair in content.rows[Pair] for code in (pair.mentee_code, pair.mentor_code)}
    people = [*content.rows[Mentee], *content.rows[Mentor]]
    officials = {"Соснин Роман Юрьевич", "Лугова София Николаевна"}
    hidden = {row.full_name for row in people if row.code not in paired} - officials
    hidden |= {row.contacts for row in people if row.contacts}
    hidden |= {row.representative for row in content.rows[Consent] if row.representative}
    text = parts(copy.data)
    assert len(hidden) > 100
    assert [secret for secret in hidden if secret in text] == []
