"""How pairs are chosen, the pairs, and those who have none."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.table import BOTH, PROGRAM, Row, column, table
from mentoring_xl.schema.choices import FORMS, PAIR_STATES, WEIGHTS, YES_NO


@table("Настройки подбора", name="MatchRules", purpose="Что важно при подборе и что запрещено.", group="Пары")
class MatchRule(Row):
    """One criterion with its weight, or one ban or warning that is on or off."""

    code: str = column("Код", 16, "Не меняйте: по коду программа узнаёт правило.", key=True, required=True)
    kind: str = column("Вид", 16, "Критерий, запрет или предупреждение.")
    title: str = column("Правило", 52, required=True)
    value: str = column(
        "Вес или «да»",
        16,
        "Критерий: Обязательно, Высокий, Средний, Низкий, Не учитывать или число. Запрет: да или нет.",
        choices=WEIGHTS,
    )
    note: str = column("Пояснение", 70)


@table("Пары", name="Pairs", purpose="Предложенные и закреплённые пары и группы: баллы и причины.", group="Пары")
class Pair(Row):
    """One mentor with one mentee; the rows of a group share the mentor."""

    number: int | None = column("№", 6, "Порядковый номер.", filled_by=PROGRAM)
    mentee_code: str = column("Код наставляемого", 12, "Из банка наставляемых.", required=True, filled_by=BOTH)
    mentee_name: str = column("ФИО наставляемого", 32, "Находится по коду.", filled_by=PROGRAM)
    mentor_code: str = column("Код наставника", 12, "Из банка наставников.", required=True, filled_by=BOTH)
    mentor_name: str = column("ФИО наставника", 32, "Находится по коду.", filled_by=PROGRAM)
    form: str = column("Форма", 18, "Форма наставничества.", filled_by=BOTH, choices=FORMS)
    state: str = column(
        "Состояние",
        20,
        "Предложена → согласована → закреплена приказом → завершена или расторгнута.",
        filled_by=BOTH,
        choices=PAIR_STATES,
    )
    points: float | None = column("Баллы", 9, "От 0 до 100.", filled_by=PROGRAM)
    reasons: str = column("Почему", 80, "Что за и что против; в скобках – баллы из возможных.", filled_by=PROGRAM)
    ranks: str = column(
        "Место в списке",
        15,
        "Каким по баллам наставник стоит у наставляемого и наставляемый у наставника – среди тех, кто им разрешён.",
        filled_by=PROGRAM,
    )
    replacement: str = column(
        "Замена и цена", 34, "Лучшая замена и сколько с ней потеряли бы все пары вместе.", filled_by=PROGRAM
    )
    locked: bool = column("Закреплено", 12, "«да» – пересчёт эту пару не меняет.", choices=YES_NO)
    forbidden: bool = column("Запрет", 10, "«да» – этих двоих больше не предлагать.", choices=YES_NO)
    comment: str = column("Комментарий", 30)
    starts: dt.date | None = column("Дата начала", 13, "Когда пара начала работать.")
    ends: dt.date | None = column("Дата окончания", 13, "Когда пара закончила работать.")
    end_reason: str = column("Причина окончания", 26)
    order_number: str = column("Приказ", 14, "Номер приказа о закреплении.", filled_by=PROGRAM)
    code: str = column("Код пары", 14, "Код наставляемого и наставника.", key=True, filled_by=PROGRAM)


@table(
    "Без пары",
    name="Unpaired",
    purpose="Кому не нашлось пары: причина, кандидаты, поддержка.",
    group="Пары",
)
class Unpaired(Row):
    """One mentee without a pair; the search goes on and support is given."""

    number: int | None = column("№", 6, "Порядковый номер.", filled_by=PROGRAM)
    mentee_code: str = column("Код наставляемого", 12, "Из банка наставляемых.", key=True, filled_by=PROGRAM)
    mentee_name: str = column("ФИО наставляемого", 26, "Находится по коду.", filled_by=PROGRAM)
    request: str = column("Основной запрос", 26, filled_by=PROGRAM)
    reason: str = column("Почему без пары", 40, filled_by=PROGRAM)
    change: str = column("Что изменить", 40, "Наименьшая перемена, с которой пара нашлась бы.", filled_by=PROGRAM)
    nearest: str = column("Ближайшие кандидаты", 44, "Кто подошёл бы, с баллами, и что мешает.", filled_by=PROGRAM)
    support: str = column("Психологическая поддержка", 20, "Кто и когда поддержал.")
    decision: str = column("Решение", 20, "Что решили делать дальше.")
