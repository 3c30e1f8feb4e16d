"""One person typed twice, and two people who only look like one."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.people.duplicates import typed_twice
from mentoring_xl.schema.tables import Employee, Mentee


def twins(first, second):
    """Rows 5 and 6 of the bank; a row is «name, birth year, class»."""
    rows = []
    for number, text in enumerate((first, second), 5):
        name, year, school_class = (*text.split(", "), "", "")[:3]
        rows.append(
            Mentee(
                at=Place("Банк наставляемых", number),
                full_name=name,
                birth_year=int(year) if year else None,
                school_class=school_class,
            )
        )
    return [str(finding) for finding in typed_twice(rows)]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Королёва Алёна Игоревна, 2011", "Королева Алена Игоревна, 2011", "то же имя"),
        ("Королёва Алёна Игоревна, 2011", "КОРОЛЁВА  Алёна Игоревна", "то же имя"),
        ("Орлов Иван Петрович", "Opлов Ивaн Петрович", "то же имя"),
        ("Орлов Иван Петрович", "Иван Петрович Орлов", "те же слова"),
        ("Римская-Корсакова Ольга Львовна", "Римская Корсакова Ольга Львовна", "те же слова"),
        ("Орлов Иван Петрович, 2011", "Орлов И.П., 2011", "то же имя с инициалами"),
        ("И. П. Орлов", "Орлов Иван Петрович", "то же имя с инициалами"),
        ("Орлов Иван Петрович", "Орлов Иван П.", "то же имя с инициалами"),
        ("Орлов Иван Петрович, 2011", "Орлов Иван, 2011", "то же имя без отчества"),
        ("Соколов Иван Петрович, 2011", "Соклов Иван Петрович, 2011", "имя отличается одной буквой"),
        ("Соколов Иван Петрович", "Соколов Иван Птерович", "имя отличается одной буквой"),
        ("Орлова Екатерина Львовна", "Орлова Екатирина Львовна", "имя отличается одной буквой"),
        ("Орлова Наталья Львовна", "Орлова Наталия Львовна", "имя отличается одной буквой"),
        ("Орлов Даниил Львович", "Орлов Данил Львович", "имя отличается одной буквой"),
        ("Соколов Николай, 2011", "Соклов Николай, 2011", "имя отличается одной буквой"),
    ],
)
def test_one_person_typed_twice_is_found(first, second, reason):
    assert twins(first, second) == [
        f"Банк наставляемых!B6  P301  похоже, этот человек уже записан: Банк наставляемых!B5, {reason}"
        " → Оставьте одну строку или укажите обоим разные годы рождения."
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Орлов Иван Петрович, 2011", "Орлов Иван Петрович, 2013"),
        ("Орлов Иван Петрович, 2011", "Орлов Илья Петрович, 2011"),
        ("Орлова Алина Петровна, 2011", "Орлова Арина Петровна, 2011"),
        ("Орлова Алина Петровна", "Орлова Алёна Петровна"),
        ("Орлова Эльвира Петровна", "Орлова Эльмира Петровна"),
        ("Шевченко Александр, 2011", "Шевченко Александра, 2011"),
        ("Орлов Александр Петрович", "Орлова Александра Петровна"),
        ("Соколов Саша, 2011", "Соколова Саша, 2011"),
        ("Петров Иван Иванович", "Ветров Иван Иванович"),
        ("Орлов Иван Петрович", "Орлов П. И."),
        ("Орлов Иван Петрович, 2011", "Орлов И. П., 2012"),
        ("Орлов Иван, 2011, 5А", "Орлов Иван Петрович, 2011, 5Б"),
        ("Орлов Иван Петрович", "Зимин Иван Петрович"),
        ("Соколов Иван", "Соклов Иван"),
        ("Орлов", "Орлова"),
        ("", ""),
    ],
)
def test_brothers_sisters_and_namesakes_are_two_people(first, second):
    assert twins(first, second) == []


def test_one_staff_code_in_two_rows_is_one_teacher_under_two_names():
    rows = [
        Mentee(at=Place("Банк наставляемых", 5), full_name="Орлова Анна Львовна", staff_code="С-3"),
        Mentee(at=Place("Банк наставляемых", 6), full_name="Зимина Анна Львовна", staff_code="С-3"),
    ]
    assert [finding.message for finding in typed_twice(rows)] == [
        "похоже, этот человек уже записан: Банк наставляемых!B5, тот же код сотрудника"
    ]


def test_a_person_typed_three_times_is_found_twice():
    rows = [Employee(at=Place("Персонал", row), code=f"С-{row}", full_name="Орлов Иван Львович") for row in (5, 6, 7)]
    assert [str(finding.cell) for finding in typed_twice(rows)] == ["Персонал!B6", "Персонал!B7"]
