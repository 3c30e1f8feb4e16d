"""Whom of the staff list a post or a name of the plan means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_xl.roadmap import Responsible, split_responsible
from mentoring_xl.roadmap.staff import Staff
from mentoring_xl.schema.tables import Employee

STAFF = (
    Employee(code="С-1", full_name="Орлова Анна Петровна", post="Директор школы", role="директор"),
    Employee(code="С-2", full_name="Лебедев Олег Ильич", post="Заместитель директора по УВР", role="куратор"),
    Employee(code="С-3", full_name="Соколова Ирина Львовна", post="Учитель физики", school_class="7А"),
    Employee(code="С-4", full_name="Соколова Инна Львовна", post="Учитель", subjects="химия", school_class="10Б"),
    Employee(code="С-5", full_name="Вершинин Пётр Кузьмич", post="Заведующий хозяйством"),
    Employee(code="С-6", full_name="Седова Мария Марковна", post="Педагог-психолог"),
    Employee(code="С-7", full_name="Белая Ольга Олеговна", post="Заместитель директора по воспитательной работе"),
    Employee(code="С-8", full_name="Гусева Нина Павловна", post="Учитель начальных классов", role="руководитель ШМО"),
)


def meant(text, staff=STAFF, *, apart=False):
    (item,) = split_responsible(text)
    return [person.code for person in Staff(staff, deputies_apart=apart).meant_by(item)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Директор", ["С-1"]),
        ("директор гимназии", ["С-1"]),
        ("зам. дир. по УВР", ["С-2"]),
        ("Зам.директора по учебно-воспитательной работе", ["С-2"]),
        ("ЗДВР", ["С-7"]),
        ("заместителю директора по ВР", ["С-7"]),
        ("Куратор", ["С-2"]),
        ("куратор программы наставничества", ["С-2"]),
        ("рук. МО учителей начальных классов", ["С-8"]),
        ("завхоз", ["С-5"]),
        ("психолог", ["С-6"]),
        ("школьный педагог-психолог", ["С-6"]),
        ("рук. ШМО", ["С-8"]),
        ("руководители методических объединений", ["С-8"]),
        ("учителя нач. кл.", ["С-8"]),
        ("учитель химии", ["С-4"]),
        ("учителя-предметники", ["С-3", "С-4", "С-8"]),
        ("классные руководители", ["С-3", "С-4"]),
        ("кл. рук. 5-9 кл.", ["С-3"]),
        ("классный руководитель 10 класса", ["С-4"]),
        ("Орлова А.П.", ["С-1"]),
        ("А. П. Орлова", ["С-1"]),
        ("Соколова Ирина Львовна", ["С-3"]),
        ("учитель физики Соколова И.Л.", ["С-3"]),
        ("Анна Петровна", ["С-1"]),
        ("Лебедев", ["С-2"]),
    ],
)
def test_a_post_or_a_name_means_these_employees(text, codes):
    assert meant(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Соколова И.Л.",
        "Соколова",
        "Зам. директора",
        "Завуч",
        "Орлова А.И.",
        "Орлов А.П.",
        "библиотекарь",
        "администрация",
    ],
)
def test_nobody_is_guessed_of_two_who_fit_or_where_nobody_does(text):
    assert meant(text) == []


@pytest.mark.parametrize(("text", "code"), [("Орлва А.П.", "С-1"), ("Вершынин П.К.", "С-5")])
def test_a_mistyped_surname_with_the_right_initials_means_the_only_one_like_it(text, code):
    assert meant(text) == [code]


def test_one_deputy_for_two_fields_or_two_deputies_is_a_setting():
    assert meant("Зам. директора по УР и ВР") == ["С-2"]
    assert meant("Зам. директора по УР и ВР", apart=True) == ["С-2", "С-7"]


def test_two_deputies_for_one_field_each_are_no_single_post():
    deputies = (
        Employee(code="С-1", full_name="Лебедев Олег Ильич", post="Заместитель директора по УР"),
        Employee(code="С-2", full_name="Белая Ольга Олеговна", post="Заместитель директора по ВР"),
    )
    assert meant("Зам. директора по УР и ВР", deputies) == []
    assert meant("Зам. директора по УР и ВР", deputies, apart=True) == ["С-1", "С-2"]


def test_those_who_work_no_more_are_passed_over():
    staff = (
        Employee(code="С-1", full_name="Орлова Анна Петровна", post="Директор"),
        Employee(code="С-2", full_name="Лебедев Олег Ильич", post="Директор", active=True),
    )
    assert meant("Директор", staff) == ["С-2"]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Орлва А.П.", "Орлова Анна Петровна"),
        ("Орлова А.И.", "Орлова Анна Петровна"),
        ("Орлов А.П.", "Орлова Анна Петровна"),
        ("Сакалова И.Л.", ""),
        ("Петров П.П.", ""),
        ("Ли С.П.", ""),
    ],
)
def test_a_name_that_is_not_listed_is_told_the_only_similar_one(person, name):
    assert Staff(STAFF).nearest(person) == name


WORDS = [
    "",
    "организации",
    "по УР и ВР",
    "зам.",
    "кл",
    "учителя",
    "Орлова",
    "А.",
    "5-",
    "-",
    "школы",
    "Анна Петровна",
    "x",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join) | st.text(max_size=30), st.booleans())
def test_no_responsible_is_too_odd_to_be_looked_for(text, apart):
    staff = Staff(STAFF, deputies_apart=apart)
    for item in (Responsible(text, None), Responsible(None, text), Responsible(text, text)):
        assert set(staff.meant_by(item)) <= set(STAFF)
        assert staff.knows(item) in {True, False}
    assert staff.nearest(text) in {"", *(person.full_name for person in STAFF)}
