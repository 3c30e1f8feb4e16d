"""The start page, the settings, the findings and the journal: what keeps the workbook itself."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import PROGRAM, Kind, Row, column, table


@table("Как пользоваться", name="Status", purpose="С чего начать и как идёт программа.", group="Начало", head=44)
class StatusLine(Row):
    """One line of the state of the programme."""

    topic: str = column("Что", 34, filled_by=PROGRAM, key=True)
    value: str = column("Сейчас", 26, filled_by=PROGRAM)
    advice: str = column("Что сделать", 62, filled_by=PROGRAM)
    link: str = column("Где", 44, filled_by=PROGRAM, kind=Kind.LINK)


@table("Настройки", name="Settings", purpose="Школа, период плана, пороги и правила.", group="Начало")
class Setting(Row):
    """One setting; its value is text as the person typed it."""

    code: str = column("Код", 16, "Не меняйте: по коду программа узнаёт настройку.", key=True, required=True)
    section: str = column("Раздел", 18)
    title: str = column("Параметр", 52)
    value: str = column("Значение", 44)
    note: str = column("Пояснение", 70)


@table(
    "Замечания",
    name="Notices",
    purpose="Что нашли проверки: где, что не так и что сделать.",
    group="Служебные",
    last_printed="found",
)
class Notice(Row):
    """One finding as the last press of its button left it."""

    number: int | None = column("№", 6, filled_by=PROGRAM)
    severity: str = column("Важность", 16, filled_by=PROGRAM)
    place: str = column("Где", 30, "Лист и ячейка.", filled_by=PROGRAM, kind=Kind.LINK)
    message: str = column("Что не так", 56, filled_by=PROGRAM)
    fix: str = column("Что сделать", 50, filled_by=PROGRAM)
    code: str = column("Код", 8, filled_by=PROGRAM)
    button: str = column("Кнопка", 24, "Какая проверка нашла.", filled_by=PROGRAM)
    found: dt.date | None = column("Найдено", 12, filled_by=PROGRAM)
    key: str = column("Ключ ячейки", 18, "По нему ячейка подсвечивается.", filled_by=PROGRAM, key=True)


@table("Журнал", name="Journal", purpose="Что и когда нажимали: по строке на нажатие.", group="Служебные")
class Entry(Row):
    """One press that wrote something."""

    when: str = column("Когда", 18, filled_by=PROGRAM)
    button: str = column("Кнопка", 26, filled_by=PROGRAM)
    changes: str = column("Что изменилось", 70, filled_by=PROGRAM)
    findings: str = column("Замечания", 44, filled_by=PROGRAM)
