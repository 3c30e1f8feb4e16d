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
from mentoring_xl.mailing import Parcel, prepare
from mentoring_xl.schema.tables import (
    TABLES,
    Consent,
    Employee,
    Influence,
    Mentee,
    Mentor,
    Order,
    Pair,
    PaperText,
    Preference,
    Setting,
    Step,
)
from tests.mailing.school import ALONE, DIRECTOR, NOW, parts, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.core.table import Row

LATER = NOW + dt.timedelta(days=7)


def whole(**changed: tuple[Row, ...]) -> dict[type[Row], tuple[Row, ...]]:
    """Return all tables of the small school, some of them changed, by the name of the class."""
    found = dict.fromkeys(TABLES, ()) | rows()
    return {table: changed.get(table.__name__, row) for table, row in found.items()}


def copied(folder: Path, tables: dict[type[Row], tuple[Row, ...]], now: dt.datetime = NOW) -> bytes:
    return prepare(MemoryBook(tables), folder / "школа.xlsx", now).copy.data


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def parcel(tmp_path_factory: pytest.TempPathFactory) -> Parcel:
    """What would be sent of the small school, for the first time."""
    return prepare(MemoryBook(whole()), tmp_path_factory.mktemp("first") / "школа.xlsx", NOW)


@pytest.fixture
def before(tmp_path: Path, parcel: Parcel) -> Path:
    """A folder in which that copy is kept as the one sent before."""
    sent.keep(tmp_path / "школа.xlsx", parcel.copy.copy_id, parcel.copy.data)
    return tmp_path


def test_what_stays_at_school_is_in_no_part_of_the_copy(tmp_path: Path, parcel: Parcel):
    secrets = (
        "Светлов", "Вероник", "Ковыль", "Роман Тимурович", "+7 912", "51-22-33", "000-11-22", "mail.example", "kovyl@",
        DIRECTOR, ">2011<", ">2012<", ">1980<", "г. р.", "Анна Олеговна", "одиноко", "контрольных", "год рождения 20",
    )  # fmt: skip
    book = parts(create(tmp_path / "вся.xlsx", Content(whole(), NOW)).read_bytes())
    assert [secret for secret in secrets if secret not in book] == []
    assert [secret for secret in secrets if secret in parts(parcel.copy.data)] == []


def test_what_the_director_needs_is_there(tmp_path: Path, parcel: Parcel):
    assert "Полевая Анна Ильинична" in parts(parcel.copy.data)
    (tmp_path / "copy.xlsx").write_bytes(parcel.copy.data)
    with ClosedBook.open(tmp_path / "copy.xlsx") as book:
        mentees, staff = (typed(table, book.grid(table)).rows for table in (Mentee, Employee))
        steps = typed(Step, book.grid(Step)).rows
    assert [(row.code, row.full_name) for row in mentees] == [("Н-1", "Юрасова Нина Дмитриевна"), ("Н-2", "Н-2")]
    assert [(row.code, row.full_name) for row in staff] == [("С-1", "М-2"), ("С-2", "Сомов Пётр Ильич")]
    assert (steps[0].title, steps[0].responsible) == ("Сбор запросов. Вопросы – Н-2", "М-2")
    assert mentees[1].results == "Н-2 [скрыто], звонить [скрыто] или [скрыто]"


def test_technical_sheets_answers_and_preferences_are_not_in_the_copy(parcel: Parcel):
    book = opened(parcel.copy.data)
    assert book.sheetnames[:3] == ["Что изменилось", "Как пользоваться", "Настройки"]
    left = {"Анкеты", "Предпочтения", "Столбцы анкет", "Кто ответил", "Склонения", "Замечания", "Расхождения", "Журнал"}
    assert left.isdisjoint(book.sheetnames)
    codes = [str(row[0].value) for row in book["Настройки"].iter_rows(min_row=5)]
    assert "school" in codes
    assert [code for code in codes if code.startswith(("smtp", "copy", "mail"))] == []


def test_what_one_person_answered_stays_with_the_answers(tmp_path: Path, parcel: Parcel):
    of_all = Influence(scope="Наставляемые", role="наставляемый", n=3, before=6.25, after=7.5)
    of_one = Influence(scope="Юрасова Нина Дмитриевна", person_code="Н-1", n=14, before=3.125, after=9.875)
    text = parts(copied(tmp_path, whole(Influence=(of_all, of_one))))
    assert "<v>6.25</v>" in text
    assert "<v>3.125</v>" not in text
    assert "На листе «Влияние» нет строк об отдельных участниках." in parcel.sentences
    ticked = rows(copy_answers_all="да")[Setting]
    assert "<v>3.125</v>" in parts(copied(tmp_path, whole(Influence=(of_all, of_one), Setting=ticked)))


def test_whom_somebody_would_never_have_leaves_school_only_with_a_tick(tmp_path: Path):
    refusing = Preference(person_code="Н-1", full_name="Юрасова Нина Дмитриевна", veto="М-77")
    assert "М-77" not in parts(copied(tmp_path, whole(Preference=(refusing,))))
    ticked = rows(copy_preferences_all="да")[Setting]
    assert "М-77" in parts(copied(tmp_path, whole(Preference=(refusing,), Setting=ticked)))


def test_a_placeholder_of_the_letter_that_means_nothing_is_told_before_it_goes(tmp_path: Path, parcel: Parcel):
    own = PaperText(kind="Письмо директору", part="пункт", number="1", text="Пары: {пары}, часы: {часы}.")
    found = prepare(MemoryBook(whole(PaperText=(own,))), tmp_path / "школа.xlsx", NOW)
    said = "В письме остался прочерк «____»: исправьте слово в скобках на листе «Тексты»."
    assert said in found.sentences
    assert said not in parcel.sentences


