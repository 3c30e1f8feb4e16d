"""By what a person is found in a text, and who else must not be found by it."""

from __future__ import annotations

import pytest

from mentoring_xl.people.traces import traces

FORMS = (
    "Арефьева Вера Ивановна",
    "Арефьевой Веры Ивановны",
    "Арефьевой Вере Ивановне",
    "Арефьеву Веру Ивановну",
    "Арефьевой Верой Ивановной",
)


def found(text: str, *, forms: tuple[str, ...] = FORMS, others: tuple[str, ...] = (), secrets: tuple[str, ...] = ()):
    return traces("Н-12", forms, secrets, others).erased(text)


@pytest.mark.parametrize(
    "text",
    [
        "Арефьева Вера Ивановна",
        "АРЕФЬЕВА  ВЕРА ИВАНОВНА",
        "Вера Ивановна Арефьева",
        "Арефьевой Верой Ивановной",
        "Арефьеву Веру",
        "Арефьева В.И.",
        "Арефьева\u00a0В. И.",
        "В.И. Арефьевой",
        "В.\u00a0И.\u00a0Арефьева",
        "Арефьева В.",
        "Вере Ивановне",
    ],
)
def test_a_name_is_found_in_any_case_and_order_whole_or_with_initials(text: str):
    assert found(f"Встреча: {text}, тема – чтение") == "Встреча: Н-12, тема – чтение"


def test_a_surname_alone_stays_and_is_only_pointed_at():
    person = traces("Н-12", FORMS, (), ())
    assert person.erased("Арефьева молодец") == "Арефьева молодец"
    assert person.perhaps_in("у Арефьевой урок")
    assert not person.perhaps_in("арефьевский двор")


def test_what_could_mean_somebody_else_stays():
    others = ("Арефьев Виктор Ильич", "Сомова Вера Ивановна")
    assert found("Арефьев Виктор Ильич, Арефьев В.И., Вера Ивановна", others=others) == (
        "Арефьев Виктор Ильич, Арефьев В.И., Вера Ивановна"
    )
    assert found("Арефьева Вера Ивановна; Вера Арефьева", others=others) == "Н-12; Н-12"


def test_a_namesake_keeps_his_name_everywhere():
    assert found("Арефьева Вера Ивановна", others=("Арефьева Вера Ивановна",)) == "Арефьева Вера Ивановна"


def test_yo_and_ye_are_the_same_letter():
    assert found("Семенов Петр", forms=("Семёнов Пётр Ильич",)) == "Н-12"


def test_contacts_go_and_those_that_others_share_stay():
    person = traces("Н-12", FORMS, ("a@b.example", "+7 900 111-22-33"), (), ("мама: +7 900 111-22-33",))
    assert person.erased("a@b.example, +7 900 111-22-33") == "Н-12, +7 900 111-22-33"


def test_a_person_without_a_name_is_found_nowhere():
    assert not traces("Н-12", (), (), ("Сомова Вера Ивановна",)).stand_in("Сомова Вера Ивановна")


def test_a_name_that_changed_is_found_in_both_forms():
    assert found("Арефьева Вера; Вера Сомова", forms=("Арефьева Вера Ивановна", "Сомова Вера")) == "Н-12; Н-12"
