"""The commands of the buttons, which come from their declaration: what a button does, done to a closed book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.buttons import BUTTONS

from .base import DONE, FOUND, answer, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.schema.buttons import Button

    from .base import Commands


_SWITCHES = {"recalculate_pairs": (("stable", "устойчивые пары: никто не предпочёл бы друг друга"),)}
"""By button: what the command can be told besides, as the action calls it."""


def declare(commands: Commands) -> None:
    """Add one command per button."""
    for button in BUTTONS:
        press = command(commands, button.command, f"{button.label}: {button.screentip.lower()}", _run)
        press.description = button.supertip
        press.set_defaults(button=button)
        book_argument(press)
        for name, said in _SWITCHES.get(button.name, ()):
            press.add_argument(f"--{name}", action="store_true", help=said)
        press.add_argument("--dry-run", action="store_true", help="показать, что изменится, и ничего не записать")
        press.add_argument("--copy", action="store_true", help="работать с копией рядом, если книга открыта")
        press.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl import session, terminal
    from mentoring_xl.books.closed import ClosedBook

    button: Button = options.button
    given = {name: True for name, _ in _SWITCHES.get(button.name, ()) if getattr(options, name)}
    opened = ClosedBook.open_copy(options.book, now) if options.copy else ClosedBook.open(options.book)
    with terminal.progress(quietly=options.json) as progress, opened as book:
        report = session.press(button, book, now, progress=progress, dry_run=options.dry_run, given=given)
    with answer():
        terminal.show(report, as_json=options.json, dry_run=options.dry_run)
        if options.copy and not options.json:
            print(f"Книга осталась прежней, всё сделано в копии «{book.name}» рядом с ней.")
    return FOUND if report.findings else DONE
