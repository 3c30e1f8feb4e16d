"""Every button: its action, command, ribbon control, what it reads and what it writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .tables import (
    Answer,
    Consent,
    Employee,
    Indicator,
    MatchRule,
    Meeting,
    Mentee,
    Mentor,
    Notice,
    Order,
    Pair,
    Preference,
    Programme,
    Question,
    Setting,
    StatusLine,
    Step,
    Training,
    Unpaired,
)

if TYPE_CHECKING:
    from mentoring_xl.core.table import Row


@dataclass(frozen=True)
class Button:
    """One button.

    name: the action function, the command (with «-»), the VBA Sub and the control id. icon: an imageMso name.
    reads: the tables handed to the action («Настройки» always are). writes: the tables it may change.
    finds: the first letters of the codes whose findings each press looks for anew; "" for one that only reports.
    """

    name: str
    label: str
    group: str
    screentip: str
    supertip: str
    keytip: str
    icon: str
    reads: tuple[type[Row], ...]
    writes: tuple[type[Row], ...]
    finds: str = ""
    large: bool = False

    @property
    def command(self) -> str:
        """The command of the terminal."""
        return self.name.replace("_", "-")


_PEOPLE = (Employee, Mentee, Mentor, Consent)
_PAIRING = (Mentee, Mentor, Consent, Employee, Preference, MatchRule, Pair, Unpaired)
_PAPERS = (Order, Pair, Mentee, Mentor, Consent, Employee)
_PROGRAMME = (
    Step, *_PEOPLE, Question, Answer, Preference, MatchRule, Pair, Unpaired, Programme, Meeting, Training, Order,
    Indicator, StatusLine,
)  # fmt: skip

BUTTONS: tuple[Button, ...] = (
    Button(
        "check_deadlines",
        "Проверить сроки",
        "План",
        "Читает сроки дорожной карты",
        "Переводит сроки в даты, отмечает просроченное и близкое, находит ошибки плана. Ваши ячейки не меняет.",
        "С",
        "AppointmentColor3",
        (Step, Employee),
        (Step,),
        finds="R",
        large=True,
    ),
    Button(
        "check_people",
        "Проверить людей",
        "Люди",
        "Проверяет банки, персонал и согласия",
        "Обязательные ячейки, повторы, согласия, возраст, коды. Подставляет даты согласий и фамилии по кодам.",
        "Л",
        "ContactPictureMenu",
        (*_PEOPLE, Preference, Answer, Question, Pair, Programme, Meeting),
        (Mentee, Mentor, Consent, Preference, Answer, Programme, Meeting),
        finds="P",
        large=True,
    ),
    Button(
        "recalculate_pairs",
        "Пересчитать пары",
        "Пары",
        "Подбирает лучший набор пар",
        "Закреплённые пары остаются, остальным ищется лучший набор с причинами. Кому пары нет – на листе «Без пары».",
        "П",
        "GroupMembers",
        _PAIRING,
        (Pair, Unpaired, Mentee, Mentor),
        finds="M",
        large=True,
    ),
    Button(
        "fill_orders",
        "Заполнить приказы",
        "Документы",
        "Готовит приказ о закреплении пар",
        "Заполняет реестр и лист приказа с приложением. Номера, которые вы поставили, не меняются.",
        "К",
        "FileDocumentInspect",
        _PAPERS,
        (Order, Pair, Mentee, Mentor),
        finds="D",
        large=True,
    ),
    Button(
        "check",
        "Проверить всё",
        "Проверка",
        "Все проверки сразу",
        "Сроки, люди, пары, приказы и настройки. Итог – на листе «Замечания».",
        "В",
        "ReviewAcceptChange",
        _PROGRAMME,
        (Step, Mentee, Mentor, Consent, Preference, Answer, Programme, Meeting),
        finds="RPMD",
    ),
    Button(
        "status",
        "Состояние программы",
        "Проверка",
        "Программа на одном экране",
        "Сколько сделано, просрочено, людей, пар и согласий; что сделать дальше. Обновляет первый лист и «Мониторинг».",
        "О",
        "ChartShowData",
        (*_PROGRAMME, Notice),
        (StatusLine, Indicator),
    ),
)


def button(name: str) -> Button:
    """Return the button of an action name or of a command; KeyError when there is none."""
    return {found.name: found for found in BUTTONS}[name.replace("-", "_")]


ALWAYS_READ: tuple[type[Row], ...] = (Setting,)
