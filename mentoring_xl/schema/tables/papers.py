"""The register of orders and the indicators."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Kind, Row, column, table
from mentoring_xl.schema.choices import ORDER_KINDS, ORDER_STATES


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


@table("Мониторинг", name="Indicators", purpose="Показатели программы: часть, целое, процент, цель.", group="Документы")
class Indicator(Row):
    """One indicator; whole = 0 has no value."""

    code: str = column("Код", 18, "Не меняйте: по коду программа узнаёт показатель.", key=True, required=True)
    title: str = column("Показатель", 56, required=True)
    formula: str = column("Как считается", 50)
    part: float | None = column("Часть", 10, filled_by=PROGRAM)
    whole: float | None = column("Целое", 10, filled_by=PROGRAM)
    percent: float | None = column(
        "Значение", 10, "Часть / целое × 100; при пустом целом значения нет.", filled_by=PROGRAM
    )
    target: float | None = column("Цель", 10, "Поставьте свою.")
    state: str = column("Состояние", 18, filled_by=PROGRAM)
    as_of: dt.date | None = column("На дату", 13, filled_by=PROGRAM)
