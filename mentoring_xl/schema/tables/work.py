"""The work of pairs: programmes, meetings, training, events, practices, publications."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Row, column, table
from mentoring_xl.schema.choices import EVENT_KINDS, FORMS, MEETING_KINDS, PROGRAMME_STATES, TRAINING_STATES, YES_NO


@table(
    "Программы", name="Programmes", purpose="Персонализированные программы наставничества пар и групп.", group="Работа"
)
class Programme(Row):
    """The personalised programme of one pair or group, 3–12 months."""

    number: int | None = column("№", 6, "Порядковый номер.", filled_by=BOTH)
    pair_code: str = column(
        "Код пары", 14, "Код с листа «Пары»; у группы – коды через запятую.", required=True, filled_by=BOTH
    )
    mentor_name: str = column("Наставник", 30, "Находится по коду пары.", filled_by=PROGRAM)
    mentee_name: str = column("Наставляемый", 30, "Находится по коду пары.", filled_by=PROGRAM)
    form: str = column("Форма", 18, choices=FORMS, filled_by=BOTH)
    goal: str = column("Цель", 40, "Что уже написано, программа не меняет.", filled_by=BOTH)
    deficits: str = column("Дефициты", 32, filled_by=BOTH)
    tasks: str = column("Задачи", 44, "Каждая задача с новой строки.", filled_by=BOTH)
    starts: dt.date | None = column("Начало", 13, filled_by=BOTH)
    ends: dt.date | None = column("Окончание", 13, filled_by=BOTH)
    state: str = column("Состояние", 14, choices=PROGRAMME_STATES, filled_by=BOTH)
    results: str = column("Итоги", 36)
    link: str = column("Ссылка", 24, "Файл программы или отчёта.")


@table("Встречи", name="Meetings", purpose="Журнал встреч пар: план и факт.", group="Работа")
class Meeting(Row):
    """One meeting of one pair or group."""

    number: int | None = column("№", 6, "Порядковый номер.", filled_by=BOTH)
    pair_code: str = column(
        "Код пары", 14, "Код с листа «Пары»; у группы – коды через запятую.", required=True, filled_by=BOTH
    )
    names: str = column("Участники", 40, "Находятся по коду пары.", filled_by=PROGRAM)
    kind: str = column("Вид встречи", 18, choices=MEETING_KINDS, filled_by=BOTH)
    planned: dt.date | None = column("Дата по плану", 13, filled_by=BOTH)
    held: dt.date | None = column("Дата проведения", 13, "Пусто – ещё не проведена.")
    topic: str = column("Тема", 30, filled_by=BOTH)
    outcome: str = column("Итог", 30)
    progress: int | None = column("Продвижение, 1–10", 12)
    note: str = column("Примечание", 20)


@table("Обучение", name="Trainings", purpose="Обучение наставников и кураторов: план и участники.", group="Работа")
class Training(Row):
    """One training session for mentors or curators."""

    number: int | None = column("№", 6, "Порядковый номер.")
    topic: str = column("Тема", 36, required=True)
    kind: str = column("Вид", 22, choices=EVENT_KINDS)
    expert: str = column("Кто проводит", 24)
    date: dt.date | None = column("Дата", 13)
    hours: float | None = column("Часов", 8)
    participants: str = column("Участники (коды)", 30, "Коды наставников и сотрудников через запятую.")
    materials: str = column("Методические материалы", 24, "Ссылка или название.")
    document: str = column("Документ", 24, "Программа, график, удостоверение.")
    state: str = column("Состояние", 14, choices=TRAINING_STATES)


@table("Мероприятия", name="Events", purpose="Групповые встречи, семинары, конференции, круглые столы.", group="Работа")
class Event(Row):
    """One event of the programme."""

    number: int | None = column("№", 6, "Порядковый номер.")
    title: str = column("Название", 36, required=True)
    kind: str = column("Вид", 22, choices=EVENT_KINDS)
    date: dt.date | None = column("Дата", 13)
    place: str = column("Место", 18)
    responsible: str = column("Ответственный", 30)
    participants: str = column("Участники", 24)
    outcome: str = column("Итог", 28)
    document: str = column("Документ или ссылка", 22)


@table("Практики", name="Practices", purpose="Методическая копилка: лучшие практики наставничества.", group="Работа")
class Practice(Row):
    """One good practice."""

    number: int | None = column("№", 6, "Порядковый номер.")
    title: str = column("Название", 40, required=True)
    authors: str = column("Авторы", 32)
    form: str = column("Форма", 18, choices=FORMS)
    summary: str = column("Суть", 50)
    presented: str = column("Где представлена", 30)
    link: str = column("Ссылка", 24)
    consent: bool = column("Согласие на публикацию", 14, "«да», если оно подписано.", choices=YES_NO)


@table(
    "Публикации",
    name="Publications",
    purpose="Освещение программы: сайт, соцсети, муниципалитет, регион.",
    group="Работа",
)
class Publication(Row):
    """One publication about the programme."""

    number: int | None = column("№", 6, "Порядковый номер.")
    date: dt.date | None = column("Дата", 13)
    where: str = column("Где", 26, "Сайт, соцсеть, газета.")
    title: str = column("Заголовок", 44, required=True)
    link: str = column("Ссылка", 28)
    people: str = column("О ком (коды)", 24, "Коды тех, кто назван или снят.")
    consent: bool = column("Согласия проверены", 14, "«да», если у всех есть согласие на публикацию.", choices=YES_NO)
    responsible: str = column("Ответственный", 28)
