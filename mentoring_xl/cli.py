"""The command line: one command per button and a few more; exit 0 – done, 1 – there are findings, 2 – could not."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl.arguments import RussianParser
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mentoring_xl.schema.buttons import Button

DONE, FOUND, COULD_NOT = 0, 1, 2
_ROADMAPS = "готовая дорожная карта: гимназии № 6, Бемыжской школы или никакой (так, если не указать)"
_ADDIN = "кнопки в Excel и LibreOffice: поставить, убрать, проверить"
_FOLDER = "куда записать пример; если не указать – mentoring-demo"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a person never sees a traceback."""
    _open_streams()
    options = parser().parse_args(arguments)
    before = _state(options)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        code = command(options)
        with _answer():
            sys.stdout.flush()
        return code
    except BookError as error:
        return _tell(str(error))
    except KeyboardInterrupt:
        return _tell(f"Остановлено. {_fate(options, before)}")
    except BrokenPipeError:
        _forget_answer()
        return COULD_NOT
    except Exception as error:
        from mentoring_xl.log import record

        fate = _fate(options, before)
        return _tell(f"Внутренняя ошибка программы. {fate} Пришлите разработчикам файл {record(error)}.")


def _open_streams() -> None:
    """Let every command print: a program started without a terminal has no streams at all."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _state(options: argparse.Namespace) -> tuple[int, int] | None:
    """Return what changes when the book is replaced, None when there is no book."""
    try:
        status = options.book.stat()
    except (AttributeError, OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns


def _fate(options: argparse.Namespace, before: tuple[int, int] | None) -> str:
    if before is None:
        return ""
    return "Книга осталась прежней." if _state(options) == before else "Книга уже записана."


@contextlib.contextmanager
def _answer() -> Iterator[None]:
    """Print what a command has done; BookError when there is no room for it where it is printed to."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_answer()
        raise BookError(
            "Команда выполнена, но вывести её ответ не удалось. Освободите место там, куда он выводится; "
            "что найдено – на листе «Замечания»."
        ) from error


