"""The register of orders with the lines of their appendices, and the wording of papers."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Kind, Row, column, table
from mentoring_xl.schema.choices import FORMS, ORDER_CHANGES, ORDER_KINDS, ORDER_STATES, PAPER_PARTS, YES_NO


@table("Приказы", name="Orders", purpose="Реестр приказов программы; номер и дату ставит сотрудник.", group="Документы")
class Order(Row):
    """One order of the director."""

    code: str = column("Код", 10, "Постоянный код строки.", key=True, filled_by=BOTH)
    kind: str = column("Вид", 38, choices=ORDER_KINDS, filled_by=BOTH, required=True)
    order_number: str = column("Номер", 12, "Текст, например 14-а или 56-ОД.")
    date: dt.date | None = column("Дата", 13, "Дата приказа.")
    title: str = column("Заголовок", 46, "О чём приказ.", filled_by=BOTH)
    grounds: str = column("Основание", 50, "Через точку с запятой.", filled_by=BOTH)
    state: str = column(
        "Состояние", 14, "Подписанный приказ программа больше не меняет.", choices=ORDER_STATES, filled_by=BOTH
    )
    pairs: str = column("Кого касается (коды пар)", 60, filled_by=PROGRAM)
    sheet: str = column("Лист", 26, "Лист с текстом для печати.", filled_by=PROGRAM, kind=Kind.LINK)
    note: str = column("Примечание", 28)
    changes: str = column(
        "Меняет приказ", 12, "Код приказа, в который вносятся изменения; пусто – находит программа.", filled_by=BOTH
    )
    file: str = column("Файл", 46, "Где лежит приказ после выгрузки документов в папку.", filled_by=PROGRAM)


@table(
    "Строки приказов",
    name="OrderLines",
    purpose="Кто стоит в приказах: по этим строкам подписанный приказ остаётся прежним, что бы ни стало с банками.",
    group="Документы",
)
class OrderLine(Row):
    """One pair, or one person, as an order names it; the lines of one order are numbered from 1."""

    order_code: str = column("Код приказа", 10, "Код с листа «Приказы».", filled_by=PROGRAM)
    number: int | None = column("№", 6, "Номер в приказе.", filled_by=PROGRAM)
    code: str = column("Код пары или участника", 16, filled_by=PROGRAM)
    mentor: str = column("Наставник или участник", 34, "ФИО, как в приказе.", filled_by=PROGRAM)
    mentor_about: str = column("Должность или класс", 28, filled_by=PROGRAM)
    mentee: str = column("Наставляемый", 34, "ФИО, как в приказе.", filled_by=PROGRAM)
    mentee_about: str = column("Должность или класс наставляемого", 28, filled_by=PROGRAM)
    form: str = column("Форма", 18, filled_by=PROGRAM, choices=FORMS)
    day: dt.date | None = column("День", 13, "Начало или окончание работы пары.", filled_by=PROGRAM)
    consents: str = column("Согласия", 34, "Даты письменных согласий.", filled_by=PROGRAM)
    change: str = column(
        "Что меняется", 22, "Только в приказе о внесении изменений.", filled_by=PROGRAM, choices=ORDER_CHANGES
    )
    changed: int | None = column("№ в изменяемом приказе", 12, filled_by=PROGRAM)


@table(
    "Тексты",
    name="Texts",
    purpose="Слова документов: общие формулировки, проверьте их и поправьте под свою школу.",
    group="Документы",
)
class PaperText(Row):
    """One piece of wording; what stands in braces is filled from the book."""

    kind: str = column("Документ", 34, "Вид приказа или другого документа.", required=True)
    part: str = column("Часть", 16, "Где стоит этот текст.", required=True, choices=PAPER_PARTS)
    number: str = column("№", 7, "Порядок: 1, 2, 2.1. В документе программа нумерует сама.")
    text: str = column(
        "Текст",
        96,
        "Слова в скобках заполняет программа: {школа}, {куратор:дательный}. Подпункт с {кураторы} – на каждого.",
        required=True,
    )
    note: str = column("Пояснение", 44)


@table(
    "Склонения",
    name="Declensions",
    purpose="Как склонять имена и должности, в которых программа не уверена: проверенное здесь важнее её правил.",
    group="Документы",
)
class CaseForms(Row):
    """A name or a post in its cases. Counted are rows that a person typed, and proposals that a person ticked."""

    text: str = column("Имя или должность", 36, "Как в банках или в «Настройках».", filled_by=BOTH, required=True)
    genitive: str = column("Родительный (кого?)", 36, filled_by=BOTH)
    dative: str = column("Дательный (кому?)", 36, filled_by=BOTH)
    accusative: str = column("Винительный (кого?)", 36, filled_by=BOTH)
    instrumental: str = column("Творительный (кем?)", 36, filled_by=BOTH)
    checked: bool = column(
        "Проверено", 12, "«да», когда формы верны или поправлены: до этого они только предложение.", choices=YES_NO
    )
    doubt: str = column("Почему проверить", 44, filled_by=PROGRAM)
