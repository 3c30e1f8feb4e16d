"""The command `what-if`: what other locks, bans, weights or places would change; nothing is written."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from .base import DONE, FOUND, answer, book_argument, command

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.actions.what_if import WhatIf

    from .base import Commands

_HELP = "что изменится в парах, если закрепить, запретить, поменять вес или число мест; в книгу ничего не пишет"
_ABOUT = (
    f"{_HELP[0].upper()}{_HELP[1:]}. Параметры можно повторять и сочетать. "
    "Люди – кодом или полным именем, правила – кодом или названием из «Настроек подбора»."
)
_OPTIONS = (
    ("--lock", "locks", "Н-01=М-02", "закрепить эту пару"),
    ("--forbid", "forbids", "Н-03=М-01", "запретить эту пару"),
    ("--weight", "weights", "request=Высокий", "дать правилу другой вес: слово или число; запрету – да или нет"),
    ("--place", "places", "М-04=+1", "добавить наставнику место (+1), убрать (-1) или задать, сколько их (3)"),
)


def declare(commands: Commands) -> None:
    """Add the command."""
    parser = command(commands, "what-if", _HELP, _run)
    parser.description = _ABOUT
    book_argument(parser)
    for option, where, example, said in _OPTIONS:
        two = partial(_two, example)
        parser.add_argument(option, dest=where, metavar=example, type=two, action="append", default=[], help=said)
    parser.add_argument("--stable", action="store_true", help="подобрать устойчивые пары: никто не предпочёл бы другую")
    parser.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _two(example: str, text: str) -> tuple[str, str]:
    left, equals, right = text.partition("=")
    if not (equals and left.strip() and right.strip()):
        raise argparse.ArgumentTypeError(f"«{text}» не подходит: напишите две части через «=», например {example}")
    return left.strip(), right.strip()


def _run(options: argparse.Namespace, now: dt.datetime) -> int:
    from mentoring_xl.actions.supposing import Supposed
    from mentoring_xl.actions.what_if import what_if
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.buttons import ALWAYS_READ, button
    from mentoring_xl.session import read

    what = Supposed(
        locks=tuple(options.locks),
        forbids=tuple(options.forbids),
        weights=tuple(options.weights),
        places=tuple(options.places),
        stable=options.stable,
    )
    with ClosedBook.open(options.book) as book:
        found = what_if(read(book, (*button("recalculate_pairs").reads, *ALWAYS_READ)), now.date(), what)
    with answer():
        if options.json:
            print(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
        else:
            print(*found.lines, "Книга не изменена.", sep="\n")
    return FOUND if found.findings else DONE


def _as_data(found: WhatIf) -> dict[str, object]:
    return {
        "supposed": list(found.supposed),
        "moves": [asdict(move) for move in found.moves],
        "before": asdict(found.before),
        "after": asdict(found.after),
        "after_by_old_weights": found.after_as_before and asdict(found.after_as_before),
        "proved": found.is_proved,
        "price_of_stability": found.price_of_stability and asdict(found.price_of_stability),
        "findings": [
            {"code": finding.code.code, "message": finding.message, "fix": finding.fix} for finding in found.findings
        ],
    }
