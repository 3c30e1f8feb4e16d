"""«Загрузить ответы»: which file, and which questionnaire it is where its questions do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books.live.asking import ask_text
from mentoring_xl.books.live.choosing import choose_file
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Question, SurveyColumn
from mentoring_xl.session import press, read
from mentoring_xl.surveys.importing.files import read_file
from mentoring_xl.surveys.importing.reading import FORMATS
from mentoring_xl.surveys.importing.understanding import Unclear, understood

from .told import TITLE, told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import xlwings as xw

    from mentoring_xl.books.live import LiveBook
    from mentoring_xl.core.outcome import Progress

_ANSWERS = "Ответы: Яндекс Формы, Google Формы, таблица"
_NOT_CHOSEN = "Ничего не загружено: книга осталась прежней."
_WHICH = "Вопросы файла подходят к разным опросам. Какой это опрос?"
_WHOSE = "По вопросам не видно, чьи это анкеты. Кто отвечал?"


def run(app: xw.App, book: LiveBook, now: dt.datetime, progress: Progress) -> str:
    """Ask, load, and return what the message box says. Raises BookError."""
    pressed = button("import_answers")
    path = choose_file(app, pressed.label, _ANSWERS, FORMATS)
    if path is None:
        return _NOT_CHOSEN
    sheet = read_file(path)
    tables = read(book, (Question, SurveyColumn))
    stage, role = "", ""
    while isinstance(plan := understood(tables[Question], tables[SurveyColumn], sheet, stage, role), Unclear):
        if len(plan.stages) > 1:
            stage = chosen = _choice(app, _WHICH, plan.stages)
        else:
            role = chosen = _choice(app, _WHOSE, plan.roles)
        if not chosen:
            return _NOT_CHOSEN
    return told(press(pressed, book, now, progress=progress, given={"plan": plan}))


def _choice(app: xw.App, question: str, words: Sequence[str]) -> str:
    """Ask for one of several words, "" when the person chooses none: two by buttons, more by their numbers."""
    if len(words) == 2:
        yes, no = words
        said = f"{question}\n\nДа – {yes}, Нет – {no}, Отмена – не загружать."
        answer = app.alert(said, title=TITLE, buttons="yes_no_cancel", mode="info")
        return {"yes": yes, "no": no}.get(str(answer), "")
    numbered = ", ".join(f"{number} – {word}" for number, word in enumerate(words, 1))
    number = (ask_text(app, TITLE, f"{question} Впишите номер: {numbered}.") or "").strip()
    return dict(zip(map(str, range(1, len(words) + 1)), words, strict=True)).get(number, "")