def test_a_tick_lets_a_private_column_into_the_copy(tmp_path: Path):
    ticked = rows(copy_mentees_birth_year="да", copy_answers_all="да")[Setting]
    text = parts(copied(tmp_path, whole(Setting=ticked)))
    assert "одиноко" in text
    assert "<v>2011</v>" in text
    assert "345-67-89" not in text


def test_the_school_leaves_further_columns_out(tmp_path: Path):
    named = rows(copy_without="банк наставников: основные компетенции; Согласия: Дата согласия")[Setting]
    parcel = prepare(MemoryBook(whole(Setting=named)), tmp_path / "школа.xlsx", NOW)
    assert "физика" not in parts(parcel.copy.data)
    assert "Согласия: ФИО представителя; Согласия: Дата согласия; " in parcel.sentences[3]


@pytest.mark.parametrize(
    ("named", "said"),
    [("Пары: Сумма", "Столбца «Пары: Сумма» в книге нет"), ("Пары: Код пары", "нужен, чтобы узнать строки")],
)
def test_a_column_that_cannot_be_left_out_is_told(tmp_path: Path, named: str, said: str):
    with pytest.raises(BookError, match=said):
        copied(tmp_path, whole(Setting=rows(copy_without=named)[Setting]))


def test_the_copy_is_known_by_its_property_and_its_first_sheet(parcel: Parcel):
    book = opened(parcel.copy.data)
    assert parcel.copy.copy_id.startswith("20261120-140500-")
    assert book.custom_doc_props["mentoring_xl copy"].value == parcel.copy.copy_id
    assert book.worksheets[0]["A2"].value == f"Копия № {parcel.copy.copy_id}"
    assert (book.properties.creator, book.properties.lastModifiedBy) == (None, None)


def test_a_first_copy_says_so_and_lists_what_waits_with_links(parcel: Parcel):
    sheet = opened(parcel.copy.data).worksheets[0]
    assert sheet["A1"].value == "Первая копия: что ждёт вашего решения"
    assert sheet["A3"].value == (
        "Это первая копия: сравнивать пока не с чем. "
        "Ниже – приказы на подпись, программы на утверждение и просроченное по плану."
    )
    assert [cell.value for cell in sheet[9]][:3] == [
        "Приказы!A5", "ПР-1 · о закреплении наставнических пар (групп)", "на подпись",
    ]  # fmt: skip
    assert sheet["A9"].hyperlink.location == "'Приказы'!A5"


def test_a_first_copy_with_nothing_to_sign_says_so(tmp_path: Path):
    sheet = opened(copied(tmp_path, whole(Order=()))).worksheets[0]
    assert sheet["A3"].value.endswith("Подписывать и утверждать сейчас нечего.")


def test_the_first_sheet_links_to_what_changed_since_the_copy_before(before: Path):
    (order,) = rows()[Order]
    sheet = opened(copied(before, whole(Order=(order.but(order_number="14-а"),)), LATER)).worksheets[0]
    assert sheet["A3"].value == "Сравнено с копией от 20.11.2026. С тех пор: «Приказы» – 1 правка."
    line = [cell.value for cell in sheet[9]]
    assert line == [
        "Приказы!C5", "ПР-1 · о закреплении наставнических пар (групп)", "изменено", "Номер", None, "14-а",
    ]  # fmt: skip
    assert sheet["A9"].hyperlink.location == "'Приказы'!C5"


def test_who_lost_his_pair_is_named_by_no_line_of_the_first_sheet(before: Path):
    pair, other = rows()[Pair]
    alone = pair.but(state="расторгнута", mentee_name="Юрасова Нина Дмитриевна")
    data = copied(before, whole(Pair=(alone, other)), LATER)
    assert "Юрасов" not in parts(data)
    told = [[cell.value for cell in row] for row in opened(data).worksheets[0].iter_rows(min_row=9)]
    assert ["Пары", "Состояние", "согласована", "расторгнута"] in [
        [str(line[0]).partition("!")[0], *line[3:]] for line in told
    ]
    assert [line for line in told if line[4] == line[5] and line[2] == "изменено"] == []


def test_what_was_known_of_who_withdrew_his_consent_is_not_told_once_more(before: Path):
    withdrawn = Consent(person_code="Н-1", kind="обработка персональных данных", withdrawn=dt.date(2026, 11, 21))
    first = opened(copied(before, whole(Consent=(withdrawn,)), LATER)).worksheets[0]
    said = str([cell.value for row in first.iter_rows() for cell in row])
    assert "Банк наставляемых!" in said
    assert "чтение" not in said


def test_a_code_that_stood_before_the_name_is_not_said_twice(tmp_path: Path):
    text = parts(copied(tmp_path, whole()))
    assert ">М-2<" in text
    assert "М-2 М-2" not in text


def test_a_column_left_out_since_is_in_no_line_of_the_first_sheet(tmp_path: Path):
    shown = prepare(MemoryBook(whole(Setting=rows(copy_mentees_contacts="да")[Setting])), tmp_path / "школа.xlsx", NOW)
    assert "345-67-89" in parts(shown.copy.data)
    sent.keep(tmp_path / "школа.xlsx", shown.copy.copy_id, shown.copy.data)
    assert "345-67-89" not in parts(copied(tmp_path, whole(), LATER))


def test_the_same_book_again_has_no_changes(before: Path):
    sheet = opened(copied(before, whole(), LATER)).worksheets[0]
    assert sheet["A3"].value == "Сравнено с копией от 20.11.2026. С тех пор: ничего не изменилось."


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
