"""What is told about the register: days, numbers, codes, the director; a bad word in a text is told once."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.schema.tables import Employee, Order, Pair, Setting

DAY = dt.date(2026, 11, 23)
MONITORING = "о проведении мониторинга"


@pytest.fixture
def register(school):
    """Fill the register with orders about monitoring, without any pair, and see what is found."""

    def found(*orders: dict[str, object]) -> list[str]:
        school.book.rows[Pair] = []
        school.book.rows[Order] = [
            Order(**{"code": f"ПР-{number}", "kind": MONITORING, **order}) for number, order in enumerate(orders, 1)
        ]
        return school.found()

    return found


def test_a_draft_of_a_past_day_is_told(register):
    assert register({"date": dt.date(2026, 11, 19)}) == [
        "Приказы!D5  D113  черновик датирован прошедшим днём 19.11.2026"
    ]


def test_a_day_off_is_told_until_the_order_is_signed(register):
    sunday = dt.date(2026, 11, 22)
    assert register({"date": sunday}) == ["Приказы!D5  D114  22.11.2026 – нерабочий день (воскресенье)"]
    assert register({"date": sunday, "state": "подписан", "order_number": "1"}) == []


def test_a_number_that_was_given_before_in_the_year_is_told_and_next_year_it_is_free(register):
    signed = {"order_number": "14-а", "state": "подписан"}
    assert register({**signed, "date": dt.date(2026, 3, 2)}, {**signed, "date": DAY, "order_number": "14 - А"}) == [
        "Приказы!C6  D112  номер 14 - А в этом году уже был: приказ от 02.03.2026 в строке 5"
    ]
    assert register({**signed, "date": dt.date(2025, 3, 3)}, {**signed, "date": DAY}) == []


def test_two_rows_with_one_code_are_told_and_only_the_upper_one_is_drawn(register, school):
    assert register({"code": "ПР-1"}, {"code": "пр-1", "kind": "о внедрении целевой модели"}) == [
        "Приказы!A6  D119  код пр-1 уже стоит у приказа в строке 5"
    ]
    assert list(school.book.pages) == ["Приказ ПР-1"]


def test_a_draft_never_takes_the_sheet_of_a_signed_order_with_the_same_code(signed):
    before = dict(signed.book.pages)
    signed.rows(Order).insert(0, Order(code="пр-1", kind=MONITORING))
    signed.press()
    assert signed.book.pages == before


def test_a_register_of_a_person_with_nothing_but_codes_is_left_alone(register, school):
    assert register({"kind": ""}, {"kind": "", "code": ""}) == []
    assert school.changes == {}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Полевая Анна", "D120  в имени «Полевая Анна» нет отчества"),
        ("Polevaya Anna Ilyinichna", "D121  имя «Polevaya Anna Ilyinichna» записано латинскими буквами"),
        ("", "D107  не заполнено «Фамилия, имя, отчество руководителя»: в приказе осталась пустая строка"),
    ],
)
def test_a_director_is_told_once_when_his_name_is_not_whole(register, school, name, told):
    at = next(at for at, row in enumerate(school.rows(Setting)) if row.code == "director")
    school.set(Setting, at, value=name)
    assert register({}) == [f"Настройки!D9  {told}"]


def test_initials_of_a_director_are_enough(register, school):
    at = next(at for at, row in enumerate(school.rows(Setting)) if row.code == "director")
    school.set(Setting, at, value="Полевая А.И.")
    assert register({}) == []


def test_a_curator_whom_nobody_named_is_told_once_however_often_the_text_needs_him(register, school):
    school.book.rows[Employee] = []
    assert register({"kind": "о назначении координатора и кураторов"}) == [
        "Тексты!D  D116  для «{координатор:винительный}» в книге нет данных: в документе остался прочерк",
        "Тексты!D  D116  для «{кураторы:винительный}» в книге нет данных: в документе остался прочерк",
    ]


def test_a_draft_that_should_name_people_and_has_none_says_so_and_nothing_more(register):
    assert register({"kind": "о поощрении участников"}) == ["Приказы!B5  D117  в приказ пока некого внести"]


def test_those_who_have_left_are_not_appointed(register, school):
    school.set(Employee, 2, active=False)
    register({"kind": "о назначении координатора и кураторов"})
    assert "Рощин" not in str(school.paper("ПР-1"))
