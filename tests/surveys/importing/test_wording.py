"""What a form says, put as «Анкеты» keeps it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.schema.tables import Question
from mentoring_xl.surveys.importing.wording import said

READ = [
    ("1–10", "10 – полностью", "10"),
    ("1–10", "Полностью (10)", "10"),
    ("1–10", "8 из 10", "8"),
    ("1–10", "8/10", "8"),
    ("1–10", 8.0, "8"),
    ("1–10", " 7,5 ", "7,5"),
    ("0–2", "2 балла", "2"),
    ("1–10", "восемь", "8"),
    ("1–10", "Десять баллов", "10"),
    ("0–2", "ноль", "0"),
    ("число", "два", "2"),
    ("число", "3 встречи", "3"),
    ("да/нет", "-", "нет"),
    ("да/нет", "Да, конечно", "да"),
    ("да/нет", "нет, не сталкивался", "нет"),
    ("да/нет", True, "да"),
    ("частота", "Очень Часто", "очень часто"),
    ("частота", "1-2 раза", "1–2 раза"),
    ("текст", "=1+1", "=1+1"),
    ("текст", 12.0, "12"),
]
UNFIT = [
    ("1–10", "ноль"),
    ("1–10", "семь с половиной"),
    ("число", "десять тысяч"),
    ("1–10", "5-6"),
    ("1–10", "11"),
    ("1–10", "-1"),
    ("1–10", "8 из 5"),
    ("1–10", "не знаю"),
    ("0–2", "1,5"),
    ("да/нет", "да нет"),
    ("да/нет", "не знаю"),
    ("частота", "иногда"),
]


@pytest.mark.parametrize(("kind", "given_", "text"), READ)
def test_an_answer_in_words_is_read(kind, given_, text):
    answer = said(Question(kind=kind), given_)
    assert (answer.text, answer.fits) == (text, True)


@pytest.mark.parametrize(("kind", "text"), UNFIT)
def test_what_does_not_fit_stays_as_it_was_written(kind, text):
    answer = said(Question(kind=kind), text)
    assert (answer.text, answer.fits) == (text, False)


@pytest.mark.parametrize("blank", [None, "", "  ", "\n"])
def test_nothing_is_no_answer(blank):
    assert said(Question(kind="текст"), blank) is None


WORD = st.text("абвгдежзик", min_size=2, max_size=6)
OPTION = st.lists(WORD, min_size=1, max_size=3).map(", ".join)


@given(st.lists(OPTION, min_size=1, max_size=5, unique=True), st.data())
@settings(max_examples=80, deadline=None)
def test_choices_come_back_whatever_parts_them_and_whatever_commas_they_hold(options, data):
    pieces = [piece for option in options for piece in option.split(", ")]
    if len(set(pieces)) != len(pieces):
        return
    chosen = data.draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    between = data.draw(st.sampled_from((", ", ";", "; ", "\n", ",")))
    question = Question(kind="несколько", options="; ".join(options))
    answer = said(question, between.join(chosen))
    assert answer.text == "; ".join(option for option in options if option in chosen)
    assert answer.fits


@pytest.mark.parametrize("text", ["-", "—", "…", "...", " – ", "нет ответа", "Без ответа.", "*"])
@pytest.mark.parametrize("kind", ["текст", "1–10", "число"])
def test_what_stands_for_no_answer_is_none(kind, text):
    assert said(Question(code="В-1", kind=kind), text) is None
