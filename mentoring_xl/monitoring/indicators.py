"""Indicators as part / whole × 100; an empty whole has no value, never 0 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Indicator

from .counts import Counts, Share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping

    from mentoring_xl.core.outcome import Tables

_HAPPY = "рады участию и средняя оценка от порога («Настройки») / ответившие после программы"
_DECLARED: tuple[tuple[str, str, str, float | None], ...] = (
    ("PLAN", "Выполнено строк дорожной карты", "с отметкой «да» / все строки без подпунктов", None),
    ("CONSENT", "Есть согласие на обработку данных", "участники с согласием / все участники", None),
    ("PAIRED", "Наставляемые, у которых есть наставник", "в действующих парах / все наставляемые", None),
    ("YOUNG", "Молодые специалисты – наставляемые", "со стажем до 3 лет: наставляемые / все из «Персонала»", 70.0),
    ("PUPILS", "Дети 10–19 лет – наставляемые", "наставляемые-обучающиеся / число из «Настроек»", 70.0),
    ("PUPIL-MENTORS", "Дети 15–19 лет – наставники", "наставники-обучающиеся / число из «Настроек»", 10.0),
    ("PARTNERS", "Предприятия, от которых есть наставники", "места работы внешних наставников / из «Настроек»", 30.0),
    ("TRAINED", "Обученные наставники", "участники проведённого обучения / все наставники", None),
    ("MET", "Пары, которые уже встретились", "с проведённой встречей / действующие, кроме самых новых", None),
    ("ACTIVE", "Пары без долгого перерыва", "недавняя встреча или начало / действующие с датой начала", None),
    ("KEPT", "Пары, не расторгнутые до срока", "кроме расторгнутых / действующие, завершённые, расторгнутые", None),
    ("FINISHED", "Завершённые программы пар", "в состоянии «завершена» / все программы", None),
    ("HAPPY-MENTEES", "Удовлетворённость наставляемых", _HAPPY, 85.0),
    ("HAPPY-MENTORS", "Удовлетворённость наставников", _HAPPY, 85.0),
    ("CARD", "Карта куратора", "сумма баллов / наибольшая; 15–18 оптимальный, 9–14 допустимый уровень", None),
)
INDICATORS: tuple[Indicator, ...] = tuple(
    Indicator(code=code, title=title, formula=formula, target=target) for code, title, formula, target in _DECLARED
)
_COUNTS: Mapping[str, Callable[[Counts], Share]] = {
    "PLAN": Counts.plan,
    "CONSENT": Counts.consent,
    "PAIRED": Counts.paired,
    "YOUNG": Counts.young,
    "PUPILS": Counts.pupils,
    "PUPIL-MENTORS": Counts.pupil_mentors,
    "PARTNERS": Counts.partners,
    "TRAINED": Counts.trained,
    "MET": Counts.met,
    "ACTIVE": Counts.active,
    "KEPT": Counts.kept,
    "FINISHED": Counts.finished,
    "HAPPY-MENTEES": Counts.happy_mentees,
    "HAPPY-MENTORS": Counts.happy_mentors,
    "CARD": Counts.card,
}


def fill(tables: Tables, today: dt.date, consented: Collection[str]) -> tuple[Indicator, ...]:
    """Return the rows of «Мониторинг» with part, whole, percent, state and the day; rows with other codes stay.

    tables: of «Анкеты» only the answers that count. consented: codes of the people whose consent to data processing is
    in force.
    """
    counts = Counts(tables, today, consented)
    return tuple(
        _filled(row, _COUNTS[row.code](counts), today) if row.code in _COUNTS else row for row in tables[Indicator]
    )


def _filled(row: Indicator, share: Share, today: dt.date) -> Indicator:
    return row.but(
        part=share.part,
        whole=share.whole,
        percent=share.percent,
        state=_state(row, share),
        asked=share.asked,
        answered=share.answered,
        response=share.response,
        as_of=today,
    )


def _state(row: Indicator, share: Share) -> str:
    percent = share.percent
    if percent is None:
        return share.level or ("мало ответов" if share.whole else "нет данных")
    if share.level:
        return share.level
    if row.target is None:
        return "цель не задана"
    return "достигнут" if percent >= row.target else "не достигнут"
