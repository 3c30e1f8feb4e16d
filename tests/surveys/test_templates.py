"""The questionnaires of a new book."""

from __future__ import annotations

from collections import Counter

from mentoring_xl.people.references import duplicate_codes
from mentoring_xl.people.required import empty_cells, outside_lists
from mentoring_xl.schema.choices import FORMS, SURVEY_STAGES
from mentoring_xl.schema.tables import Question
from mentoring_xl.surveys import default_questions

QUESTIONS = default_questions()


def test_the_questions_pass_the_checks_of_their_own_sheet():
    assert [*empty_cells(QUESTIONS), *outside_lists(QUESTIONS), *duplicate_codes(QUESTIONS)] == []
    assert {question.stage for question in QUESTIONS} == set(SURVEY_STAGES.values)
    assert {question.form for question in QUESTIONS} <= {"", *FORMS.values}


def test_each_questionnaire_has_its_questions():
    assert Counter(question.code.rpartition("-")[0] for question in QUESTIONS) == {
        "УУ-НД": 16, "УУ-НП": 20, "УУ-МД": 15, "УУ-МП": 19,
        "ОО-НД": 13, "ОО-НП": 17, "ОО-МД": 12, "ОО-МП": 16,
        "ПР": 6, "ПЖ-Н": 4, "ПЖ-М": 4, "КК": 9, "СВ": 4,
    }  # fmt: skip


def test_the_first_question_is_whether_one_met_mentoring_before():
    assert QUESTIONS[0] == Question(
        code="УУ-НД-01",
        form="учитель–учитель",
        role="наставляемый",
        stage="до",
        number=1,
        text="Сталкивались ли вы раньше с программой наставничества?",
        kind="да/нет",
    )


def test_questions_are_numbered_anew_in_each_questionnaire():
    numbers = {question.code: question.number for question in QUESTIONS}
    assert (numbers["УУ-НД-16"], numbers["УУ-НП-01"], numbers["ОО-НП-07"], numbers["КК-09"]) == (16, 1, 2, 9)


def test_one_item_before_and_after_has_one_number():
    texts = {question.code: question.text for question in QUESTIONS}
    assert texts["ОО-НД-09"] == "Насколько важно для вас чувствовать себя с наставником в безопасности?"
    assert texts["ОО-НП-09"] == "Насколько вы чувствовали себя с наставником в безопасности?"


def test_the_curators_card_is_nine_criteria_of_two_points():
    card = [question for question in QUESTIONS if question.stage == "карта куратора"]
    assert [question.kind for question in card] == ["0–2"] * 9
