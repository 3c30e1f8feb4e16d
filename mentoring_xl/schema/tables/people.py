"""The two banks and the register of consents; the published columns of the banks come first, in their order."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import PROGRAM, Row, column, table
from mentoring_xl.schema.choices import (
    CATEGORIES,
    CONSENT_GIVERS,
    CONSENT_KINDS,
    CONSENT_STATES,
    FORMS,
    GENDERS,
    GROUPS,
    PERSON_STATES,
    REQUEST_SOURCES,
    ROLE_MODELS,
    YES_NO,
)


@table(
    "Банк наставляемых",
    name="Mentees",
    purpose="База наставляемых с перечнем запросов; отбор – по «Группе».",
    group="Люди",
)
class Mentee(Row):
    """One mentee: a teacher or a pupil with a request."""

    number: int | None = column("№", 6, "Порядковый номер.")
    full_name: str = column("ФИО", 32, "Фамилия, имя, отчество полностью.", required=True)
    contacts: str = column(
        "Контакты (данные законного представителя)",
        30,
        "Телефон или почта; для несовершеннолетних – представителя.",
        private=True,
    )
    birth_year: int | None = column("Год рождения", 10, "Четыре цифры; дата рождения не нужна.", private=True)
    request: str = column(
        "Основной запрос", 36, "С чем нужна помощь; несколько запросов – через точку с запятой.", required=True
    )
    entered: dt.date | None = column("Дата вхождения", 13, "Когда вошёл в программу.")
    mentor_name: str = column("ФИО наставника", 32, "Из листа «Пары».", filled_by=PROGRAM)
    form: str = column("Форма", 18, "Форма наставничества действующей пары.", filled_by=PROGRAM)
    mentor_place: str = column("Место работы/учёбы наставника", 26, "Из банка наставников.", filled_by=PROGRAM)
    finished: dt.date | None = column("Дата завершения", 13, "Когда программа завершена.")
    results: str = column("Результаты", 28, "Чего достиг.")
    link: str = column("Ссылка на кейс/отзыв", 24, "Адрес страницы или файла.")
    passed: bool = column("Отметка о прохождении", 13, "«да», когда программа пройдена.", choices=YES_NO)
    code: str = column("Код", 8, "Короткий постоянный код, например Н-12. Не меняйте его.", key=True, required=True)
    gender: str = column("Пол", 6, "Нужен для склонения в приказах.", choices=GENDERS)
    group: str = column("Группа", 13, "Педагог, обучающийся или внешний.", required=True, choices=GROUPS)
    school_class: str = column("Класс", 8, "Для обучающихся, например 8Б.")
    post: str = column("Должность", 30, "Для педагогов.")
    subjects: str = column("Предметы", 24, "Через запятую.")
    experience: float | None = column("Стаж, лет", 9, "Для педагогов.")
    category: str = column("Категория", 16, "Для педагогов.", choices=CATEGORIES)
    request_source: str = column("Источник запроса", 20, "Откуда известен запрос.", choices=REQUEST_SOURCES)
    deficits: str = column("Дефициты", 28, "Чего не хватает; через точку с запятой.")
    interests: str = column("Интересы", 26, "Через запятую.")
    wished_form: str = column("Желаемая форма", 18, "Пусто – подходит любая.", choices=FORMS)
    wished_model: str = column("Ролевая модель", 22, "Какие отношения нужны; пусто – любые.", choices=ROLE_MODELS)
    mentors_wanted: int | None = column(
        "Сколько наставников", 12, "Сколько разных наставников нужно сразу; пусто – один."
    )
    head_code: str = column("Код руководителя", 12, "Код непосредственного руководителя с листа «Персонал».")
    staff_code: str = column("Код сотрудника", 12, "Для педагогов: код с листа «Персонал».")
    available_from: dt.date | None = column("Доступен с", 12, "Пусто – без ограничения.")
    available_to: dt.date | None = column("Доступен по", 12, "Пусто – без ограничения.")
    status: str = column("Статус", 14, "Пусто – участвует.", choices=PERSON_STATES)
    consent_on: dt.date | None = column(
        "Согласие на обработку данных", 14, "Дата действующего согласия.", filled_by=PROGRAM
    )
    missing: str = column("Чего не хватает", 40, "Каких согласий нет для пары; пусто – все есть.", filled_by=PROGRAM)


@table(
    "Банк наставников",
    name="Mentors",
    purpose="База наставников с перечнем компетенций; отбор – по «Группе».",
    group="Люди",
)
class Mentor(Row):
    """One mentor with competences and the number of mentees he can take."""

    number: int | None = column("№", 6, "Порядковый номер.")
    full_name: str = column("ФИО", 32, "Фамилия, имя, отчество полностью.", required=True)
    contacts: str = column("Контакты", 28, "Телефон или почта.", private=True)
    place: str = column("Место работы/учёбы", 28, "Организация или класс.")
    competences: str = column(
        "Основные компетенции", 38, "С чем может помочь; несколько – через точку с запятой.", required=True
    )
    achievements: str = column("Важные достижения", 28)
    interests: str = column("Интересы", 26, "Через запятую.")
    wished_age: str = column("Желаемый возраст наставляемых", 16, "Например 12–14, или классы 5–7, или «любой».")
    time: str = column("Ресурс времени", 16, "Например «2 часа в неделю».")
    entered: dt.date | None = column("Дата вхождения", 13, "Когда вошёл в программу.")
    mentee_names: str = column("ФИО наставляемого(-ых)", 36, "Из листа «Пары».", filled_by=PROGRAM)
    form: str = column("Форма", 18, "Форма наставничества действующих пар.", filled_by=PROGRAM)
    mentee_place: str = column("Место работы/учёбы наставляемого", 26, "Из банка наставляемых.", filled_by=PROGRAM)
    finished: dt.date | None = column("Дата завершения", 13, "Когда программа завершена.")
    results: str = column("Результаты", 28)
    link: str = column("Ссылка на кейс/отзыв", 24, "Адрес страницы или файла.")
    code: str = column("Код", 8, "Короткий постоянный код, например М-03. Не меняйте его.", key=True, required=True)
    gender: str = column("Пол", 6, "Нужен для склонения в приказах.", choices=GENDERS)
    group: str = column("Группа", 13, "Педагог, обучающийся или внешний.", required=True, choices=GROUPS)
    birth_year: int | None = column("Год рождения", 10, "Четыре цифры.", private=True)
    school_class: str = column("Класс", 8, "Для обучающихся, например 10А.")
    post: str = column("Должность", 30, "Для педагогов и внешних наставников.")
    subjects: str = column("Предметы", 24, "Через запятую.")
    experience: float | None = column("Стаж, лет", 9, "Для педагогов.")
    category: str = column("Категория", 16, "Для педагогов.", choices=CATEGORIES)
    forms: str = column("Готов к формам", 24, "Через запятую; пусто – подходит любая.")
    models: str = column("Ролевые модели", 26, "Через запятую; пусто – подходит любая.")
    capacity: int | None = column("Сколько наставляемых", 12, "Сколько человек возьмёт; пусто – один.")
    leads_group: bool = column(
        "Ведёт группу", 10, "«да» – все его наставляемые учатся вместе, с общим запросом.", choices=YES_NO
    )
    staff_code: str = column("Код сотрудника", 12, "Для педагогов: код с листа «Персонал».")
    available_from: dt.date | None = column("Доступен с", 12, "Пусто – без ограничения.")
    available_to: dt.date | None = column("Доступен по", 12, "Пусто – без ограничения.")
    status: str = column("Статус", 14, "Пусто – участвует.", choices=PERSON_STATES)
    consent_on: dt.date | None = column(
        "Согласие на обработку данных", 14, "Дата действующего согласия.", filled_by=PROGRAM
    )
    agreement_on: dt.date | None = column(
        "Согласие быть наставником", 14, "Дата действующего согласия.", filled_by=PROGRAM
    )
    missing: str = column("Чего не хватает", 40, "Каких согласий нет для пары; пусто – все есть.", filled_by=PROGRAM)


@table("Согласия", name="Consents", purpose="Реестр согласий: кто, какое, с какого числа, отозвано ли.", group="Люди")
class Consent(Row):
    """One signed consent of one person."""

    number: int | None = column("№", 6, "Порядковый номер.")
    person_code: str = column("Код участника", 12, "Код из банка наставляемых или наставников.", required=True)
    full_name: str = column("ФИО участника", 32, "Находится по коду.", filled_by=PROGRAM)
    kind: str = column(
        "Вид согласия",
        31,
        "Каждое согласие – отдельный документ и отдельная строка.",
        required=True,
        choices=CONSENT_KINDS,
    )
    given_by: str = column("Кто дал", 20, "За несовершеннолетнего – законный представитель.", choices=CONSENT_GIVERS)
    representative: str = column("ФИО представителя", 32, "Для несовершеннолетних.", private=True)
    signed: dt.date | None = column("Дата согласия", 13, "Дата на подписанном бланке.")
    valid_until: dt.date | None = column("Действует до", 13, "Пусто – до отзыва.")
    withdrawn: dt.date | None = column("Отозвано", 13, "Дата отзыва.")
    note: str = column("Примечание", 26)
    state: str = column("Состояние", 13, "Считается по датам.", filled_by=PROGRAM, choices=CONSENT_STATES)
