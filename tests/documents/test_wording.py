"""Placeholders of editable texts: cases, capitals, lists, and what is told when one cannot be filled."""

from __future__ import annotations

from mentoring_xl.core.cell import Cell
from mentoring_xl.documents.wording import Acts, Doubt, Person, Slot, fill

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


def grounds(*titles: str) -> str:
    (text,) = fill("Руководствуясь {основания:творительный}, в целях", {"основания": Slot((Acts(titles),))}).texts
    return text


def test_acts_stand_in_their_case_and_what_follows_their_first_word_stays():
    assert grounds(
        "статья 351.8 Трудового кодекса Российской Федерации",
        "распоряжение Минпросвещения России от 25.12.2019 № Р-145",
        "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»",
        "решение педсовета, протокол № 1",
        "ст. 28",
    ) == (
        "Руководствуясь статьёй 351.8 Трудового кодекса Российской Федерации, "
        "распоряжением Минпросвещения России от 25.12.2019 № Р-145, "
        "Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации», "
        "решением педсовета, протокол № 1, ст. 28, в целях"
    )


def test_acts_of_which_one_is_not_certain_are_listed_as_they_are():
    assert grounds("устав школы", "локальные акты школы") == (
        "Руководствуясь следующими документами: устав школы, локальные акты школы, в целях"
    )


def test_acts_without_a_case_are_named_as_the_register_has_them():
    (text,) = fill("Основания: {основания}.", {"основания": Slot((Acts(("устав", "приказ № 5")),))}).texts
    assert text == "Основания: устав, приказ № 5."
