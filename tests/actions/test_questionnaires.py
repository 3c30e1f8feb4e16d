"""Which questionnaires «Опросники» holds, and what each of them asks."""

from __future__ import annotations

from mentoring_xl.actions.questionnaires import questionnaires
from mentoring_xl.core.outcome import Tables
from mentoring_xl.documents.questionnaires import Ask, Questionnaire
from mentoring_xl.schema.tables import Question

PUPILS, TEACHERS, STUDENTS = "ученик–ученик", "учитель–учитель", "студент–ученик"
MENTEE, MENTOR = "наставляемый", "наставник"


def question(code: str, stage: str, role: str = "", form: str = "", **values: str) -> Question:
    return Question(**{"code": code, "form": form, "role": role, "stage": stage, "text": f"Вопрос {code}", **values})


def made(*rows: Question) -> tuple[Questionnaire, ...]:
    return questionnaires(Tables({Question: rows}))


def test_each_stage_role_and_form_has_its_own():
    found = made(
        question("О-1", "до", MENTEE, PUPILS), question("У-1", "до", MENTEE, TEACHERS),
        question("О-2", "до", MENTOR, PUPILS), question("О-3", "после", MENTEE, PUPILS),
    )  # fmt: skip
    assert [(one.title, one.form, [ask.code for ask in one.asks]) for one in found] == [
        ("Анкета наставляемого до начала программы наставничества", TEACHERS, ["У-1"]),
        ("Анкета наставляемого до начала программы наставничества", PUPILS, ["О-1"]),
        ("Анкета наставника до начала программы наставничества", PUPILS, ["О-2"]),
        ("Анкета наставляемого по итогам программы наставничества", PUPILS, ["О-3"]),
    ]


def test_a_near_form_asks_what_pupils_are_asked_and_its_own_besides():
    rows = (question("О-1", "до", MENTEE, PUPILS), question("С-1", "до", MENTEE, STUDENTS), question("В-1", "до"))
    assert {one.name: [ask.code for ask in one.asks] for one in made(*rows)} == {
        f"Анкета наставляемого до начала программы наставничества, {PUPILS}": ["О-1", "В-1"],
        f"Анкета наставляемого до начала программы наставничества, {STUDENTS}": ["О-1", "С-1", "В-1"],
    }


def test_what_is_asked_of_all_is_one_questionnaire():
    (one,) = made(question("П-1", "промежуточный"))
    assert (one.title, one.form, one.signed) == ("Анкета участника о ходе работы", "", True)


def test_the_card_of_the_curator_is_signed_and_the_common_opinion_is_not():
    card, swot = made(question("К-1", "карта куратора", kind="0–2"), question("С-1", "SWOT", kind="текст"))
    assert (card.title, card.signed, card.asks[0].scale) == ("Карта куратора", True, (0, 1, 2))
    assert (swot.title, swot.signed) == ("Сильные и слабые стороны, возможности и угрозы программы", False)


def test_a_stage_of_the_schools_own_is_named_as_it_is():
    assert [one.title for one in made(question("Г-1", "через год", MENTOR))] == ["Анкета наставника (через год)"]


def test_every_type_of_answer_is_understood_however_it_is_typed():
    asks = {
        ask.code: ask
        for ask in made(
            question("1", "до", kind="1-10"), question("2", "до", kind="Да/Нет"), question("3", "до", kind="частота"),
            question("4", "до", kind="текст", options="продолжить; заменить"), question("5", "до", kind="число"),
            question("6", "до", kind="несколько", options="утром; днём, после уроков"),
            question("7", "до", kind="текст"),
        )[0].asks
    }  # fmt: skip
    assert asks["1"].scale == (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    assert asks["2"].options == ("да", "нет")
    assert asks["3"].options == ("очень часто", "часто", "редко", "1–2 раза", "никогда")
    assert asks["4"].options == ("продолжить", "заменить")
    assert asks["5"] == Ask("5", "Вопрос 5", number=True)
    assert (asks["6"].options, asks["6"].several) == (("утром", "днём, после уроков"), True)
    assert asks["7"] == Ask("7", "Вопрос 7")


def test_wishes_after_the_group_meeting_take_one_line():
    assert made(question("Ж-1", "предпочтения", MENTEE, kind="текст"))[0].asks[0].short


def test_a_row_without_a_question_asks_nothing():
    assert made(Question(code="А-1", stage="до", kind="текст")) == ()