def _forget_answer() -> None:
    """Python would complain once more when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return COULD_NOT


def _press(options: argparse.Namespace) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.books.closed import ClosedBook

    button: Button = options.button
    opened = ClosedBook.open_copy(options.book, _now()) if options.copy else ClosedBook.open(options.book)
    with terminal.progress(quietly=options.json) as progress, opened as book:
        report = session.press(button, book, _now(), progress=progress, dry_run=options.dry_run)
    with _answer():
        terminal.show(report, as_json=options.json, dry_run=options.dry_run)
        if options.copy and not options.json:
            print(f"Книга осталась прежней, всё сделано в копии «{book.name}» рядом с ней.")
    return FOUND if report.findings else DONE


def _undo(options: argparse.Namespace) -> int:
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.books.saving import BusyError
    from mentoring_xl.undo import undo

    try:
        with ClosedBook.open(options.book) as book:
            undone = undo(book, dry_run=options.dry_run)
    except BusyError as error:
        raise BookError(
            f"Книга «{options.book.name}» открыта ({error.who}). Закройте её и повторите. "
            "Или нажмите «Отменить последнее» в ней самой."
        ) from error
    with _answer():
        print(*undone.sentences, sep="\n")
    return DONE


def _new(options: argparse.Namespace) -> int:
    from mentoring_xl.actions.create import new_book
    from mentoring_xl.books.new import create

    path = create(
        options.file, new_book(_now(), roadmap_name=options.roadmap, period=options.year, school=options.school)
    )
    print(f"Создана книга {path}. Откройте её и начните с листа «Как пользоваться».")
    return DONE


def _survey_results(options: argparse.Namespace) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.actions.results import survey_results
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        terminal.show_results(survey_results(read(book, (Question, Answer, Mentee, Mentor))))
    return DONE


def _director_copy(options: argparse.Namespace) -> int:
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.mailing import director_copy

    with ClosedBook.open(options.book) as book:
        parcel = director_copy(book, options.book.parent, _now())
    print(f"Копия для директора: {parcel.copy}")
    print(f"Черновик письма: {parcel.letter} – откройте его в почтовой программе, проверьте и отправьте сами.")
    print(f"Кому: {parcel.to or 'адрес не указан, впишите его в письмо или в «Настройки»'}.")
    print(f"В копии пусты столбцы: {'; '.join(parcel.left_out)}; листы «Анкеты» и «Журнал».")
    return DONE


def _demo(options: argparse.Namespace) -> int:
    from mentoring_xl.demonstration import run

    return run(options.folder, _now())


def _addin(options: argparse.Namespace) -> int:
    from mentoring_xl.addin.command import run

    told = run(options)
    print(*told.sentences, sep="\n")
    return DONE if told.fine else FOUND


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(tzinfo=None)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; those of buttons come from their declaration."""
    whole = RussianParser(
        prog="mentoring-xl",
        description="Программа наставничества школы в книге Excel: сроки, пары, приказы.",
        epilog="Код выхода: 0 – готово, 1 – есть замечания, 2 – не получилось.",
        add_help=False,
    )
    whole.add_argument("-h", "--help", action="help", help="эта справка")
    commands = whole.add_subparsers(title="команды", metavar="КОМАНДА", required=True, parser_class=RussianParser)
    new = _command(commands, "new", "создать новую книгу", _new)
    new.add_argument("file", metavar="ФАЙЛ", type=Path, help="куда записать, например школа.xlsx")
    new.add_argument("--roadmap", choices=("gymnasium6", "bemyzh", "none"), default="none", help=_ROADMAPS)
    new.add_argument("--year", metavar="ГОД", default="", help="год плана: 2026 или 2026/2027")
    new.add_argument("--school", metavar="ШКОЛА", default="", help="название школы")
    demo = _command(commands, "demo", "показать всё на придуманной школе", _demo)
    demo.add_argument("folder", metavar="ПАПКА", type=Path, nargs="?", default=Path("mentoring-demo"), help=_FOLDER)
    copy = _command(commands, "director-copy", "копия книги без личных данных и письмо директору", _director_copy)
    copy.add_argument("book", metavar="КНИГА", type=Path, help="книга .xlsx")
    undo = _command(commands, "undo", "отменить последнее, что записали кнопки или команды", _undo)
    undo.add_argument("book", metavar="КНИГА", type=Path, help="книга .xlsx")
    undo.add_argument("--dry-run", action="store_true", help="показать, что вернётся, и ничего не записать")
    results = _command(commands, "survey-results", "итоги анкет по вопросам", _survey_results)
    results.add_argument("book", metavar="КНИГА", type=Path, help="книга .xlsx")
    _addin_commands(commands.add_parser("addin", help=_ADDIN, description=_ADDIN, add_help=False))
    for button in BUTTONS:
        press = _command(commands, button.command, f"{button.label}: {button.screentip.lower()}", _press)
        press.description = button.supertip
        press.set_defaults(button=button)
        press.add_argument("book", metavar="КНИГА", type=Path, help="книга .xlsx")
        press.add_argument("--dry-run", action="store_true", help="показать, что изменится, и ничего не записать")
        press.add_argument("--copy", action="store_true", help="работать с копией рядом, если книга открыта")
        press.add_argument("--json", action="store_true", help="вывести результат в JSON")
    return whole


def _addin_commands(addin: RussianParser) -> None:
    addin.add_argument("-h", "--help", action="help", help="эта справка")
    verbs = addin.add_subparsers(
        title="что сделать", metavar="ДЕЙСТВИЕ", required=True, parser_class=RussianParser, dest="verb"
    )
    for verb, help_text in (("install", "поставить кнопки"), ("remove", "убрать кнопки")):
        suites = _command(verbs, verb, f"{help_text}; без параметров – во всех программах, что есть", _addin)
        suites.add_argument("--excel", action="store_true", help="в Excel")
        suites.add_argument("--libreoffice", action="store_true", help="в LibreOffice")
    status = _command(verbs, "status", "диагностика: версии, надстройки, помехи", _addin)
    status.add_argument("book", metavar="КНИГА", type=Path, nargs="?", help="книга .xlsx: кем она занята")
    for found in verbs.choices.values():
        found.add_argument("--profile", metavar="ПАПКА", type=Path, help="профиль LibreOffice, если он не обычный")


def _command(
    commands: argparse._SubParsersAction[RussianParser],
    name: str,
    help_text: str,
    run: Callable[[argparse.Namespace], int],
) -> RussianParser:
    parser = commands.add_parser(name, help=help_text, description=help_text, add_help=False)
    parser.add_argument("-h", "--help", action="help", help="эта справка")
    parser.set_defaults(command=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
