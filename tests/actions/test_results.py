"""Results of the questionnaires: who was asked, what is told of small groups."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl import terminal
from mentoring_xl.actions.create import example_book
from mentoring_xl.actions.results import survey_results
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Question

MARK = Question(code="В-1", form="учитель–учитель", role="наставляемый", stage="до", text="Комфорт", kind="1–10")
TEACHERS = tuple(Mentee(code=f"Н-{n}", group="педагог") for n in range(1, 6))
PUPIL = Mentee(code="Н-9", group="обучающийся")


def tables(*marks: str) -> Tables:
    answers = tuple(Answer(person_code=f"Н-{n}", question_code="В-1", answer=mark) for n, mark in enumerate(marks, 1))
    return Tables({Question: (MARK,), Answer: answers, Mentee: (*TEACHERS, PUPIL), Mentor: (Mentor(code="М-1"),)})


def test_only_those_are_asked_for_whom_the_question_is_meant(capsys: pytest.CaptureFixture[str]):
    terminal.show_results(survey_results(tables("8", "9", "4", "10")))
    assert capsys.readouterr().out == (
        "В-1  Комфорт\n    n = 4, ответили 80 %; среднее 7,8, медиана 8,5, оценок 9–10: 50 %\n"
    )


def test_two_answers_are_hidden(capsys: pytest.CaptureFixture[str]):
    terminal.show_results(survey_results(tables("8", "9")))
    assert capsys.readouterr().out == (
        "В-1  Комфорт\n    n = 2, ответили 40 %; ответов меньше трёх, поэтому они скрыты\n"
    )


def test_questions_that_nobody_answered_are_left_out():
    assert survey_results(tables()) == ()


def test_nobody_answers_more_than_was_asked_in_the_demo_school():
    found = survey_results(Tables(example_book(dt.date(2026, 11, 20)).rows))
    assert len(found) > 20
    assert [result.code for result in found if result.response is None or result.response > 100] == []


def test_a_question_for_mentees_is_not_asked_of_mentors():
    rows = tables("8", "9", "4", "10").but({Mentor: (Mentor(code="М-1", group="педагог"),)})
    assert [result.response for result in survey_results(rows)] == [80.0]


def test_a_question_without_role_and_form_is_asked_of_everybody():
    rows = tables("8", "9", "4", "10").but({Question: (MARK.but(form="", role=""),), Mentor: (Mentor(code="М-1"),) * 2})
    assert [result.response for result in survey_results(rows)] == [50.0]
