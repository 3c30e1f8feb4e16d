"""The one door from Excel and LibreOffice: a control pressed on the open book, its progress, and one message box."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import share
from mentoring_xl.dialogs.told import SAVE, TITLE, told
from mentoring_xl.schema.buttons import CONTROLS, QUESTIONS, button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw

    from mentoring_xl.books.live import LiveBook
    from mentoring_xl.core.outcome import Progress

_AT_WORK = "Предыдущая кнопка ещё работает. Дождитесь её окончания и нажмите снова."
_NO_BOOK = "Ни одна книга не открыта. Откройте книгу программы наставничества и нажмите снова."
_NO_SUITE = "Excel не отвечает. Откройте книгу программы наставничества и нажмите кнопку снова."

_WITH_DIALOG = frozenset(control.name for control in CONTROLS if control.dialog)
_QUESTIONS = frozenset(question.name for question in QUESTIONS)

_working = threading.Lock()


@dataclass(frozen=True)
class Box:
    """What a message box says. mode: "info" or "critical", as xlwings names its icons."""

    text: str
    mode: str = "info"


def press(name: str) -> None:
    """Press a control from Excel: on the book that calls, else on the active one. Raises nothing but SystemExit."""
    import xlwings as xw

    book = _caller()
    app = book.app if book else xw.apps.active
    if app is None:
        sys.exit(_NO_SUITE)
    _press(app, name, lambda: book or _active(app))


def press_in(app: xw.App, name: str) -> None:
    """Press a control on the active book of an xlwings App. Raises nothing."""
    _press(app, name, lambda: _active(app))


def _press(app: xw.App, name: str, find: Callable[[], xw.Book]) -> None:
    if not _working.acquire(blocking=False):
        _show(app, Box(_AT_WORK, "critical"))
        return
    try:
        box = _pressed(app, name, find)
    finally:
        _working.release()
    _show(app, box)


def _pressed(app: xw.App, name: str, find: Callable[[], xw.Book]) -> Box:
    live: LiveBook | None = None
    try:
        if name == "diagnostics":
            return Box(_diagnosis(app, find))
        book = find()
        with _status_bar(app) as progress:
            live = _live(book)
            return Box(_asked(app, name, live, progress) if name in _WITH_DIALOG else _done(name, live, progress))
    except BookError as error:
        return Box(str(error), "critical")
    except Exception as error:
        return Box(f"Внутренняя ошибка программы. {_fate(live)} {_recorded(error)}", "critical")


def _live(book: xw.Book) -> LiveBook:
    from mentoring_xl.books.live import LiveBook

    return LiveBook(book)


def _fate(book: LiveBook | None) -> str:
    if book is not None and book.written:
        return "Изменения уже в книге: если они не нужны, закройте её без сохранения."
    return "Книга осталась прежней."


def _asked(app: xw.App, name: str, book: LiveBook, progress: Progress) -> str:
    """Press a control that has a dialog of its own, whose module is imported only now."""
    dialog = importlib.import_module(f"mentoring_xl.dialogs.{name}")
    said: str = dialog.run(app, book, _now(), progress)
    return said


def _done(name: str, book: LiveBook, progress: Progress) -> str:
    if name == "undo":
        from mentoring_xl.undo import undo

        undone = undo(book)
        return "\n".join((*undone.sentences, *([SAVE] if undone.saved else [])))
    if name in _QUESTIONS:
        from mentoring_xl.session import ask

        said = ask(button(name), book, _now(), progress=progress, given={"selection": book.selection})
        return "\n".join((button(name).label, "", *said))
    from mentoring_xl.session import press as pressed

    return told(pressed(button(name), book, _now(), progress=progress))


def _diagnosis(app: xw.App, find: Callable[[], xw.Book]) -> str:
    from mentoring_xl.addin.machine import Machine
    from mentoring_xl.addin.status import diagnosis

    return "\n".join(map(str, diagnosis(Machine.here(_profile(app)), _file(find))))


def _profile(app: xw.App) -> Path | None:
    """Return the profile of the LibreOffice that was clicked in, which need not be the usual one; None for Excel."""
    if app.engine.name != "libreoffice":
        return None
    from mentoring_xl.books import libreoffice

    return libreoffice.profile(app)


def _file(find: Callable[[], xw.Book]) -> Path | None:
    """Return the file of the book, None for a book that is not open, not saved yet, or in the cloud."""
    try:
        path = Path(find().fullname)
    except Exception:
        return None
    return path if path.is_file() else None


def _caller() -> xw.Book | None:
    """Return the book whose add-in calls; xlwings raises a bare Exception when nobody does."""
    import xlwings as xw

    try:
        return xw.Book.caller()
    except Exception:
        return None


def _active(app: xw.App) -> xw.Book:
    if not len(app.books):
        raise BookError(_NO_BOOK)
    return app.books.active


@contextlib.contextmanager
def _status_bar(app: xw.App) -> Iterator[Progress]:
    """Give a progress function that writes to the status bar, and give the bar back as it was."""
    before = app.status_bar
    shown = before

    def report(what: str, done: int, whole: int) -> None:
        nonlocal shown
        text = share(what, done, whole)
        if text != shown:
            shown = text
            _say(app, text)

    try:
        yield report
    finally:
        _say(app, before or False)


def _say(app: xw.App, text: str | bool) -> None:
    """Write to the status bar; one that refuses does not stop a press."""
    try:
        app.status_bar = text
    except Exception as error:
        _recorded(error)


def _show(app: xw.App, box: Box) -> None:
    try:
        app.alert(box.text, title=TITLE, buttons="ok", mode=box.mode)
    except Exception as error:
        _recorded(error)


def _recorded(error: Exception) -> str:
    from mentoring_xl.log import record

    try:
        return f"Пришлите разработчикам файл {record(error)}."
    except OSError:
        return "Повторите; если не поможет, напишите разработчикам."


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(tzinfo=None)
