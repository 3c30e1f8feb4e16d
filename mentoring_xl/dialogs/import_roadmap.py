"""«Загрузить дорожную карту»: which file, and what becomes of the plan in the book when there is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.actions.importing import ADD, REPLACE, needs_choice
from mentoring_xl.books.live.choosing import choose_file
from mentoring_xl.roadmap.importing.files import read_file
from mentoring_xl.roadmap.importing.reading import FORMATS
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Step
from mentoring_xl.session import press, read

from .told import TITLE, told

if TYPE_CHECKING:
    import datetime as dt

    import xlwings as xw

    from mentoring_xl.books.live import LiveBook
    from mentoring_xl.core.outcome import Progress

_PLANS = "План: Word, Excel, CSV, PDF, текст"
_NOT_CHOSEN = "Ничего не загружено: книга осталась прежней."
_REPLACE = (
    "В книге уже есть план. Заменить его?\n\nДа – заменить, Нет – добавить новый в конец, Отмена – оставить как есть."
    "\nКнопка «Отменить последнее» вернёт прежний план."
)


def run(app: xw.App, book: LiveBook, now: dt.datetime, progress: Progress) -> str:
    """Ask, load, and return what the message box says. Raises BookError."""
    pressed = button("import_roadmap")
    path = choose_file(app, pressed.label, _PLANS, FORMATS)
    if path is None:
        return _NOT_CHOSEN
    plan = read_file(path)
    mode = ""
    if needs_choice(read(book, (Step,))[Step], plan):
        answer = app.alert(_REPLACE, title=TITLE, buttons="yes_no_cancel", mode="info")
        mode = {"yes": REPLACE, "no": ADD}.get(str(answer), "")
        if not mode:
            return _NOT_CHOSEN
    return told(press(pressed, book, now, progress=progress, given={"plan": plan, "mode": mode}))
