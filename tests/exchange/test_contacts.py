"""Contacts inside free texts."""

import pytest

from mentoring_xl.exchange.contacts import secrets, without_contacts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("мама +7 (912) 345-67-89", "мама [скрыто]"),
        ("89123456789 после 18.00", "[скрыто] после 18.00"),
        ("почта ivan.petrov@mail.ru.", "почта [скрыто]."),
        ("Петя, 2011 г. р.", "Петя, [скрыто]"),
        ("2012 года рождения", "[скрыто]"),
        ("приказ № 8-912-а от 01.09.2026", "приказ № 8-912-а от 01.09.2026"),
        ("ИНН 1831038252, ОГРН 1021801145678", "ИНН 1831038252, ОГРН 1021801145678"),
        ("2026/2027 учебный год, 2026 г. работы", "2026/2027 учебный год, 2026 г. работы"),
    ],
)
def test_only_contacts_and_years_of_birth_are_hidden(text: str, shown: str):
    assert without_contacts(text) == shown


def test_what_a_private_column_says_is_hidden_elsewhere_but_not_a_name_that_stands_by_right():
    known = secrets(["51-22-33; мама", "Сомов Пётр Ильич"], {"Сомов Пётр Ильич"})
    assert known == ("51-22-33",)
    assert without_contacts("звонить 51-22-33, спросить: Сомов Пётр Ильич", known) == (
        "звонить [скрыто], спросить: Сомов Пётр Ильич"
    )
