"""The questionnaires of a new book."""

from __future__ import annotations

from collections import Counter

import pytest

from mentoring_xl.people.references import duplicate_codes
from mentoring_xl.people.required import empty_cells, outside_lists
from mentoring_xl.schema.asking import asked_in
from mentoring_xl.schema.choices import FORMS, ROLES, SURVEY_STAGES
from mentoring_xl.schema.tables import Question
from mentoring_xl.surveys import default_questions

QUESTIONS = default_questions()


def test_the_questions_pass_the_checks_of_their_own_sheet():
    assert [*empty_cells(QUESTIONS), *outside_lists(QUESTIONS), *duplicate_codes(QUESTIONS)] == []
    assert {question.stage for question in QUESTIONS} == set(SURVEY_STAGES.values)
    assert {question.form for question in QUESTIONS} <= {"", *FORMS.values}


def test_each_questionnaire_has_its_questions():
    assert Counter(question.code.rpartition("-")[0] for question in QUESTIONS) == {
        "УУ-НД": 20, "УУ-НП": 24, "УУ-МД": 19, "УУ-МП": 23,
        "ОО-НД": 19, "ОО-НП": 23, "ОО-МД": 12, "ОО-МП": 16,
        "СО-НД": 1, "СО-НП": 2, "СО-МП": 1,
        "РО-НД": 1, "РО-НП": 2, "РО-МП": 1,
        "РС-НД": 1, "РС-НП": 2, "РС-МП": 1,
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


@pytest.mark.parametrize("form", FORMS.values)
@pytest.mark.parametrize("role", ROLES.values)
@pytest.mark.parametrize("stage", ["до", "после"])
def test_every_form_has_its_questionnaire_before_and_after(form: str, role: str, stage: str):
    asked = [q for q in QUESTIONS if q.stage == stage and q.role == role and asked_in(q.form, form)]
    assert 12 <= len(asked) <= 25


def test_influence_is_asked_of_pupils_and_of_teachers_before_and_after():
    measures = {
        (q.form, q.role, q.measure, q.effect) for q in QUESTIONS if q.effect and q.code.startswith(("УУ", "ОО"))
    }
    assert measures == {
        ("учитель–учитель", role, measure, effect)
        for role in ROLES.values
        for measure, effect in {
            "удовлетворённость профессией": "больше – лучше",
            "выгорание": "меньше – лучше",
            "климат в коллективе": "больше – лучше",
            "желание остаться": "больше – лучше",
        }.items()
    } | {
        ("ученик–ученик", "наставляемый", measure, effect)
        for measure, effect in {
            "вовлечённость": "больше – лучше",
            "средний балл": "больше – лучше",
            "гибкие навыки": "больше – лучше",
            "кружки и секции": "больше – лучше",
            "тревожность": "меньше – лучше",
            "понимание будущего": "больше – лучше",
        }.items()
    }


def test_whatever_is_measured_before_is_measured_after_under_the_same_number():
    before, after = (
        {q.code.replace(letter, ""): (q.measure, q.effect) for q in QUESTIONS if q.stage == stage and q.measure}
        for stage, letter in (("до", "Д-"), ("после", "П-"))
    )
    assert before == after
    assert len(before) > 40


def test_codes_in_books_of_the_first_edition_are_still_there():
    codes = {question.code for question in QUESTIONS}
    assert {"УУ-НД-16", "УУ-НП-20", "УУ-МП-19", "ОО-НП-20", "ОО-МП-18", "ПР-06", "ПЖ-М-04", "КК-09", "СВ-04"} <= codes
