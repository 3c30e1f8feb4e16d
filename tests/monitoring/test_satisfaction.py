"""Satisfaction after the programme: the school says what it is, and few answers are not shown."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl import monitoring, surveys
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.core.text import code_key, split_list
from mentoring_xl.monitoring.satisfaction import is_satisfied
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import TABLES, Answer, Indicator, Mentee, Pair, Question, Setting

TODAY = dt.date(2026, 11, 20)
MARK = Question(code="А-1", kind="1–10", stage="после", text="Комфорт")
GLAD = Question(code="А-2", kind="да/нет", stage="после", text="Вам по душе программа?")
OTHER = Question(code="А-3", kind="да/нет", stage="после", text="Рады ли вы стать наставником?")
WORRY = Question(code="А-5", kind="1–10", stage="после", text="Тревожность", effect="меньше – лучше")
BEFORE = Question(code="А-4", kind="1–10", stage="до", text="Комфорт")


def happy(*answers: tuple[str, str, str], mentees: int = 4, **settings: str) -> Indicator:
    """Return the row of mentees for answers (person, question, text); the first three mentees have had a pair."""
    rows: dict[type[Row], tuple[Row, ...]] = dict.fromkeys(TABLES, ())
    chosen = {"glad_questions": "А-2", **settings}
    rows |= {
        Indicator: monitoring.INDICATORS,
        Question: (MARK, GLAD, OTHER, WORRY, BEFORE),
        Mentee: tuple(Mentee(code=f"Н-{n}") for n in range(1, mentees + 1)),
        Pair: tuple(Pair(mentee_code=f"Н-{n}", mentor_code="М-1", state="завершена") for n in range(1, 4)),
        Answer: tuple(Answer(person_code=who, question_code=what, answer=text) for who, what, text in answers),
        Setting: tuple(Setting(code=code, value=value) for code, value in chosen.items()),
    }
    return next(row for row in monitoring.fill(Tables(rows), TODAY, ()) if row.code == "HAPPY-MENTEES")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([(MARK, "8"), (MARK, "6"), (GLAD, "да")], True),
        ([(MARK, "8"), (MARK, "5"), (GLAD, "да")], False),
        ([(MARK, "10"), (GLAD, "нет")], False),
        ([(MARK, "10"), (OTHER, "нет")], True),
        ([(GLAD, "да")], False),
    ],
)
def test_satisfied_is_the_mean_from_the_threshold_and_no_word_of_regret(answers, expected):
    assert is_satisfied(answers, 7, {"А-2"}) is expected


def test_the_answered_are_the_whole_and_the_response_is_told():
    row = happy(("Н-1", "А-1", "9"), ("Н-2", "А-1", "8"), ("н-3", "а-1", "4"), ("Н-4", "А-1", "10"))
    assert (row.part, row.whole, row.percent) == (3, 4, 75.0)
    assert (row.asked, row.answered, row.response) == (4, 4, 100.0)


def test_those_without_a_pair_were_not_asked():
    row = happy(("Н-1", "А-1", "9"), mentees=30)
    assert (row.asked, row.answered, row.response) == (3, 1, 33.3)


def test_of_fewer_than_three_answers_nothing_is_told():
    row = happy(("Н-1", "А-1", "9"), ("Н-2", "А-1", "9"))
    assert (row.part, row.whole, row.percent, row.state) == (None, 2, None, "мало ответов")


def test_answers_before_the_programme_and_other_questions_do_not_count():
    assert happy(("Н-1", "А-4", "9"), ("Н-2", "А-3", "да"), ("Н-3", "А-9", "1")).whole == 0


def test_a_mark_of_influence_is_no_mark_of_satisfaction():
    worried = [(f"Н-{n}", "А-5", "1") for n in (1, 2, 3)]
    assert happy(*worried).whole == 0
    assert happy(*worried, *((f"Н-{n}", "А-1", "8") for n in (1, 2, 3))).part == 3


def test_the_school_sets_the_threshold_and_the_questions():
    answers = [(f"Н-{n}", "А-1", "6") for n in (1, 2, 3)] + [("Н-1", "А-3", "нет")]
    assert happy(*answers).part == 0
    assert happy(*answers, satisfied_from="5,5").part == 3
    assert happy(*answers, satisfied_from="5,5", glad_questions="а-2; А-3").part == 2


def test_each_questionnaire_after_the_programme_asks_about_gladness_by_the_codes_of_the_settings():
    glad = set(map(code_key, split_list(Settings().text("glad_questions"))))
    asked = [question for question in surveys.default_questions() if question.stage == "после"]
    known = {code_key(question.code): question for question in asked}
    assert {known[code].kind for code in glad} == {"да/нет"}
    whole = {(question.form, question.role) for question in asked if "рады" in question.text.lower()}
    assert {(known[code].form, known[code].role) for code in glad} >= whole
