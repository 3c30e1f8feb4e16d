"""Questionnaires, answers to them, and the preferences after the group meeting."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import PROGRAM, Row, column, table
from mentoring_xl.schema.choices import ANSWER_TYPES, FORMS, ROLES, SURVEY_STAGES


@table("Опросники", name="Questions", purpose="Вопросы анкет: кому, когда, какой ответ.", group="Опросы")
class Question(Row):
    """One question of one questionnaire; its code survives rewording."""

    code: str = column("Код вопроса", 14, "Постоянный код; вопрос можно перефразировать.", key=True, required=True)
    form: str = column("Форма", 18, "Форма наставничества; пусто – любая.", choices=FORMS)
    role: str = column("Кому", 14, "Пусто – обоим.", choices=ROLES)
    stage: str = column("Этап", 15, "Когда спрашивают.", required=True, choices=SURVEY_STAGES)
    number: int | None = column("№", 6, "Порядок в анкете.")
    text: str = column("Вопрос", 70, "Как его прочтёт участник.", required=True)
    kind: str = column("Тип ответа", 12, "Шкала, да/нет, текст или частота.", required=True, choices=ANSWER_TYPES)
    options: str = column("Варианты", 36, "Через точку с запятой, если ответ выбирают из списка.")


@table("Анкеты", name="Answers", purpose="Ответы участников: одна строка – один ответ.", group="Опросы")
class Answer(Row):
    """One answer of one person to one question."""

    number: int | None = column("№", 7, "Порядковый номер.")
    person_code: str = column("Код участника", 12, "Код из банка.", required=True)
    full_name: str = column("ФИО участника", 32, "Находится по коду.", filled_by=PROGRAM)
    question_code: str = column("Код вопроса", 14, "Код с листа «Опросники».", required=True)
    question: str = column("Вопрос", 84, "Находится по коду.", filled_by=PROGRAM)
    answer: str = column("Ответ", 30, "Число, «да»/«нет» или текст.")
    answered: dt.date | None = column("Дата ответа", 13)


@table(
    "Предпочтения",
    name="Preferences",
    purpose="Кого выбрали после групповой встречи: три места и отказ.",
    group="Опросы",
)
class Preference(Row):
    """What one person wishes after the group meeting, by codes of the other side."""

    number: int | None = column("№", 6, "Порядковый номер.")
    person_code: str = column("Код участника", 12, "Кто выбирает.", required=True)
    full_name: str = column("ФИО участника", 32, "Находится по коду.", filled_by=PROGRAM)
    first: str = column("1-е место", 12, "Код предпочитаемого наставника или наставляемого.")
    second: str = column("2-е место", 12, "Код.")
    third: str = column("3-е место", 12, "Код.")
    veto: str = column("Ни за что", 14, "Код того, с кем пара невозможна; нескольких – через запятую.")
    answered: dt.date | None = column("Дата ответа", 13)
    note: str = column("Комментарий", 30)
