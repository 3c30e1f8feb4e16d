"""Rows that nobody answers for, and responsible people whom the staff list does not know."""

import pytest

from mentoring_xl.roadmap.responsible import missing_responsible, unknown_responsible
from mentoring_xl.roadmap.staff import Staff
from mentoring_xl.schema.tables import Employee, Step

STAFF = (
    Employee(code="С-01", full_name="Орлова Анна Петровна", post="Директор школы", role="директор"),
    Employee(code="С-02", full_name="Лебедев Олег Ильич", post="Заместитель директора по УВР", role="куратор"),
    Employee(code="С-03", full_name="Соколова Ирина Львовна", post="Учитель физики", school_class="7А"),
)


def unknown(text, staff=STAFF):
    return [finding.message for finding in unknown_responsible([Step(responsible=text)], Staff(staff))]


def found(rows):
    return [(finding.code.code, finding.cell.column, finding.cell.row) for finding in rows]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Директор",
        "Орлова А.П.",
        "Орлова А. П., Лебедев О.И.",
        "А.П. Орлова",
        "Орлова Анна Петровна",
        "Директор школы\nОрлова А.П.",
        "Зам. директора. методический совет",
        "Зам. директора по УР и ВР, кл.руководители. Совет обучающихся",
        "классные руководители, родители",
        "Все педагоги школы",
        "Зам.",
        "Завуч",
        "зам. дир. по воспитательной работе",
        "кл. рук. 5-9 кл.",
        "ГИБДД, инспектор ПДН, ответственный за питание",
        "учитель физики Соколова И.Л.",
        "классный руководитель 7 «А» класса совместно с родителями",
        "начальник отдела образования",
        "школьный парламент",
    ],
)
def test_people_and_posts_of_the_list_and_bodies_outside_it_are_known(text):
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Петров И.И.", "Петров И.И."),
        ("директор, педагог-психолог", "педагог-психолог"),
        ("Библиотекарь; медсестра; директор", "Библиотекарь; медсестра"),
        ("Орлова А.П. Прядко Р.В.", "Прядко Р.В."),
        ("Зам. директора по АХЧ, классные руководители", "Зам. директора по АХЧ"),
        ("учитель математики Прядко Р.В.", "Прядко Р.В."),
    ],
)
def test_a_person_or_post_missing_from_the_list_is_named_once_for_the_cell(text, named):
    assert unknown(text) == [f"ответственный «{named}» не найден на листе «Персонал»"]


def test_beside_an_unknown_person_stands_the_only_similar_name_of_the_list():
    assert unknown("Орлва А.П., Прядко Р.В.") == [
        "ответственный «Орлва А.П.; Прядко Р.В.» не найден на листе «Персонал»; похоже на: Орлова Анна Петровна"
    ]


def test_an_empty_staff_list_says_nothing():
    assert unknown("Петров И.И.", staff=()) == []


def test_a_plan_that_names_nobody_says_so_once_for_the_column():
    assert found(missing_responsible([Step(code="1"), Step(code="2")])) == [("R402", "E", 0)]


def test_a_row_without_a_responsible_of_its_own_has_that_of_its_parent():
    assert found(missing_responsible([Step(code="1", responsible="Директор"), Step(code="1.1")])) == []


def test_a_branch_that_nobody_answers_for_is_named_at_its_top():
    steps = [Step(code="1", responsible="Директор"), Step(code="2"), Step(code="2.1"), Step(code="3", done=True)]
    assert found(missing_responsible(steps)) == [("R401", "E", 0)]


def test_an_empty_plan_says_nothing():
    assert found(missing_responsible([])) == []
