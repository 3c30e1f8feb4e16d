"""The command `explain-pair`: why these two, why this mentee has no pair, how a mentor's places are taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mentoring_xl.schema.buttons import ALWAYS_READ, button

from .base import DONE, answer, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands

_ABOUT = (
    "Объясняет пару (наставляемый и наставник), или одного из них: с кем он и почему, или почему он без пары. "
    "В книгу ничего не пишет."
)
_WHO = "код или полное имя: наставляемый, наставник или оба; можно и код пары, Н-01/М-02"


def declare(commands: Commands) -> None:
    """Add the command."""
    asked = button("explain_pair")
    parser = command(commands, asked.command, f"{asked.label}: {asked.screentip.lower()}", _run)
    parser.description = _ABOUT
    book_argument(parser)
    parser.add_argument("who", metavar="КТО", nargs="+", help=_WHO)
    parser.add_argument("--json", action="store_true", help="вывести ответ в JSON")


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.explaining import explained
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        tables = read(book, (*button("explain_pair").reads, *ALWAYS_READ))
    told = explained(tables, now.date(), options.who)
    with answer():
        if options.json:
            print(json.dumps(told.data, ensure_ascii=False, indent=2))
        else:
            print(*told.lines, sep="\n")
    return DONE
