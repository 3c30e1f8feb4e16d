"""The charts of «Мониторинг»: what each shows, and which rows of «Данные диаграмм» it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .choices import PAIR_STATES


class Shape(Enum):
    """Which way the bars of a chart go."""

    ACROSS = "across"
    UPRIGHT = "upright"


@dataclass(frozen=True)
class Chart:
    """One chart. Its points always are the same, so that the cells it refers to never move.

    labels: of the points, from the top of the sheet; there the numbers they are counted from stand behind them. series:
    what the columns «Значение» and, when there are two, «Второе значение» mean. unit: written after each number, which
    has so many decimal digits. highest: of the axis, None for as much as is needed. about: what one who does not see
    the chart is told.
    """

    name: str
    title: str
    shape: Shape
    labels: tuple[str, ...]
    series: tuple[str, ...]
    about: str
    unit: str = ""
    digits: int = 0
    highest: float | None = None


COVERAGE = Chart(
    "coverage",
    "Охват участников и пар, %",
    Shape.ACROSS,
    ("Есть согласие", "Есть наставник", "Наставник обучен", "Пара уже встретилась", "Встречи без перерыва"),
    ("Доля",),
    "Столбцы: сколько процентов участников и пар охвачено.",
    unit="%",
    highest=100,
)
CHANGE = Chart(
    "change",
    "Средняя оценка до и после программы, из 10",
    Shape.UPRIGHT,
    ("Наставляемые", "Наставники"),
    ("До", "После"),
    "Пары столбцов: средняя оценка до и после программы, от 1 до 10.",
    digits=1,
    highest=10,
)
TARGETS = Chart(
    "targets",
    "Показатели и их цели, %",
    Shape.ACROSS,
    (
        "Молодые специалисты",
        "Дети 10–19 лет",
        "Дети 15–19 лет – наставники",
        "Предприятия",
        "Довольны наставляемые",
        "Довольны наставники",
    ),
    ("Сейчас", "Цель"),
    "Пары столбцов: значение показателя и его цель, в процентах.",
    unit="%",
    highest=100,
)
STATES = Chart(
    "states",
    "Пары по состояниям, сколько пар",
    Shape.ACROSS,
    tuple(f"{state[0].upper()}{state[1:]}" for state in PAIR_STATES.values),
    ("Пар",),
    "Столбцы: сколько пар в каждом состоянии.",
)
PLAN = Chart(
    "plan",
    "Дорожная карта: сколько строк в каком состоянии",
    Shape.UPRIGHT,
    ("Выполнено", "Просрочено", "Скоро", "Идёт", "Предстоит", "Без даты"),
    ("Строк",),
    "Столбцы: сколько строк плана выполнено, просрочено и предстоит.",
)
CHARTS: tuple[Chart, ...] = (COVERAGE, TARGETS, CHANGE, STATES, PLAN)


def rows_before(chart: Chart) -> int:
    """Return how many rows of «Данные диаграмм» stand before those of a chart."""
    return sum(len(other.labels) for other in CHARTS[: CHARTS.index(chart)])
