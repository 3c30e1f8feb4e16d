"""Whose a signature is: sure, doubtful with candidates, or nobody's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.schema.tables import Employee, Mentee, Mentor
from mentoring_xl.surveys.importing.people import People
from mentoring_xl.surveys.importing.persons import Signature, members, with_staff
from tests.surveys.importing.school import bank

MENTEES = (
    Mentee(code="Н-01", full_name="Соколова Анна Петровна", school_class="8Б", contacts="+7 900, Anna@mail.ru"),
    Mentee(code="Н-02", full_name="Иванова Мария Ивановна", school_class="5А", contacts="mama@mail.ru"),
    Mentee(code="Н-03", full_name="Иванова Марина Ивановна", school_class="7А", contacts="mama@mail.ru"),
    Mentee(code="Н-04", full_name="Петров Пётр Ильич", school_class="9А"),
    Mentee(code="Н-05", full_name="Петров Пётр Ильич", school_class="9Б"),
    Mentee(code="Н-06", full_name="Заозёрный Глеб Юрьевич", school_class="9Б"),
    Mentee(code="Н-07", full_name="Мамин-Сибиряк Лев Львович"),
    Mentee(code="Н-08", full_name="Алиев Тимур Рашид оглы"),
    Mentee(code="Н-09", full_name=""),
)
PEOPLE = People(members(MENTEES, (), ""))

SURE = {
    "Н-01": [
        {"name": "соколова анна петровна"},
        {"name": "Анна Соколова"},
        {"name": "А. П. Соколова"},
        {"name": "Соколова А.П."},
        {"name": "Соколова Анна П."},
        {"name": "Cоколова Aнна"},
        {"name": "Соколава Анна Петровна"},
        {"name": "Соколава Анна", "school_class": "8 «б» класс"},
        {"name": "Соколова Анна Петровна учитель"},
        {"email": "anna@mail.ru"},
        {"email": "anna@mail.ru", "name": "Соколава Анна"},
        {"code": "н-1"},
        {"code": "H-01", "name": "Соколова"},
        {"name": "Н-01"},
    ],
    "Н-02": [{"email": "mama@mail.ru", "name": "Иванова Мария"}, {"name": "Иванова Марья Ивановна"}],
    "Н-03": [{"name": "Иванова М. И.", "school_class": "7-а"}],
    "Н-05": [{"name": "Петров Петр Ильич", "school_class": "9Б"}],
    "Н-06": [{"name": "Заозерный Глеб"}],
    "Н-07": [{"name": "Сибиряк-Мамин Лев Львович"}, {"name": "Мамин - Сибиряк Л. Л."}],
    "Н-08": [{"name": "Алиев Тимур"}, {"name": "Тимур Рашид оглы Алиев"}],
}
DOUBTFUL = {
    "Подпись неполная.": [{"name": "Соколова"}],
    "Имя записано не так, как в банке.": [
        {"name": "Соколава Анна"},
        {"name": "Соколов Анна Петровна"},
        {"name": "Иванова Мариа Ивановна"},
        {"name": "Заозёрный Глеп Юрьевич"},
    ],
    "Подходит нескольким: нужен класс, почта или код.": [{"name": "Иванова М. И."}, {"name": "Петров Пётр Ильич"}],
    "Класс не тот, что в банке.": [{"name": "Соколова А. П.", "school_class": "5А"}],
    "Такого имени нет в банках.": [{"name": "Смирнов Олег Олегович"}, {"name": "Аноним"}, {"name": "42"}],
    "Такого кода нет в банках.": [{"code": "Н-99", "name": "Соколова Анна Петровна"}, {"code": "Н-09"}],
    "Код и имя – разных людей.": [{"code": "Н-01", "name": "Иванова Мария Ивановна"}],
    "Почта и имя – разных людей.": [
        {"email": "anna@mail.ru", "name": "Петров Пётр Ильич"},
        {"email": "anna@mail.ru", "name": "Соколова Инна"},
    ],
    "Эта почта записана у нескольких.": [{"email": "mama@mail.ru"}],
}


@pytest.mark.parametrize(("code", "written"), [(code, one) for code, all_ in SURE.items() for one in all_])
def test_a_signature_that_can_be_only_one_person_is_his(code, written):
    assert PEOPLE.find(Signature(**written)).person.code == code


@pytest.mark.parametrize(("why", "written"), [(why, one) for why, all_ in DOUBTFUL.items() for one in all_])
def test_a_signature_that_is_not_sure_is_nobodys_and_it_is_said_why(why, written):
    match = PEOPLE.find(Signature(**written))
    assert (match.person, match.why) == (None, why)


def test_those_a_doubtful_name_looks_like_are_named():
    match = PEOPLE.find(Signature(name="Соколов Анна Петровна"))
    assert [person.code for person in match.candidates] == ["Н-01"]
    match = PEOPLE.find(Signature(code="Н-01", name="Иванова Мария Ивановна"))
    assert [person.code for person in match.candidates] == ["Н-01", "Н-02", "Н-03"]


def test_a_teacher_in_both_banks_is_told_by_his_role():
    name = "Зимин Олег Ильич"
    both = People(members((Mentee(code="Н-1", full_name=name),), (Mentor(code="М-1", full_name=name),), ""))
    assert both.find(Signature(name=name)).person is None
    assert both.find(Signature(name=name, role="наставник")).person.code == "М-1"


def test_a_mentor_who_is_of_the_staff_is_one_person():
    staff = (Employee(code="С-1", full_name="Зимин Олег Ильич", email="zimin@school.ru"),)
    mentors = (
        Mentor(code="М-1", full_name="Зимин О. И.", staff_code="с-1"),
        Mentor(code="М-2", full_name="Зимин Олег Ильич"),
        Mentor(code="М-3", full_name="Лесная Вера Юрьевна"),
    )
    people = People(with_staff(staff, (), mentors))
    assert people.find(Signature(name="Зимин О. И.")).person.code == "С-1"
    assert people.find(Signature(email="zimin@school.ru")).person.code == "С-1"
    assert people.find(Signature(name="Лесная В. Ю.")).person.code == "М-3"


BANK = bank()
SCHOOL = People(members(BANK, (), ""))
LETTERS = st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя .-")


@given(st.sampled_from(BANK), st.data())
@settings(max_examples=200, deadline=None)
def test_a_slip_of_the_hand_never_gives_answers_to_somebody_else(person, data):
    name = person.full_name
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(1, len(name) - 1))
        put = data.draw(st.sampled_from(("", data.draw(LETTERS), data.draw(LETTERS) + name[at])))
        name = name[:at] + put + name[at + 1 :]
    match = SCHOOL.find(Signature(name=name))
    assert match.person is None or match.person.name == person.full_name
