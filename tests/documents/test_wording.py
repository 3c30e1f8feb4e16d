"""Placeholders of editable texts: cases, capitals, lists, and what is told when one cannot be filled."""

from __future__ import annotations

from mentoring_xl.core.cell import Cell
from mentoring_xl.documents.wording import Doubt, Person, Slot, fill

SHEET = Cell("Персонал", "B", 7)
CURATOR = Person("Лугова София Николаевна", "Заместитель директора по воспитательной работе", "f", SHEET)
TEACHER = Person("Малинкин Степан Константинович", "учитель математики", "m")
SLOTS = {
    "школа": Slot(("МБОУ «Заводская школа»",)),
    "координатор": Slot((CURATOR,)),
    "кураторы": Slot((CURATOR, TEACHER)),
    "директор": Slot((), "«Директор» на листе «Настройки»"),
    "список пар": Slot(("Лесная – Зимин", "Лесная – Белова")),
}


def said(text: str) -> str:
    (filled,) = fill(text, SLOTS).texts
    return filled


def test_a_text_is_filled_as_it_stands_in_the_book():
    assert said("Принять в {школа}.") == "Принять в МБОУ «Заводская школа»."


def test_a_person_stands_in_the_case_that_is_asked_for_with_the_post_in_small_letters():
    assert said("Назначить {координатор:винительный}.") == (
        "Назначить заместителя директора по воспитательной работе Лугову Софию Николаевну."
    )
    assert said("закрепить за {координатор:творительный}") == (
        "закрепить за заместителем директора по воспитательной работе Луговой Софией Николаевной"
    )


def test_a_placeholder_with_a_capital_begins_the_sentence():
    assert said("{Координатор:дательный} вести учёт.") == (
        "Заместителю директора по воспитательной работе Луговой Софии Николаевне вести учёт."
    )


def test_several_people_are_joined_by_commas():
    assert said("Поручить {кураторы:дательный}.") == (
        "Поручить заместителю директора по воспитательной работе Луговой Софии Николаевне, "
        "учителю математики Малинкину Степану Константиновичу."
    )


def test_a_text_for_each_is_written_once_for_every_person_or_pair():
    assert fill("пара {список пар};", SLOTS, each=True).texts == ("пара Лесная – Зимин;", "пара Лесная – Белова;")
    assert fill("школа {школа};", SLOTS, each=True).texts == ("школа МБОУ «Заводская школа»;",)
    assert fill("без скобок;", SLOTS, each=True).texts == ("без скобок;",)


def test_an_unknown_word_a_case_of_a_plain_text_and_a_case_that_does_not_exist_are_named():
    filled = fill("{пора} {школа:дательный} {координатор:звательный}", SLOTS)
    assert filled.texts == ("____ ____ ____",)
    assert filled.unknown == ("пора", "школа:дательный", "координатор:звательный")


def test_a_word_without_data_is_named_with_the_place_to_fill_in():
    filled = fill("Утверждаю: {директор:именительный}", SLOTS, each=True)
    assert filled.texts == ("Утверждаю: ____",)
    assert filled.empty == (("директор:именительный", "«Директор» на листе «Настройки»"),)


def test_spaces_and_capitals_in_the_brackets_do_not_matter_and_lone_brackets_stay():
    assert said("{ Координатор : ИМЕНИТЕЛЬНЫЙ }").endswith("работе Лугова София Николаевна")
    assert said("скобка { и ещё") == "скобка { и ещё"


def test_a_doubtful_form_is_told_where_the_name_stands():
    slots = {"куратор": Slot((Person("Ким Анна", cell=SHEET),))}
    assert fill("{куратор:дательный}", slots).doubts == (Doubt(SHEET, "Ким Анне", "пол неизвестен: укажите его"),)


def test_a_confirmed_form_wins_and_is_not_doubted():
    filled = fill(
        "{куратор:дательный}",
        {"куратор": Slot((Person("Ким Анна"),))},
        overrides={("Ким Анна", "dative"): "Ким Анне Сергеевне"},
    )
    assert (filled.texts, filled.doubts) == (("Ким Анне Сергеевне",), ())


def test_brackets_inside_a_value_are_not_filled_again():
    assert fill("{школа}", {"школа": Slot(("{директор}",))}).texts == ("{директор}",)


def test_an_abbreviated_post_keeps_its_capitals():
    slots = {"куратор": Slot((Person("Лугова София Николаевна", "ИО директора", "f"),))}
    assert fill("{куратор:дательный}", slots).texts[0].startswith("ИО директора ")
