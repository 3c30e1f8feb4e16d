"""The command `deadline`: one phrase read aloud, without a book – what was understood, which dates, what is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import date_text
from mentoring_xl.schema.findings.plan import R201, R202, R203, R206, R211, R213

from .base import DONE, FOUND, answer, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from mentoring_xl.deadlines import Deadline, Plan, Problem
    from mentoring_xl.deadlines.model import Bounds

    from .base import Commands

_KINDS = {
    "date": "один день",
    "month": "месяц",
    "interval": "промежуток",
    "until": "последний день срока",
    "recurring": "повторяется",
    "relative": "зависит от события, четверти или каникул",
    "reference": "назначен другим документом",
    "unknown": "не понято",
    "empty": "пусто",
}
_FIXES = {
    "reversed": R201.fix,
    "no_such_day": R203.fix,
    "weekday_contradicts": R206.fix,
    "two_readings": R211.fix,
    "misprint": R213.fix,
    "no_year": "Допишите год или укажите план: --plan 2026/2027.",
}
_MOST_MEMBERS = 20


def declare(commands: Commands) -> None:
    """Add the command."""
    deadline = command(commands, "deadline", "прочитать срок: «до 20 апреля», «1 раз в четверть»", _run)
    deadline.add_argument("text", metavar="ТЕКСТ", help="срок в кавычках, как в плане")
    deadline.add_argument("--plan", metavar="ГОД", default="", help="год плана: 2026 или 2026/2027")
    deadline.add_argument("--json", action="store_true", help="вывести результат в JSON")


def _run(options: argparse.Namespace, _now: dt.datetime) -> int:
    from mentoring_xl.deadlines import UNKNOWN, parse

    plan = _plan(options.plan)
    read = parse(options.text, plan)
    with answer():
        print(as_json(options.text, read, plan) if options.json else "\n".join(sentences(options.text, read)))
    return FOUND if read.problems or read.kind == UNKNOWN else DONE


def _plan(words: str) -> Plan | None:
    from mentoring_xl.deadlines import plan_of

    plan = plan_of(words) if words else None
    if words and plan is None:
        raise BookError(f"«{words}» не год плана. Укажите календарный (2026) или учебный год (2026/2027).")
    return plan


def sentences(text: str, read: Deadline) -> list[str]:
    """Tell in Russian what was read from `text`: kind, dates, rule, parts, then each problem under its place."""
    kind = "несколько дат" if read.members else _KINDS[read.kind]
    lines = [f"Что это: {kind}{', даты примерные' if read.approximate else ''}"]
    if read.start or read.end:
        lines.append(f"Даты: {_dates((read.start, read.end))}")
    elif read.kind not in ("unknown", "empty"):
        lines.append("Даты: нет")
    if read.recurrence:
        lines.append(f"Правило: {read.recurrence}")
    if read.members:
        more = "; …" if len(read.members) > _MOST_MEMBERS else ""
        lines.append(f"Части: {'; '.join(map(_dates, read.members[:_MOST_MEMBERS]))}{more}")
    for problem in read.problems:
        lines += _pointed(text, problem)
    return [*lines, R202.fix] if read.kind == "unknown" else lines


def _dates(bounds: Bounds) -> str:
    start, end = bounds
    if start is None or end is None:
        return f"с {date_text(start)}" if start else f"до {date_text(end)} включительно" if end else ""
    return date_text(start) if start == end else f"с {date_text(start)} по {date_text(end)}"


def _pointed(text: str, problem: Problem) -> tuple[str, str, str]:
    """Show the phrase on one line, a caret under each letter of the place, and what to do."""
    line = "".join(char if char.isprintable() else " " for char in text)
    carets = " " * problem.begin + "^" * max(1, problem.end - problem.begin)
    return f"    {line}", f"    {carets}", f"{problem.hint} → {_FIXES[problem.kind]}"


def as_json(text: str, read: Deadline, plan: Plan | None) -> str:
    """Give the same as JSON: dates as ISO 8601, both ends included, null where there is none; offsets into `text`."""
    return json.dumps(
        {
            "text": text,
            "plan": plan and _iso((plan.start, plan.end)),
            "kind": read.kind,
            **_iso((read.start, read.end)),
            "members": [_iso(bounds) for bounds in read.members],
            "recurrence": read.recurrence,
            "approximate": read.approximate,
            "problems": [
                {
                    "kind": problem.kind,
                    "begin": problem.begin,
                    "end": problem.end,
                    "text": problem.text,
                    "hint": problem.hint,
                    "dates": [day.isoformat() for day in problem.dates],
                }
                for problem in read.problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _iso(bounds: Bounds) -> dict[str, str | None]:
    start, end = bounds
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
