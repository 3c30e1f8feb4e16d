"""The roadmap and the people who answer for it."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Kind, Row, column, table
from mentoring_xl.schema.choices import CATEGORIES, GENDERS, STAFF_ROLES, STEP_LEVELS, STEP_STATES, YES_NO


@table(
    "Дорожная карта",
    name="Roadmap",
    purpose="План программы: что, кто, к какому сроку и где это в книге.",
    group="План",
    head=10,
    last_printed="state",
)
class Step(Row):
    """One stage, measure, sub-heading or sub-item of the roadmap.

    A row without a deadline or a responsible of its own has those of its parent in `code`: «3.5.1» is below «3.5».
    """

    number: str = column(
        "№ п/п", 8, "Номер строки, как в вашем плане. Нумерация может начинаться заново в каждом разделе."
    )
    section: str = column("Раздел", 26, "Раздел плана. По нему удобно отбирать строки.")
    title: str = column("Наименование мероприятий", 62, "Что делается: одна строка – одно действие.", required=True)
    deadline: str = column(
        "Срок реализации",
        22,
        "Пишите, как привыкли: «март 2023», «до 20 апреля», «в течение года». Пусто – срок строки-родителя.",
    )
    responsible: str = column("Ответственный исполнитель", 32, "Должность или фамилия; нескольких – через запятую.")
    result: str = column("Результат, вид документа", 36, "Чем подтверждается выполнение.")
    done: bool = column("Выполнено", 11, "«да», когда сделано.", choices=YES_NO)
    done_on: dt.date | None = column("Дата выполнения", 13, "Когда сделано.")
    document: str = column("Документ", 20, "Приказ, протокол или ссылка на файл.")
    note: str = column("Примечание", 20, "Всё, что нужно помнить.")
    starts: dt.date | None = column("Начало", 12, "Первый день срока.", filled_by=PROGRAM)
    ends: dt.date | None = column("Окончание", 12, "Последний день срока включительно.", filled_by=PROGRAM)
    days_left: int | None = column(
        "Осталось дней", 10, "Календарных дней до окончания; с минусом – просрочено.", filled_by=PROGRAM
    )
    state: str = column("Состояние", 15, "Считается по сроку и отметке.", filled_by=PROGRAM, choices=STEP_STATES)
    served_by: str = column("Где в книге", 52, "Лист или кнопка, где это делается.", filled_by=BOTH, kind=Kind.LINK)
    level: str = column("Вид строки", 13, "Этап, мероприятие, подраздел или пункт.", choices=STEP_LEVELS)
    code: str = column("Код строки", 10, "По коду строка находит родителя: «3.5.1» входит в «3.5».", key=True)


@table("Персонал", name="Staff", purpose="Сотрудники школы: должности, роли в программе, подчинение.", group="Люди")
class Employee(Row):
    """One employee of the school."""

    code: str = column("Код", 8, "Короткий постоянный код, например С-07.", key=True, required=True)
    full_name: str = column("ФИО", 34, "Фамилия, имя, отчество полностью.", required=True)
    gender: str = column("Пол", 6, "Нужен для склонения в приказах.", choices=GENDERS)
    post: str = column("Должность", 40, "Как в штатном расписании.", required=True)
    subjects: str = column("Предметы", 26, "Через запятую.")
    role: str = column("Роль в программе", 22, "Что делает в программе наставничества.", choices=STAFF_ROLES)
    head_code: str = column("Код руководителя", 12, "Код непосредственного руководителя на этом же листе.")
    school_class: str = column("Классное руководство", 14, "Класс, например 7А.")
    experience: float | None = column("Стаж, лет", 9, "Педагогический стаж.")
    category: str = column("Категория", 16, choices=CATEGORIES)
    email: str = column("Электронная почта", 26, "Рабочая почта.", private=True)
    active: bool = column("Работает", 10, "«да», пока работает в школе.", choices=YES_NO)
