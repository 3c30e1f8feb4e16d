"""A questionnaire on paper and as fields of an online form."""

from __future__ import annotations

from mentoring_xl.documents.paper import Align, Gap, Grid, Text
from mentoring_xl.documents.questionnaires import Ask, Field, Questionnaire, online, questionnaire_paper

SCALE = tuple(range(1, 11))
ASKS = (
    Ask("А-1", "Сталкивались ли вы с наставничеством?", options=("да", "нет")),
    Ask("А-2", "Насколько вам комфортно?", SCALE),
    Ask("А-3", "Насколько это полезно?", SCALE),
    Ask("А-8", "Насколько вам интересно?", SCALE),
    Ask("А-4", "Что было ценно?"),
    Ask("А-5", "Какие встречи вам подходят?", options=("утром", "днём, после уроков"), several=True),
    Ask("А-6", "Сколько встреч проведено?", number=True),
    Ask("А-7", "Кого вы выбрали бы?", short=True),
)
FORM = Questionnaire("Анкета наставляемого", "Анкета наставляемого", "ученик–ученик", ASKS)


def texts(*asks: Ask, coded: bool = False, signed: bool = True) -> list[str]:
    whole = Questionnaire("Анкета", "Анкета", "", asks, signed)
    return [block.text for block in questionnaire_paper(whole, "", coded=coded).blocks if isinstance(block, Text)]


def test_it_says_whom_it_is_for_and_asks_for_a_name():
    paper = questionnaire_paper(FORM, "муниципальная школа № 5", coded=False)
    assert (paper.folder, paper.name, paper.title) == ("Анкеты", "Анкета наставляемого", "Анкета наставляемого")
    assert [block.text for block in paper.blocks[:7] if isinstance(block, Text)] == [
        "Муниципальная школа № 5",
        "Анкета наставляемого",
        "Форма наставничества: ученик–ученик",
        "Фамилия, имя, отчество: ____________________________________",
        "Дата: ____________",
    ]


def test_a_code_may_stand_for_the_name_and_a_common_opinion_is_not_signed():
    assert texts(coded=True)[1] == "Код участника (вместо имени): ____________"
    assert texts(signed=False) == ["Анкета", "Дата: ____________"]


def test_questions_of_one_scale_in_a_row_share_a_table_and_the_numbers_go_on():
    card = tuple(Ask(f"К-{n}", f"Цель {n} ясна", (0, 1, 2)) for n in (1, 2, 3))
    paper = questionnaire_paper(Questionnaire("а", "а", "", (*ASKS, *card)), "", coded=True)
    marks, points = (block for block in paper.blocks if isinstance(block, Grid))
    assert marks.heads == ("№", "Вопрос", *"123456789", "10")
    assert [row[:2] for row in marks.rows] == [
        ("2", "Насколько вам комфортно?"), ("3", "Насколько это полезно?"), ("4", "Насколько вам интересно?"),
    ]  # fmt: skip
    assert (points.heads, points.rows[0]) == (("№", "Вопрос", "0", "1", "2"), ("9", "Цель 1 ясна", "", "", ""))


def test_a_mark_between_other_questions_has_boxes_and_no_head_and_the_scale_is_explained_once():
    one = (*ASKS, Ask("А-9", "Насколько часто вы волнуетесь?", SCALE), Ask("А-10", "Сколько кружков?", number=True))
    said = texts(*one)
    assert len([text for text in said if "1 – совсем нет, 10 – полностью" in text]) == 1
    at = said.index("9. Насколько часто вы волнуетесь?")
    assert said[at + 1] == "\u2003".join(f"☐\u00a0{mark}" for mark in range(1, 11))
    assert said[at + 2] == "10. Сколько кружков?"


def test_one_mark_alone_is_explained_where_it_is_asked():
    assert texts(Ask("А-1", "Насколько вам комфортно?", SCALE))[3:5] == [
        "Отметьте одно число. Если в вопросе не сказано другого, 1 – совсем нет, 10 – полностью.",
        "1. Насколько вам комфортно?",
    ]


def test_what_it_is_for_stands_above_the_questions_and_thanks_below():
    whole = Questionnaire("а", "Анкета", "", ASKS, about="Лист отдайте куратору.")
    said = [block.text for block in questionnaire_paper(whole, "", coded=False).blocks if isinstance(block, Text)]
    assert (said[1], said[-1]) == ("Лист отдайте куратору.", "Спасибо за ответы!")


def test_answers_are_boxes_or_lines():
    blocks = questionnaire_paper(FORM, "", coded=False).blocks
    at = next(place for place, block in enumerate(blocks) if isinstance(block, Grid))
    assert [block.text for block in blocks[at - 5 : at] if isinstance(block, Text)][:2] == [
        "1. Сталкивались ли вы с наставничеством?",
        "☐\u00a0да\u2003☐\u00a0нет",
    ]
    line = "_" * 70
    assert blocks[at + 1] == Gap()
    assert [block.text for block in blocks[at + 2 :] if isinstance(block, Text)] == [
        "5. Что было ценно?", line, line,
        "6. Какие встречи вам подходят? (можно отметить несколько)", "☐\u00a0утром\u2003☐\u00a0днём, после уроков",
        "7. Сколько встреч проведено?", "____________",
        "8. Кого вы выбрали бы?", line,
    ]  # fmt: skip


def test_a_question_stays_on_the_page_of_its_answer():
    paper = questionnaire_paper(FORM, "", coded=False)
    asked = [block for block in paper.blocks if isinstance(block, Text) and block.text[:1].isdigit()]
    assert all(block.close for block in asked)
    assert all(block.align is Align.LEFT for block in asked)


def test_consent_has_no_place_in_it():
    assert not [text for text in texts(*ASKS) if "соглас" in text.lower()]


def test_each_service_calls_a_type_by_its_own_name():
    assert online(FORM, coded=False) == (
        Field("", "Фамилия, имя, отчество", "Короткий текст", "Текст (строка)"),
        Field("А-1", "Сталкивались ли вы с наставничеством?", "Один вариант", "Один из списка", ("да", "нет")),
        Field("А-2", "Насколько вам комфортно?", "Число", "Шкала", ("от 1 до 10",)),
        Field("А-3", "Насколько это полезно?", "Число", "Шкала", ("от 1 до 10",)),
        Field("А-8", "Насколько вам интересно?", "Число", "Шкала", ("от 1 до 10",)),
        Field("А-4", "Что было ценно?", "Длинный текст", "Текст (абзац)", required=False),
        Field("А-5", "Какие встречи вам подходят?", "Несколько вариантов", "Несколько из списка",
              ("утром", "днём, после уроков"), required=False),
        Field("А-6", "Сколько встреч проведено?", "Число", "Текст (строка)"),
        Field("А-7", "Кого вы выбрали бы?", "Короткий текст", "Текст (строка)", required=False),
    )  # fmt: skip
    assert online(FORM, coded=True)[0].text == "Код участника"
