"""The worksheet functions: their names in Excel and Calc, their arguments, what the function wizard says of them."""

from __future__ import annotations

from dataclasses import dataclass

CATEGORY = "Наставничество"


@dataclass(frozen=True)
class Argument:
    """One argument. name: in Python and VBA. label: in Calc's wizard. optional: may be left out."""

    name: str
    label: str
    text: str
    optional: bool = False


@dataclass(frozen=True)
class Function:
    """One function of a worksheet.

    name: the function of `mentoring_xl.worksheet` (and of `udfs`). excel: its name in Excel and in .xlsx files, ASCII.
    calc: its Russian name in Calc. example: how it stands in a cell of «Дорожная карта», by its Calc name.
    dated: the value is a day, to be shown as dd.mm.yyyy.
    """

    name: str
    excel: str
    calc: str
    text: str
    arguments: tuple[Argument, ...]
    example: str
    dated: bool = False


_PHRASE = Argument("phrase", "срок", "Срок словами, датой или годом: «до 20 апреля», «март 2026», «в течение года».")
_TODAY = Argument("today", "сегодня", "День, от которого считать: СЕГОДНЯ().")
_PLAN = Argument(
    "plan",
    "год плана",
    "Год плана: 2026 или «2026/2027». Нужен срокам, в которых год не написан. Столбцы A:D листа «Настройки» дают и"
    " последний день учебного года, четверти, каникулы.",
    True,
)

FUNCTIONS: tuple[Function, ...] = (
    Function(
        "deadline_start",
        "DEADLINE_START",
        "СРОК_НАЧАЛО",
        "Первый день срока, написанного словами. Пусто, если у срока нет начала.",
        (_PHRASE, _PLAN),
        "=СРОК_НАЧАЛО(D11; 2026)",
        dated=True,
    ),
    Function(
        "deadline_end",
        "DEADLINE_END",
        "СРОК_ОКОНЧАНИЕ",
        "Последний день срока, написанного словами. Пусто, если у срока нет конца.",
        (_PHRASE, _PLAN),
        "=СРОК_ОКОНЧАНИЕ(D11; 2026)",
        dated=True,
    ),
    Function(
        "deadline_days_left",
        "DEADLINE_DAYS_LEFT",
        "СРОК_ОСТАЛОСЬ",
        "Сколько календарных дней до конца срока; с минусом – просрочено. Пусто, если у срока нет конца.",
        (_PHRASE, _TODAY, _PLAN),
        "=СРОК_ОСТАЛОСЬ(D11; СЕГОДНЯ(); 2026)",
    ),
)
