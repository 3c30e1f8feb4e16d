"""What a new programme says, and from when to when it lasts."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.deadlines import Plan
from mentoring_xl.documents.programmes.draft import PAIR_TEXTS, PAIR_WORDS, Couple, dates, months_later, topics, words
from mentoring_xl.documents.programmes.texts import unknown_words
from mentoring_xl.schema.tables import Mentee, Mentor, Pair, PaperText

YEAR = Plan(dt.date(2026, 9, 1), dt.date(2027, 5, 31))
TODAY = dt.date(2026, 10, 5)
MENTEE = Mentee(code="Н-1", full_name="Зимин Пётр Ильич", request="подготовка к ОГЭ; тайм-менеджмент.",
                deficits="дроби")  # fmt: skip
MENTOR = Mentor(code="М-1", full_name="Лесная Вера Юрьевна")


def couple(*mentees: Mentee, form: str = "ученик–ученик", **pair: dt.date) -> Couple:
    people = mentees or (MENTEE,)
    pairs = tuple(Pair(mentee_code=one.code, mentor_code="М-1", form=form, **pair) for one in people)
    return Couple(pairs, people, MENTOR, "Н-1/М-1")


def test_goal_deficits_and_tasks_come_from_the_request_and_the_form():
    fields = words(couple(), ())
    assert fields == {
        "form": "ученик–ученик",
        "goal": "Оказать наставляемому поддержку по запросу: подготовка к ОГЭ; тайм-менеджмент.",
        "deficits": "дроби",
        "tasks": "Выявить трудности и сильные стороны наставляемого.\n"
        "Помочь наставляемому в учёбе, общении и участии в школьной жизни.\n"
        "Развивать самостоятельность, ответственность и уверенность в своих силах.",
    }


def test_the_role_model_says_the_tasks_more_closely_than_the_form():
    fields = words(couple(MENTEE.but(wished_model="лидер - пассивный")), ())
    assert fields["tasks"].splitlines()[0] == "Вовлечь наставляемого в дела класса и школы."


def test_an_unknown_form_has_the_general_tasks():
    fields = words(couple(form="ветеран–школа"), ())
    assert fields["tasks"].splitlines() == [
        "Уточнить запрос наставляемого и ожидаемые результаты.",
        "Организовать совместную работу по запросу: подготовка к ОГЭ; тайм-менеджмент.",
        "Подвести итоги и наметить дальнейшие шаги.",
    ]


def test_without_a_request_there_is_no_goal():
    fields = words(couple(MENTEE.but(request="")), ())
    assert fields["goal"] == ""


def test_the_words_of_the_school_win_and_what_means_nothing_in_them_is_known():
    own = PaperText(kind="Цель программы", part="пункт", number="1", text="{Запрос} – вместе, {погода}.")
    fields = words(couple(), (own,))
    assert fields["goal"] == "Подготовка к ОГЭ; тайм-менеджмент – вместе, ____."
    (found,) = unknown_words((own,), dict.fromkeys(PAIR_TEXTS, PAIR_WORDS))
    assert found.message == "слово {погода} в тексте неизвестно: вместо него стоит прочерк"


def test_a_group_has_the_requests_and_deficits_of_all():
    second = Mentee(code="Н-2", full_name="Белова Анна Юрьевна", request="подготовка к ОГЭ", deficits="степени")
    fields = words(couple(MENTEE, second), ())
    assert fields["goal"] == "Оказать наставляемому поддержку по запросу: подготовка к ОГЭ; тайм-менеджмент."
    assert fields["deficits"] == "дроби; степени"


def test_topics_follow_the_kind_of_meeting():
    assert topics(couple(), "организационная", ()) == ("Знакомство, ожидания и правила работы",)
    assert len(topics(couple(), "регулярная", ())) == 3
    assert topics(couple(), "прогулка", ()) == ()


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ({}, (dt.date(2026, 10, 5), dt.date(2027, 5, 31))),
        ({"starts": dt.date(2026, 9, 14)}, (dt.date(2026, 9, 14), dt.date(2027, 5, 31))),
        ({"starts": dt.date(2026, 3, 1)}, (dt.date(2026, 9, 1), dt.date(2027, 5, 31))),
        ({"ends": dt.date(2026, 12, 25)}, (dt.date(2026, 10, 5), dt.date(2026, 12, 25))),
        ({"starts": dt.date(2027, 6, 15)}, (None, None)),
        ({"ends": dt.date(2026, 9, 15)}, (dt.date(2026, 10, 5), None)),
    ],
)
def test_a_programme_lasts_as_long_as_pair_and_plan(
    pair: dict[str, dt.date], expected: tuple[dt.date | None, dt.date | None]
):
    assert dates(couple(**pair), YEAR, TODAY, 12) == expected


def test_a_programme_is_not_longer_than_a_year():
    plan = Plan(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    assert dates(couple(), plan, TODAY, 12) == (dt.date(2026, 10, 5), dt.date(2027, 10, 4))
    assert dates(couple(), plan, TODAY, 12, dt.date(2027, 1, 11)) == (dt.date(2027, 1, 11), dt.date(2028, 1, 10))


def test_months_end_the_day_before():
    assert months_later(dt.date(2026, 9, 1), 12) == dt.date(2027, 8, 31)
    assert months_later(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_later(dt.date(2026, 12, 15), 1) == dt.date(2027, 1, 14)
    assert months_later(dt.date.max, 12) == dt.date.max
    assert months_later(dt.date.min, 0) == dt.date.min
