"""The problems of a phrase with a short Russian clause for each."""

from __future__ import annotations

import datetime as dt

from .model import MISPRINT, NO_SUCH_DAY, NO_YEAR, REVERSED, TWO_READINGS, WEEKDAY_CONTRADICTS, Problem
from .nodes import Phrase, Point
from .tokens import Token

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def shown(date: dt.date) -> str:
    """Write a date as people here do: dd.mm.yyyy."""
    return f"{date:%d.%m}.{date.year:04}"


def _problem(kind: str, node: Phrase | Point, text: str, hint: str, *dates: dt.date) -> Problem:
    """Make a problem of the stretch of `text` that the node was read from."""
    return Problem(kind, node.begin, node.end, text[node.begin : node.end], hint, dates)


def reversed_range(node: Phrase | Point, text: str, start: dt.date, end: dt.date) -> Problem:
    """Report a range whose end comes before its beginning."""
    return _problem(REVERSED, node, text, f"{shown(start)} позже {shown(end)}", start, end)


def no_such_day(node: Phrase | Point, text: str, instead: dt.date | None) -> Problem:
    """Report a day that the calendar does not have, with the day taken instead."""
    if instead is None:
        return _problem(NO_SUCH_DAY, node, text, "такой даты нет в календаре")
    return _problem(NO_SUCH_DAY, node, text, f"месяц кончается {shown(instead)}", instead)


def weekday_contradicts(node: Phrase | Point, text: str, date: dt.date) -> Problem:
    """Report a weekday that is not the weekday of the date."""
    return _problem(WEEKDAY_CONTRADICTS, node, text, f"{shown(date)} – {WEEKDAYS[date.weekday()]}", date)


def two_readings(node: Phrase | Point, text: str, taken: dt.date, other: dt.date) -> Problem:
    """Report a wording that could as well mean another date."""
    return _problem(TWO_READINGS, node, text, f"{shown(taken)} или {shown(other)}", taken, other)


def no_year(node: Phrase | Point, text: str) -> Problem:
    """Report a date whose year neither the phrase nor the plan gives."""
    return _problem(NO_YEAR, node, text, "год не указан")


def misprint(token: Token, text: str, meant: str) -> Problem:
    """Report a word that is read as another one."""
    written = text[token.begin : token.end]
    return Problem(MISPRINT, token.begin, token.end, written, f"«{written}» – вероятно, «{meant}»")
