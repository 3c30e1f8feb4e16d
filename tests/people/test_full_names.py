"""Full names as people type them."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.people.names import gender, odd_names, parts
from mentoring_xl.schema.tables import Mentor


def found(full_name, gender=""):
    rows = [Mentor(at=Place("Банк наставников", 5), full_name=full_name, gender=gender)]
    return [str(finding) for finding in odd_names(rows)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Королёва  Алёна Игоревна", ("королева", "алена", "игоревна")),
        ("Орлов И.П.", ("орлов", "и", "п")),
        ("АРЕФЬЕВОЙ", ("арефьевой",)),
        ("Римская - Корсакова Ольга", ("римская-корсакова", "ольга")),
        ("Opлов Иван", ("орлов", "иван")),
    ],
)
def test_a_name_falls_into_its_words(name, words):
    assert parts(name) == words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Мороз Кирилл Денисович", "м"),
        ("Глинка Мария Фоминична", "ж"),
        ("Лебедь Никита Ильич", "м"),
        ("Иван Петрович Орлов", "м"),
        ("Абрамович Анна Сергеевна", "ж"),
        ("Мамедова Лейла Гасан кызы", "ж"),
        ("Мамедов Рауф Гасан оглы", "м"),
        ("Абрамович Анна", ""),
        ("Ким Саша", ""),
        ("Орлов И. П.", ""),
    ],
)
def test_the_patronymic_tells_the_gender_and_the_surname_does_not(name, expected):
    assert gender(name) == expected


@pytest.mark.parametrize("name", ["Мороз Кирилл Денисович", "Мамедова Лейла Гасан кызы", ""])
def test_a_whole_name_is_not_odd(name):
    assert found(name) == []


def test_a_gender_that_nothing_tells_is_noted():
    assert "Банк наставников!R5  P521  пол не указан, и по отчеству его не узнать → Выберите пол." in found("Ким Саша")


def test_a_gender_against_the_patronymic_is_found():
    assert found("Мороз Кирилл Денисович", "ж") == [
        "Банк наставников!R5  P522  пол «ж» не согласуется с отчеством → Проверьте пол и отчество."
    ]


def test_a_name_of_two_parts_is_noted_because_the_patronymic_may_be_absent():
    assert found("Ким Саша", "м") == [
        "Банк наставников!B5  P523  в ФИО частей: 2, а обычно их три"
        " → Запишите фамилию, имя и отчество; если отчества нет, оставьте как есть."
    ]


def test_initials_are_not_a_full_name():
    assert found("Орлов И. П.", "м") == [
        "Банк наставников!B5  P524  вместо имени стоят инициалы → Запишите фамилию, имя и отчество полностью."
    ]


def test_latin_letters_in_a_name_are_shown():
    assert found("Opлов Иван Петрович") == [
        "Банк наставников!B5  P525  в ФИО латинские буквы: O, p → Наберите их русскими."
    ]


def test_a_name_of_four_parts_is_noted():
    assert [text.split("  ")[1] for text in found("Орлов Иван Петрович Младший")] == ["P523"]
