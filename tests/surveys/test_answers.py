"""Answers read by the type of their question, which of them count, and which do not fit."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.schema.tables import Answer, Question
from mentoring_xl.surveys.answers import misfits, replies, value

SCALE = Question(code="В-1", text="Насколько комфортно?", kind="1–10")
GLAD = Question(code="В-2", text="Рады ли вы?", kind="да/нет")
CHOICE = Question(code="В-4", text="Что дальше?", kind="текст", options="продолжить; заменить, но позже")
SEVERAL = Question(code="В-7", text="Что помогло?", kind="несколько", options="беседы; уроки, разбор уроков; поездки")


def answers(code, *texts):
    return [
        Answer(at=Place("Анкеты", row), person_code=f"Н-{row}", question_code=code, answer=text)
        for row, text in enumerate(texts, 5)
    ]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("1–10", "8", 8.0),
        ("1-10", " 7,5 ", 7.5),
        ("1–10", "11", None),
        ("1–10", "0", None),
        ("1–10", "восемь", None),
        ("0–2", "2", 2.0),
        ("0–2", "1,5", None),
        ("число", "14", 14.0),
        ("число", "-1", None),
        ("да/нет", "Да", "да"),
        ("да/нет", "-", "нет"),
        ("да/нет", "наверное", None),
        ("частота", "1-2 раза", "1–2 раза"),
        ("частота", "иногда", None),
        ("текст", " всё  хорошо ", "всё хорошо"),
        ("текст", "  ", None),
    ],
)
def test_each_type_of_question_reads_its_answer(kind, text, expected):
    assert value(Question(kind=kind), text) == expected


def test_an_option_may_contain_a_comma():
    assert value(CHOICE, "Заменить, но позже") == "заменить, но позже"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("поездки; беседы", "беседы; поездки"),
        ("Уроки, разбор уроков, поездки", "уроки, разбор уроков; поездки"),
        ("беседы\nпоездки\nбеседы", "беседы; поездки"),
        ("беседы; танцы", None),
        ("", None),
    ],
)
def test_several_options_are_read_in_the_order_of_the_question(text, expected):
    assert value(SEVERAL, text) == expected


def test_several_free_answers_are_parted():
    assert value(Question(kind="несколько"), "шахматы, лыжи;хор") == "шахматы; лыжи; хор"


def test_a_mean_school_mark_is_a_number():
    assert value(Question(kind="число"), "4,35") == 4.35


def test_only_answers_that_fit_a_question_count():
    given = [*answers("В-1", "8", "много", " "), *answers("Х-9", "7")]
    assert [(reply.person, reply.value) for reply in replies([SCALE], given)] == [("Н-5", 8.0)]


def test_of_two_answers_of_one_person_the_last_by_date_counts():
    given = [
        Answer(person_code="Н-9", question_code="В-1", answer="7", answered=dt.date(2026, 2, 2)),
        Answer(person_code="н-9", question_code="В-1", answer="10", answered=dt.date(2026, 2, 1)),
    ]
    assert [reply.value for reply in replies([SCALE], given)] == [7.0]


def test_words_on_a_scale_are_found():
    assert [str(finding) for finding in misfits([SCALE], answers("В-1", "8", "восемь", ""))] == [
        "Анкеты!F6  P601  ответ «восемь» не подходит к вопросу → Запишите число от 1 до 10."
    ]


@pytest.mark.parametrize(
    ("question", "text", "fix"),
    [
        (SCALE, "11", "Запишите число от 1 до 10."),
        (GLAD, "может быть", "Запишите «да» или «нет»."),
        (CHOICE, "не знаю", "Запишите один из ответов: «продолжить», «заменить, но позже»."),
        (SEVERAL, "танцы", "Запишите один или несколько из ответов: «беседы», «уроки, разбор уроков», «поездки»."),
        (Question(code="В-5", kind="0–2"), "3", "Запишите 0, 1 или 2."),
        (Question(code="В-6", kind="число"), "пять", "Запишите число цифрами, от 0 до 1 000 000."),
    ],
)
def test_the_fix_says_what_may_be_written(question, text, fix):
    assert [finding.fix for finding in misfits([question], answers(question.code, text))] == [fix]


def test_a_second_answer_of_one_person_is_found():
    first, second = (
        Answer(at=Place("Анкеты", row), person_code="Н-1", question_code="В-1", answer="8") for row in (5, 6)
    )
    assert [str(finding) for finding in misfits([SCALE], [first, second])] == [
        "Анкеты!D5  P602  на этот вопрос участник уже ответил: Анкеты!F6 → Оставьте один ответ."
    ]


@pytest.mark.parametrize(("stage", "found"), [("до", ["P602"]), ("промежуточный", [])])
def test_an_interim_question_may_be_answered_again_on_another_day(stage, found):
    given = [
        Answer(person_code="Н-1", question_code="В-1", answer="8", answered=dt.date(2026, month, 1)) for month in (1, 2)
    ]
    assert [finding.code.code for finding in misfits([SCALE.but(stage=stage)], given)] == found


def test_answers_without_a_person_are_each_their_own():
    given = [Answer(question_code="В-1", answer="8") for _ in range(3)]
    assert list(misfits([SCALE], given)) == []
    assert len(replies([SCALE], given)) == 3


def test_a_dash_is_no_answer_and_takes_no_answers_place():
    told = [*answers("В-1", "8"), *answers("В-1", "—")]
    assert [(reply.value, reply.answer.answer) for reply in replies([SCALE], told)] == [(8.0, "8")]
    assert list(misfits([SCALE], told)) == []
