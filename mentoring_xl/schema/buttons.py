"""Every control of the add-ins: its command, how it looks, and what a button reads and writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring_xl.core.table import PROGRAM

from .tables import (
    TABLES,
    Answer,
    CaseForms,
    ChartFigure,
    Consent,
    Employee,
    Indicator,
    Influence,
    MatchRule,
    Meeting,
    Mentee,
    Mentor,
    Notice,
    Order,
    OrderLine,
    Pair,
    PaperText,
    Preference,
    Programme,
    Publication,
    Question,
    Respondent,
    Setting,
    StatusLine,
    Step,
    SurveyColumn,
    SurveyResult,
    SwotLine,
    Training,
    Unpaired,
)

if TYPE_CHECKING:
    from mentoring_xl.core.table import Row


@dataclass(frozen=True)
class Control:
    """What ribbon, toolbar and menu show.

    name: the command (with «-»), the VBA Sub and the control id. group: shown around it. icon: an imageMso name.
    keytip: the key after Alt. large: a large button of the ribbon.
    """

    name: str
    label: str
    group: str
    screentip: str
    supertip: str
    keytip: str
    icon: str
    large: bool = field(default=False, kw_only=True)

    @property
    def command(self) -> str:
        """The command of the terminal."""
        return self.name.replace("_", "-")


@dataclass(frozen=True)
class Button(Control):
    """A control with an action of the same name.

    reads: the tables handed to the action («Настройки» always are). writes: the tables it may change.
    finds: the first letters of the codes whose findings each press looks for anew; "" for one that only reports.
    """

    reads: tuple[type[Row], ...]
    writes: tuple[type[Row], ...]
    finds: str = ""


_PEOPLE = (Employee, Mentee, Mentor, Consent)
_PAIRING = (Mentee, Mentor, Consent, Employee, Preference, MatchRule, Pair, Unpaired)
_PAPERS = (Order, OrderLine, PaperText, CaseForms, Step, Pair, Mentee, Mentor, Consent, Employee)
_PROGRAMME = (
    Step, *_PEOPLE, Question, Answer, Preference, MatchRule, Pair, Unpaired, Programme, Meeting, Training, Order,
    OrderLine, Indicator, StatusLine, Publication, PaperText, CaseForms,
)  # fmt: skip

_FILLED_BY_PEOPLE = tuple(
    table for table in TABLES if any(column.filled_by is not PROGRAM for column in table.spec.columns)
)

BUTTONS: tuple[Button, ...] = (
    Button(
        "check_deadlines",
        "Проверить сроки",
        "План",
        "Читает сроки дорожной карты",
        "Переводит сроки в даты, отмечает просроченное и близкое, находит ошибки плана. Ваши ячейки не меняет.",
        "С",
        "ViewAppointmentInCalendar",
        (Step, Employee),
        (Step,),
        finds="R",
        large=True,
    ),
    Button(
        "plan_calendar",
        "Календарь плана",
        "План",
        "План на шкале времени и сводка",
        "Рисует листы «Календарь» (строки плана по неделям, цвет и знак по состоянию) и «Сводка». Оба готовы к печати.",
        "А",
        "Schedule",
        (Step,),
        (),
    ),
    Button(
        "check_people",
        "Проверить людей",
        "Люди",
        "Проверяет банки, персонал и согласия",
        "Обязательные ячейки, повторы, согласия, возраст, коды. Подставляет даты согласий и фамилии по кодам.",
        "Л",
        "CheckNames",
        (*_PEOPLE, Preference, Answer, Question, Pair, Programme, Meeting, Publication),
        (Mentee, Mentor, Consent, Preference, Answer, Programme, Meeting),
        finds="P",
        large=True,
    ),
    Button(
        "survey_results",
        "Итоги анкет",
        "Опросы",
        "Считает, что ответили участники",
        "Заполняет «Итоги анкет», «Влияние» (до и после) и «SWOT». Меньше трёх ответов не показывает.",
        "И",
        "Calculator",
        (Question, Answer, Mentee, Mentor, Employee, Pair, SurveyResult, Influence, SwotLine),
        (SurveyResult, Influence, SwotLine),
    ),
    Button(
        "recalculate_pairs",
        "Пересчитать пары",
        "Пары",
        "Подбирает лучший набор пар",
        "Закреплённые пары остаются, остальным ищется лучший набор с причинами. Кому пары нет – на листе «Без пары».",
        "П",
        "InviteAttendees",
        _PAIRING,
        (Pair, Unpaired, Mentee, Mentor),
        finds="M",
        large=True,
    ),
    Button(
        "pairs_map",
        "Карта подбора",
        "Пары",
        "Баллы всех со всеми и итоги подбора",
        "Рисует листы «Карта подбора» (все со всеми, пары отмечены) и «Итоги подбора». Оба готовы к печати.",
        "М",
        "TableAutoFormat",
        _PAIRING,
        (),
    ),
    Button(
        "fill_orders",
        "Заполнить приказы",
        "Документы",
        "Готовит приказы программы",
        "Заполняет листы приказов из реестра; приказ о новых парах предлагает сам. Ваши номера и даты не меняются.",
        "К",
        "MailMergeMergeToDocument",
        _PAPERS,
        (Order, OrderLine, CaseForms, Pair, Mentee, Mentor),
        finds="D",
        large=True,
    ),
    Button(
        "create_programmes",
        "Создать программы",
        "Документы",
        "Составляет программы пар и планирует встречи",
        "Действующим парам и группам – цели, задачи, даты и пять видов встреч по рабочим дням. Написанное не меняет.",
        "Р",
        "NewTask",
        (Step, Mentee, Mentor, Consent, Pair, PaperText, Programme, Meeting),
        (Programme, Meeting),
        finds="W",
    ),
    Button(
        "settle_conflicts",
        "Решить расхождения",
        "Директор",
        "Ставит в книгу выбранные значения",
        "На листе «Расхождения» выберите «наше» или «из файла»: кнопка запишет выбор в таблицы. Прочее не трогает.",
        "Ш",
        "ReviewAcceptChange",
        _FILLED_BY_PEOPLE,
        _FILLED_BY_PEOPLE,
        finds="X",
    ),
    Button(
        "check",
        "Проверить всё",
        "Проверка",
        "Все проверки сразу",
        "Сроки, люди, пары, встречи, приказы, настройки. Итог – на листе «Замечания».",
        "В",
        "TagMarkComplete",
        _PROGRAMME,
        (Step, Mentee, Mentor, Consent, Preference, Answer, Programme, Meeting),
        finds="RPMDWI",
    ),
    Button(
        "status",
        "Состояние программы",
        "Проверка",
        "Программа на одном экране",
        "Сколько сделано, просрочено, людей, пар и согласий; что сделать дальше. Обновляет первый лист и «Мониторинг».",
        "О",
        "Chart3DColumnChart",
        (*_PROGRAMME, Notice, ChartFigure),
        (StatusLine, Indicator, ChartFigure),
    ),
)

LOADERS: tuple[Button, ...] = (
    Button(
        "import_roadmap",
        "Загрузить дорожную карту",
        "План",
        "Переносит ваш план из файла",
        "Читает .docx, .xlsx, .csv, .pdf с текстом или .txt: столбцы, разделы, пункты. План в книге не теряется.",
        "З",
        "FileOpen",
        (Step,),
        (Step,),
    ),
    Button(
        "import_answers",
        "Загрузить ответы",
        "Опросы",
        "Переносит ответы из Яндекс Форм, Google Форм или таблицы",
        "Узнаёт вопросы и участников, повторы не удваивает. Сомнительное – на листах «Столбцы анкет» и «Кто ответил».",
        "Т",
        "FormPublish",
        (Question, Answer, SurveyColumn, Respondent, Preference, Mentee, Mentor, Employee),
        (Answer, SurveyColumn, Respondent, Preference),
    ),
    Button(
        "accept_reply",
        "Принять ответ",
        "Директор",
        "Переносит правки из вернувшегося файла",
        "Сравнивает файл с отправленной копией: правки директора – в книгу, ваши остаются, спорное – в «Расхождения».",
        "Н",
        "ReplyAll",
        _FILLED_BY_PEOPLE,
        _FILLED_BY_PEOPLE,
        finds="X",
    ),
)
"""Buttons that ask for a file first."""

QUESTIONS: tuple[Button, ...] = (
    Button(
        "explain_pair",
        "Почему эта пара",
        "Пары",
        "Объясняет выбранную строку",
        "Выберите строку листа «Пары», «Без пары» или банка, или клетку «Карты подбора». В книгу ничего не пишет.",
        "Ч",
        "TipWizardHelp",
        _PAIRING,
        (),
    ),
)
"""Buttons that answer about what is selected and write nothing."""

SERVICES: tuple[Control, ...] = (
    Control(
        "send_to_director",
        "Отправить директору",
        "Директор",
        "Копия книги без личного и письмо с ней",
        "Собирает копию без контактов и ответов, с листом «Что изменилось», и письмо. Уходит, когда вы подтвердите.",
        "Д",
        "SendStatusReport",
    ),
    Control(
        "undo",
        "Отменить последнее",
        "Книга",
        "Возвращает книгу к виду до последней кнопки",
        "Отменяет то, что записала последняя кнопка, и после закрытия книги тоже. Ваши более поздние правки остаются.",
        "Б",
        "Undo",
    ),
    Control(
        "diagnostics",
        "Диагностика",
        "Книга",
        "Что установлено и всё ли на месте",
        "Версии программы и Python, где лежат надстройки, не заблокированы ли макросы и кем занята книга.",
        "Г",
        "ControlToolboxOutlook",
    ),
)
"""What a person presses that is not an action on the tables."""

_GROUPS = tuple(dict.fromkeys(pressed.group for pressed in (*BUTTONS, *SERVICES)))
CONTROLS: tuple[Control, ...] = tuple(
    sorted((*SERVICES, *LOADERS, *BUTTONS, *QUESTIONS), key=lambda pressed: _GROUPS.index(pressed.group))
)
"""All in the order in which they are shown: the groups of the buttons, what loads first, then the services."""


def button(name: str) -> Button:
    """Return the button of an action name or of a command; KeyError when there is none."""
    return {found.name: found for found in (*BUTTONS, *LOADERS, *QUESTIONS)}[name.replace("-", "_")]


ALWAYS_READ: tuple[type[Row], ...] = (Setting,)
