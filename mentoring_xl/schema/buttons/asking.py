"""The controls that ask a person first, answer a question, or serve the book itself."""

from __future__ import annotations

from mentoring_xl.schema.tables import (
    Answer,
    Employee,
    Mentee,
    Mentor,
    Preference,
    Question,
    Respondent,
    Step,
    SurveyColumn,
)

from .model import Button, Control
from .reading import FILLED_BY_PEOPLE, PAIRING

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
        dialog=True,
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
        dialog=True,
    ),
    Button(
        "accept_reply",
        "Принять ответ",
        "Директор",
        "Переносит правки из вернувшегося файла",
        "Сравнивает файл с отправленной копией: правки директора – в книгу, ваши остаются, спорное – в «Расхождения».",
        "Н",
        "ReplyAll",
        FILLED_BY_PEOPLE,
        FILLED_BY_PEOPLE,
        finds="X",
        dialog=True,
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
        PAIRING,
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
        dialog=True,
        typed="send",
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
