"""Indicators, what changed between before and after, SWOT, and the numbers behind the charts."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Row, column, table
from mentoring_xl.schema.choices import FORMS, ROLES, SWOT_SIDES


@table(
    "Мониторинг",
    name="Indicators",
    purpose="Показатели программы: часть, целое, процент, цель.",
    group="Мониторинг",
    last_printed="response",
)
class Indicator(Row):
    """One indicator; whole = 0 has no value."""

    title: str = column("Показатель", 36, required=True)
    formula: str = column("Как считается", 34)
    part: float | None = column("Часть", 8, filled_by=PROGRAM)
    whole: float | None = column("Целое", 8, filled_by=PROGRAM)
    percent: float | None = column(
        "Значение", 10, "Часть / целое × 100; при пустом целом значения нет.", filled_by=PROGRAM
    )
    target: float | None = column("Цель", 8, "Поставьте свою.")
    state: str = column("Состояние", 13, filled_by=PROGRAM)
    as_of: dt.date | None = column("На дату", 12, filled_by=PROGRAM)
    response: float | None = column(
        "Ответили, %", 11, "Сколько из спрошенных ответили; сколько их, стоит в столбце «Целое».", filled_by=PROGRAM
    )
    asked: int | None = column("Спрошено", 10, "Для показателей по анкетам: сколько человек.", filled_by=PROGRAM)
    answered: int | None = column("Ответили", 10, filled_by=PROGRAM)
    code: str = column("Код", 18, "Не меняйте: по коду программа узнаёт показатель.", key=True, required=True)


@table(
    "Влияние",
    name="Influence",
    purpose="До и после программы: как изменились оценки – по всем, по вопросам и по каждому участнику.",
    group="Мониторинг",
)
class Influence(Row):
    """What changed for one person, for one measure, or for all."""

    scope: str = column("Что сравнивается", 34, "Все, показатель или участник.", filled_by=PROGRAM)
    role: str = column("Роль", 14, filled_by=PROGRAM, choices=ROLES)
    form: str = column("Форма", 18, filled_by=PROGRAM, choices=FORMS)
    person_code: str = column("Код участника", 12, filled_by=PROGRAM)
    n: int | None = column(
        "Сравнено", 10, "Сколько человек ответили и до, и после; у участника – сколько его оценок.", filled_by=PROGRAM
    )
    before: float | None = column("До", 9, filled_by=PROGRAM)
    after: float | None = column("После", 9, filled_by=PROGRAM)
    change: float | None = column("Изменение", 11, filled_by=PROGRAM)
    improved: float | None = column(
        "Стало лучше, %",
        11,
        "Доля людей, у участника – доля его оценок; тревожность лучше, когда меньше.",
        filled_by=PROGRAM,
    )
    verdict: str = column("Что это значит", 58, filled_by=PROGRAM)


@table(
    "SWOT",
    name="Swot",
    purpose="Сильные и слабые стороны, возможности и угрозы: что называли и с каким весом.",
    group="Мониторинг",
)
class SwotLine(Row):
    """One statement about the programme; the program adds what people answered, staff may join, reword and weigh."""

    side: str = column("Сторона", 18, choices=SWOT_SIDES, filled_by=BOTH, required=True)
    statement: str = column("Суждение", 50, filled_by=BOTH, required=True)
    said: int | None = column("Названо раз", 10, filled_by=PROGRAM)
    weight: float | None = column("Вес, 1–5", 10, "Насколько это важно; ставит куратор.")
    share: float | None = column("Доля веса, %", 11, "Вес × сколько раз названо, в своей стороне.", filled_by=PROGRAM)
    note: str = column("Что с этим делать", 36)
    wordings: str = column(
        "Как говорили",
        46,
        "Ответы, из которых сложилось суждение; чтобы объединить две строки, перенесите их сюда.",
        filled_by=BOTH,
        private=True,
    )


@table(
    "Данные диаграмм",
    name="ChartData",
    purpose="Числа, по которым нарисованы диаграммы листа «Мониторинг».",
    group="Служебные",
)
class ChartFigure(Row):
    """One point of one chart of «Мониторинг»."""

    chart: str = column("Диаграмма", 34, filled_by=PROGRAM)
    label: str = column("Подпись", 44, filled_by=PROGRAM)
    value: float | None = column("Значение", 12, filled_by=PROGRAM)
    other: float | None = column("Второе значение", 12, filled_by=PROGRAM)
