"""What becomes of the tables when one person's data are erased, who else goes and what stays."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.actions.erasing import erase
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    CaseForms,
    Conflict,
    Consent,
    Employee,
    Influence,
    Meeting,
    Mentee,
    Mentor,
    Order,
    OrderLine,
    Pair,
    Practice,
    Preference,
    Programme,
    Publication,
    Respondent,
    Setting,
    SurveyResult,
    Training,
    Unpaired,
)
from mentoring_xl.session import read

if TYPE_CHECKING:
    from mentoring_xl.actions.erasing import Erasure
    from mentoring_xl.core.table import Row

TODAY = dt.date(2026, 11, 20)
VERA = Mentee(
    number=1, full_name="Арефьева Вера Ивановна", contacts="+7 900 111-22-33 (мама)", birth_year=2012, request="чтение",
    mentor_name="Сомов Пётр Ильич", code="Н-12", group="обучающийся", school_class="8А", status="участвует",
)  # fmt: skip
OTHER = Mentee(number=2, full_name="Юрасова Нина Дмитриевна", code="Н-13", group="обучающийся", request="речь")
PETR = Mentor(
    number=1, full_name="Сомов Пётр Ильич", competences="чтение", code="М-1", group="педагог", staff_code="С-5",
    mentee_names="Арефьева Вера Ивановна", form="ученик–ученик",
)  # fmt: skip
PAIR = Pair(
    mentee_code="Н-12", mentee_name="Арефьева Вера Ивановна", mentor_code="М-1", mentor_name="Сомов Пётр Ильич",
    state="закреплена приказом", locked=True, comment="дружат", starts=dt.date(2026, 9, 1), code="Н-12/М-1", points=70,
)  # fmt: skip
SIGNED = Order(code="ПР-1", kind="о закреплении", order_number="14-а", state="подписан", pairs="Н-12/М-1", sheet="П 1")
LINE = OrderLine(
    order_code="ПР-1", number=1, code="Н-12/М-1", mentor="Сомов Пётр Ильич", mentee="Арефьева Вера Ивановна"
)


def erased(code: str, *rows: Row, from_orders: bool = False) -> tuple[MemoryBook, Erasure]:
    book = MemoryBook({table: [row for row in rows if type(row) is table] for table in TABLES})
    result = erase(read(book, TABLES), TODAY, code, from_orders=from_orders)
    book.apply(result.outcome.edits)
    return book, result


def test_only_the_code_is_left_in_the_bank():
    book, result = erased("н-12", VERA, OTHER)
    assert book.rows[Mentee] == [Mentee(number=1, code="Н-12", group="обучающийся", status="выбыл"), OTHER]
    assert result.outcome.summary == (
        "Очищаются строки Н-12: остаётся только код. Убираются согласия (0) и ответы анкет (0).",
    )


def test_consents_answers_preferences_and_the_search_for_a_pair_go():
    book, _ = erased(
        "Н-12", VERA,
        Consent(person_code="Н-12", representative="Арефьева Анна Петровна"), Consent(person_code="Н-13"),
        Answer(person_code="Н-12", answer="болею"), Answer(person_code="Н-13", answer="7"),
        Preference(person_code="Н-13", first="М-1"), Preference(person_code="Н-12"), Unpaired(mentee_code="Н-12"),
    )  # fmt: skip
    assert book.rows[Consent] == [Consent(person_code="Н-13")]
    assert book.rows[Answer] == [Answer(person_code="Н-13", answer="7")]
    assert book.rows[Preference] == [Preference(person_code="Н-13", first="М-1")]
    assert book.rows[Unpaired] == []


def test_the_confirmed_cases_of_his_name_go_and_those_of_others_stay():
    own = CaseForms(text="Арефьева Вера Ивановна", dative="Арефьевой Вере Ивановне", checked=True)
    book, _ = erased("Н-12", VERA, OTHER, own, CaseForms(text="Юрасова Нина Дмитриевна", dative="Юрасовой Нине"))
    assert [row.text for row in book.rows[CaseForms]] == ["Юрасова Нина Дмитриевна"]


def test_what_his_questionnaires_came_to_goes_with_his_answers():
    book, _ = erased(
        "Н-12", VERA, OTHER, Answer(person_code="Н-12", question_code="А-1", answer="болею, поэтому редко"),
        Respondent(written="Арефьева В.", candidates="Н-12 Арефьева Вера Ивановна"), Respondent(written="Вера"),
        Respondent(written="ученица 8А", candidates="Н-13; Н-12 Арефьева Вера Ивановна", person_code="н-12"),
        Respondent(written="Ю. Н.", candidates="Н-13 Юрасова Нина Дмитриевна; Арефьева Вера Ивановна"),
        Influence(scope="Арефьева Вера Ивановна", person_code="Н-12", n=3), Influence(scope="Все", n=9),
        SurveyResult(code="А-1", n=4, texts="больше практики\nболею, поэтому редко\nдружба"),
    )  # fmt: skip
    assert [row.written for row in book.rows[Respondent]] == ["Вера", "Ю. Н."]
    assert book.rows[Respondent][1].candidates == "Н-13 Юрасова Нина Дмитриевна; Н-12"
    assert [row.scope for row in book.rows[Influence]] == ["Все"]
    assert book.rows[SurveyResult][0].texts == "больше практики\nдружба"


def test_differences_in_his_row_go_whole_and_in_others_lose_his_name():
    book, _ = erased(
        "Н-12", VERA, PETR, Conflict(number=1, row_key="Н-12", title="Контакты", base="1", theirs="+7 900 555-44-33"),
        Conflict(number=2, row_key="Н-12/М-1", title="Комментарий", theirs="ссорятся"),
        Conflict(number=3, row_key="М-1", title="ФИО наставляемого(-ых)", ours="Арефьева Вера Ивановна", theirs="—"),
    )  # fmt: skip
    (left,) = book.rows[Conflict]
    assert (left.number, left.ours) == (3, "Н-12")


def test_his_pair_is_dissolved_and_the_mentor_is_free():
    book, _ = erased("Н-12", VERA, PETR, PAIR)
    assert book.rows[Pair] == [
        Pair(
            mentee_code="Н-12", mentor_code="М-1", mentor_name="Сомов Пётр Ильич", state="расторгнута",
            starts=dt.date(2026, 9, 1), ends=TODAY, end_reason="данные участника удалены", code="Н-12/М-1",
        )
    ]  # fmt: skip
    assert book.rows[Mentor] == [PETR.but(mentee_names="", form="")]


def test_a_proposal_is_taken_back_and_a_finished_pair_stays_finished():
    book, _ = erased("Н-12", VERA, PAIR.but(state="предложена"), PAIR.but(state="завершена", mentor_code="М-2"))
    assert [(pair.state, pair.ends) for pair in book.rows[Pair]] == [("предложение снято", None), ("завершена", None)]


def test_the_programme_and_the_meetings_say_nothing_of_a_mentee_any_more():
    programme = Programme(
        pair_code="Н-12/М-1", mentor_name="Сомов Пётр Ильич", mentee_name="Арефьева Вера Ивановна", goal="читать",
        starts=dt.date(2026, 9, 1), ends=dt.date(2027, 5, 31), state="идёт",
    )  # fmt: skip
    held = Meeting(pair_code="Н-12/М-1", names="Сомов – Арефьева", held=dt.date(2026, 10, 1), outcome="плакала")
    ahead = Meeting(pair_code="Н-12/М-1", planned=dt.date(2026, 12, 1))
    book, _ = erased("Н-12", VERA, PETR, programme, held, ahead)
    assert book.rows[Programme] == [
        Programme(
            pair_code="Н-12/М-1", mentor_name="Сомов Пётр Ильич", state="завершена",
            starts=dt.date(2026, 9, 1), ends=TODAY,
        )
    ]  # fmt: skip
    assert book.rows[Meeting] == [Meeting(pair_code="Н-12/М-1", names="Сомов Пётр Ильич", held=dt.date(2026, 10, 1))]


def test_a_group_goes_on_without_one_of_its_mentees():
    programme = Programme(pair_code="Н-12/М-1, Н-13/М-1", mentee_name="Арефьева, Юрасова", goal="театр")
    ahead = Meeting(pair_code="Н-12/М-1, Н-13/М-1", planned=dt.date(2026, 12, 1))
    book, _ = erased("Н-12", VERA, OTHER, PETR, programme, ahead)
    assert [(row.goal, row.mentee_name) for row in book.rows[Programme]] == [("театр", "Юрасова Нина Дмитриевна")]
    assert [row.names for row in book.rows[Meeting]] == ["Сомов Пётр Ильич – Юрасова Нина Дмитриевна"]


def test_a_text_that_names_him_has_his_code_instead():
    book, result = erased(
        "Н-12", VERA, Practice(title="Кейс", authors="В. И. Арефьева, Сомов П.И.", summary="Арефьева читает"),
        Training(topic="Старт", participants="М-1, н-12"), Publication(title="О Вере Арефьевой", people="Н-12, М-1"),
    )  # fmt: skip
    assert book.rows[Practice] == [Practice(title="Кейс", authors="Н-12, Сомов П.И.", summary="Арефьева читает")]
    assert [row.participants for row in book.rows[Training]] == ["М-1"]
    assert [row.title for row in book.rows[Publication]] == ["О Н-12"]
    assert result.outcome.summary[-2:] == (
        "Публикации о нём снимите сами: Публикации!F5.",
        "Только фамилия осталась в ячейках Практики!E5: посмотрите их сами.",
    )


def test_the_lines_of_a_signed_order_stay_and_this_is_told():
    book, result = erased("Н-12", VERA, PETR, PAIR, SIGNED, LINE, LINE.but(order_code="ПР-2"))
    assert book.rows[OrderLine] == [LINE]
    assert result.kept_sheets == ("П 1", "Строки приказов")
    assert "Имя остаётся в подписанных приказах и на их листах: ПР-1 (№ 14-а)." in result.outcome.summary


def test_a_school_may_put_the_code_into_signed_orders_too():
    book, result = erased("Н-12", VERA, PETR, PAIR, SIGNED, LINE, from_orders=True)
    assert [(line.mentor, line.mentee) for line in book.rows[OrderLine]] == [("Сомов Пётр Ильич", "Н-12")]
    assert result.kept_sheets == ()


def test_a_teacher_goes_from_the_staff_too_unless_he_has_a_role():
    teacher = Employee(code="С-5", full_name="Сомов Пётр Ильич", post="учитель", email="p@b.example", active=True)
    book, _ = erased("М-1", PETR, teacher)
    assert book.rows[Employee] == [Employee(code="С-5", post="учитель")]
    curator = teacher.but(role="куратор")
    book, result = erased("М-1", PETR, curator)
    assert book.rows[Employee] == [curator]
    assert result.outcome.summary[-1] == "Имя остаётся на листе «Персонал», С-5: там он куратор."


def test_the_same_person_in_both_banks_goes_whole_and_a_namesake_stays():
    grown = Mentor(full_name="Арефьева Вера Ивановна", code="М-9", birth_year=2012, competences="чтение")
    namesake = Mentor(full_name="Арефьева Вера Ивановна", code="М-8", birth_year=1975, competences="химия")
    book, result = erased("Н-12", VERA, grown, namesake)
    assert book.rows[Mentor] == [Mentor(code="М-9", status="выбыл"), namesake]
    assert result.outcome.summary[-1] == (
        "Есть ещё записи с таким именем: М-8. Они не тронуты; если это он же, удалите и их."
    )


def test_a_director_who_signs_is_not_erased_from_the_settings():
    book, _ = erased("М-1", PETR, Setting(code="director", value="Сомов Пётр Ильич"))
    assert [row.value for row in book.rows[Setting]] == ["Сомов Пётр Ильич"]


def test_a_second_time_changes_nothing():
    book, _ = erased("Н-12", VERA, OTHER, PETR, PAIR, SIGNED, LINE)
    assert book.apply(erase(read(book, TABLES), TODAY, "Н-12").outcome.edits) == {}


def test_a_code_of_nobody_is_told():
    with pytest.raises(BookError, match="Кода «Н-99» нет ни в банках, ни на листе «Персонал»"):
        erased("Н-99", VERA)


def test_an_employee_with_a_role_is_not_erased_as_long_as_he_has_it():
    with pytest.raises(BookError, match="С-5 записан на листе «Персонал» с ролью: «куратор». Очистите его роль"):
        erased("С-5", Employee(code="С-5", full_name="Сомов Пётр Ильич", role="куратор"))
