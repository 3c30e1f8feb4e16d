"""«Итоги анкет»: who was asked, what is told, and that a second press changes nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mentoring_xl import demo, surveys
from mentoring_xl.actions.participants import participants
from mentoring_xl.actions.results import survey_results
from mentoring_xl.core.cell import Place
from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Tables
from mentoring_xl.schema.asking import Participant
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import (
    Answer,
    Employee,
    Influence,
    Mentee,
    Mentor,
    Pair,
    Question,
    SurveyResult,
    SwotLine,
)

TODAY = dt.date(2026, 11, 20)
MARK = Question(code="УУ-НД-04", form="учитель–учитель", role="наставляемый", stage="до", text="Комфорт", kind="1–10")
OPEN = MARK.but(code="УУ-НД-14", text="Что ценно?", kind="текст")
CARD = tuple(Question(code=f"КК-{n}", stage="карта куратора", text="Критерий", kind="0–2") for n in range(1, 10))
TEACHERS = tuple(Mentee(code=f"Н-{n}", full_name=f"Зимина Анна{n}", group="педагог") for n in range(1, 6))
PUPIL = Mentee(code="Н-9", full_name="Лесной Пётр", group="обучающийся")


def answers(question: Question, *texts: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(person_code=f"Н-{n}", question_code=question.code, answer=text) for n, text in enumerate(texts, 1)
    )


def tables(*given: Answer) -> Tables:
    return Tables(
        {
            **dict.fromkeys(button("survey_results").reads, ()),
            Question: (MARK, OPEN, *CARD),
            Answer: given,
            Mentee: (*TEACHERS, PUPIL),
            Mentor: (Mentor(code="М-1", full_name="Полевая Вера"),),
        }
    )


def laid(outcome: Outcome, table: type) -> tuple:
    (rows,) = [edit.rows for edit in outcome.edits if isinstance(edit, Rewrite) and edit.table is table]
    return rows


@pytest.fixture(scope="module")
def school() -> Tables:
    questions = surveys.default_questions()
    rows = {**dict.fromkeys(button("survey_results").reads, ()), **demo.school(TODAY, questions).rows}
    return Tables({**rows, Question: questions})


@pytest.fixture(scope="module")
def pressed(school: Tables) -> Outcome:
    return survey_results(school, TODAY)


def test_only_those_are_asked_for_whom_the_question_is_meant():
    (row,) = laid(survey_results(tables(*answers(MARK, "8", "9", "4", "10")), TODAY), SurveyResult)
    assert (row.n, row.asked, row.response, row.mean) == (4, 5, 80.0, 7.75)


def test_a_book_without_answers_says_what_to_do():
    outcome = survey_results(tables(), TODAY)
    assert [laid(outcome, table) for table in (SurveyResult, Influence, SwotLine)] == [(), (), ()]
    assert outcome.summary == (
        "Ответов в книге нет. Нажмите «Загрузить ответы» или внесите их на лист «Анкеты» и повторите.",
    )


def test_nobody_of_the_banks_or_the_staff_is_named_in_open_answers():
    given = answers(OPEN, "уроки Веры Полевой", "советы С-1", "помощь Зиминой")
    rows = tables(*given).but({Employee: (Employee(code="С-1", full_name="Ручьёв Иван Ильич"),)})
    (row,) = laid(survey_results(rows, TODAY), SurveyResult)
    assert row.texts == "помощь …\nсоветы …\nуроки …"


def test_the_curators_card_has_its_sum_and_level_below_its_criteria():
    given = tuple(Answer(person_code="С-3", question_code=question.code, answer="2") for question in CARD)
    outcome = survey_results(tables(*given), TODAY)
    rows = laid(outcome, SurveyResult)
    assert [row.code for row in rows] == [*(question.code for question in CARD), ""]
    assert (rows[-1].question, rows[-1].mean, rows[-1].spread) == (
        "Карта куратора: сумма баллов из 18", 18.0, "уровень: оптимальный",
    )  # fmt: skip
    assert "Карта куратора: 18 из 18, уровень оптимальный." in outcome.summary


def test_the_form_of_a_person_is_that_of_his_pair_then_of_the_bank_then_of_his_group():
    pupil = PUPIL.but(wished_form="работодатель–ученик")
    mentors = (Mentor(code="М-1", full_name="Полевая Вера", group="внешний", forms="студент–ученик, ученик–ученик"),)
    rows = tables().but({Mentee: (TEACHERS[0], pupil, PUPIL.but(code="Н-8", status="выбыл")), Mentor: mentors})
    assert participants(rows) == {
        "Н-1": Participant("Н-1", "Зимина Анна1", "наставляемый", "учитель–учитель"),
        "Н-9": Participant("Н-9", "Лесной Пётр", "наставляемый", "работодатель–ученик"),
        "М-1": Participant("М-1", "Полевая Вера", "наставник", "студент–ученик"),
    }
    pair = Pair(mentee_code="н-9", mentor_code="М-1", form="ученик–ученик", state="завершена")
    found = participants(
        rows.but({Pair: (pair, pair.but(mentee_code="Н-1", state="предложена", form="ученик–ученик"))})
    )
    assert [(code, person.form, person.paired) for code, person in found.items()] == [
        ("Н-1", "учитель–учитель", False),
        ("Н-9", "ученик–ученик", True),
        ("М-1", "ученик–ученик", True),
    ]


def test_the_demo_school_shows_everything_the_sheets_are_for(pressed: Outcome):
    results, influence, swot = (laid(pressed, table) for table in (SurveyResult, Influence, SwotLine))
    assert {row.stage for row in results} == {"до", "после", "промежуточный", "карта куратора", "SWOT"}
    assert [row.code for row in results if row.response is not None and row.response > 100] == []
    assert any(row.change for row in results)
    assert influence[0].scope == "Все участники"
    assert sum(bool(row.person_code) for row in influence) == 24
    assert {row.side for row in swot} == {"сильные стороны", "слабые стороны", "возможности", "угрозы"}
    assert len(pressed.summary) == 4


def test_a_second_press_changes_nothing(school: Tables, pressed: Outcome):
    after = school.but({edit.table: edit.rows for edit in pressed.edits if isinstance(edit, Rewrite)})
    assert survey_results(after, TODAY) == pressed


def test_a_weight_outside_its_scale_is_named_where_the_row_will_stand():
    place = Place("SWOT", 5, {"weight": "D"})
    light = SwotLine(at=place, side="угрозы", statement="Ставки")
    heavy = SwotLine(at=replace(place, row=6), side="угрозы", statement="Дороги", weight=7.0)
    outcome = survey_results(tables().but({SwotLine: (light, heavy)}), TODAY)
    assert [(row.statement, row.share) for row in laid(outcome, SwotLine)] == [("Дороги", 83.3), ("Ставки", 16.7)]
    assert [(one.code.code, str(one.cell)) for one in outcome.findings] == [("Q101", "SWOT!D5")]
