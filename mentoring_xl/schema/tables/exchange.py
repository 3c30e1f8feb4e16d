"""What two sides of an exchange changed: differently, for a person to choose, or since the last sending."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import PROGRAM, Kind, Row, column, table
from mentoring_xl.schema.choices import SETTLEMENTS


@table(
    "Расхождения",
    name="Conflicts",
    purpose="Что в книге и в полученном файле изменили по-разному: выберите, что оставить.",
    group="Служебные",
    last_printed="state",
)
class Conflict(Row):
    """One cell that both sides changed, or one row that one side removed and the other changed."""

    number: int | None = column("№", 5, filled_by=PROGRAM)
    place: str = column("Где", 22, filled_by=PROGRAM, kind=Kind.LINK)
    row_key: str = column("Строка", 16, "Код или название строки.", filled_by=PROGRAM)
    title: str = column("Столбец", 18, filled_by=PROGRAM)
    base: str = column("Было отправлено", 26, filled_by=PROGRAM, private=True)
    ours: str = column("В книге", 26, filled_by=PROGRAM, private=True)
    theirs: str = column("В файле", 26, filled_by=PROGRAM, private=True)
    choice: str = column("Что оставить", 14, "Выберите и нажмите «Решить расхождения».", choices=SETTLEMENTS)
    state: str = column("Состояние", 14, filled_by=PROGRAM)
    came: dt.date | None = column("Принято", 13, filled_by=PROGRAM)
    key: str = column("Ключ", 18, "По нему программа узнаёт ячейку.", filled_by=PROGRAM)


@table(
    "Что изменилось",
    name="CopyChanges",
    purpose="Что изменилось с прошлой копии.",
    group="Начало",
    head=8,
)
class CopyChange(Row):
    """One cell or row of a copy that differs from the copy sent before; the first sheet of a copy, not of the book."""

    place: str = column("Где", 30, filled_by=PROGRAM, kind=Kind.LINK)
    row_key: str = column("Строка", 44, filled_by=PROGRAM)
    what: str = column("Что", 18, filled_by=PROGRAM)
    title: str = column("Столбец", 28, filled_by=PROGRAM)
    before: str = column("Было", 40, filled_by=PROGRAM)
    after: str = column("Стало", 40, filled_by=PROGRAM)
