"""Questionnaires, answers to them, and the preferences after the group meeting."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Row, column, table
from mentoring_xl.schema.choices import ANSWER_TYPES, EFFECTS, FORMS, ROLES, SURVEY_STAGES, YES_NO


@table("Опросники", name="Questions", purpose="Вопросы анкет: кому, когда, какой ответ.", group="Опросы")
class Question(Row):
    """One question of one questionnaire; its code survives rewording."""

    code: str = column("Код вопроса", 14, "Постоянный код; вопрос можно перефразировать.", key=True, required=True)
    form: str = column(
        "Форма",
        18,
        "Пусто – любая. Вопросы «ученик–ученик» задают и в остальных формах, кроме «учитель–учитель».",
        choices=FORMS,
    )
    role: str = column("Кому", 14, "Пусто – обоим.", choices=ROLES)
    stage: str = column("Этап", 15, "Когда спрашивают.", required=True, choices=SURVEY_STAGES)
    number: int | None = column("№", 6, "Порядок в анкете.")
    text: str = column("Вопрос", 70, "Как его прочтёт участник.", required=True)
    kind: str = column(
        "Тип ответа",
        12,
        "Шкала, да/нет, текст, частота; «несколько» – можно выбрать больше одного.",
        required=True,
        choices=ANSWER_TYPES,
    )
    options: str = column("Варианты", 36, "Через точку с запятой, если ответ выбирают из списка.")
    measure: str = column(
        "Показатель", 26, "Короткое название, одинаковое «до» и «после»: по нему сравнивают ответы участника."
    )
    effect: str = column(
        "Что лучше",
        16,
        "Только для показателей влияния: что считать улучшением; пусто – вопрос не о влиянии.",
        choices=EFFECTS,
    )


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


@table(
    "Столбцы анкет",
    name="SurveyColumns",
    purpose="Какой столбец файла на какой вопрос отвечает; поправленное здесь помнится до следующей загрузки.",
    group="Опросы",
)
class SurveyColumn(Row):
    """One column of the files that answers are loaded from, and the question it answers."""

    heading: str = column("Заголовок в файле", 60, filled_by=BOTH, required=True)
    stage: str = column("Этап", 15, "При каком опросе; пусто – при любом.", choices=SURVEY_STAGES, filled_by=BOTH)
    role: str = column("Кому", 14, "Чьи анкеты; пусто – обоих.", choices=ROLES, filled_by=BOTH)
    target: str = column(
        "Код вопроса",
        16,
        "Код с листа «Опросники» или слово: ФИО, фамилия, имя, отчество, класс, роль, код, почта, дата, не загружать.",
        filled_by=BOTH,
    )
    question: str = column("Вопрос", 60, "Находится по коду.", filled_by=PROGRAM)
    likeness: int | None = column("Сходство, %", 11, "Насколько заголовок похож на вопрос.", filled_by=PROGRAM)
    checked: bool = column("Проверено", 12, "«да» – программа больше не меняет эту строку.", choices=YES_NO)


@table(
    "Кто ответил",
    name="Respondents",
    purpose="Чьи ответы не узнаны уверенно: впишите код участника и загрузите файл ещё раз.",
    group="Опросы",
)
class Respondent(Row):
    """One signature under answers that could be more than one person, or nobody."""

    written: str = column("Подпись в файле", 40, filled_by=PROGRAM, private=True)
    role: str = column("Роль", 14, filled_by=PROGRAM, choices=ROLES)
    candidates: str = column("На кого похоже", 60, filled_by=PROGRAM, private=True)
    why: str = column("Почему не узнан", 40, "И в каких строках последнего файла.", filled_by=PROGRAM)
    person_code: str = column("Код участника", 14, "Код из банка; «нет» – не загружать.")
    seen: dt.date | None = column("Загружено", 13, filled_by=PROGRAM)


@table(
    "Итоги анкет",
    name="SurveyResults",
    purpose="Что ответили на каждый вопрос: сколько, среднее, доли; меньше трёх ответов не показывается.",
    group="Опросы",
    last_printed="texts",
)
class SurveyResult(Row):
    """What one question came to."""

    form: str = column("Форма", 15, filled_by=PROGRAM)
    role: str = column("Кому", 13, filled_by=PROGRAM)
    stage: str = column("Этап", 15, filled_by=PROGRAM)
    question: str = column("Вопрос", 36, filled_by=PROGRAM)
    n: int | None = column("Ответили", 9, filled_by=PROGRAM)
    response: float | None = column("Ответили, %", 11, filled_by=PROGRAM)
    mean: float | None = column("Среднее", 10, filled_by=PROGRAM)
    spread: str = column("Распределение", 25, "Ответ: сколько человек его дали.", filled_by=PROGRAM)
    before: float | None = column(
        "Среднее до", 10, "По тем, кто ответил на этот вопрос и до, и после, как на листе «Влияние».", filled_by=PROGRAM
    )
    change: float | None = column(
        "Изменение",
        11,
        "После минус до у тех, кто ответил оба раза; «Среднее» считается по всем, поэтому разность с ним может не "
        "сойтись.",
        filled_by=PROGRAM,
    )
    texts: str = column("Открытые ответы", 28, "Без имён, по одному в строке.", filled_by=PROGRAM, private=True)
    asked: int | None = column(
        "Спрошено",
        10,
        "Кому задан вопрос: «до» – участники банков, позже – те, чья пара закреплена или закончила работу, "
        "и все, кто прислал анкету, даже если вопрос пропустили или ответ не прочитан.",
        filled_by=PROGRAM,
    )
    median: float | None = column("Медиана", 10, filled_by=PROGRAM)
    top: float | None = column("Оценок 9–10, %", 12, filled_by=PROGRAM)
    code: str = column("Код вопроса", 12, filled_by=PROGRAM)
