"""The door: any cell value in, a Deadline out; and the period of a plan from the words of its title."""

from __future__ import annotations

import datetime as dt
import math
import numbers
from functools import lru_cache

from . import grammar
from .meaning import understand
from .misprints import with_misprints
from .model import DATE, EMPTY, INTERVAL, UNKNOWN, Deadline
from .plan import FIRST_YEAR, LAST_YEAR, Plan
from .repair import mend
from .roles import Role
from .spelling import with_key_words, with_months
from .tokens import Token, scan

_SERIAL_ZERO = dt.date(1899, 12, 30)
_SERIAL_DIGITS = 5
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 73_415
_MARKS = frozenset({"х", "x", "v"})


def plan_of(text: object) -> Plan | None:
    """Read the period of a plan: «2023», «2023/2024», «апрель 2010», «План мероприятий на 2021-2024 г.г.», 2023.

    A slash or the word «учебный» means a school year; without both ends the period is None.
    """
    read = parse(text)
    if isinstance(text, str) and not (read.start and read.end):
        read = parse(text.rpartition(" на ")[2])
    return Plan(read.start, read.end) if read.start and read.end else None


@lru_cache(maxsize=64)
def _plan_in_words(words: str) -> Plan | None:
    """Read the same title once for all deadlines of its plan."""
    return plan_of(words)


def parse(text: object, plan: Plan | str | int | None = None) -> Deadline:
    """Read a deadline as people write it in a plan.

    text: a phrase, None, a date, a year, or a day number of the 1900 date system; anything else is `unknown`.
    plan: the period that gives the year to dates without one, as a Plan or in words («2023/2024»); a plan that cannot
    be read, ends before it begins or lies outside 1900..2100 counts as none. Never raises; only the first 2000
    characters are read, in time that grows with their number.
    """
    if isinstance(plan, str):
        plan = _plan_in_words(plan)
    elif isinstance(plan, int):
        plan = plan_of(plan)
    if plan is not None and not plan.within_reach:
        plan = None
    return _phrase(text, plan) if isinstance(text, str) else _value(text)


def _value(value: object) -> Deadline:
    """Read a cell value other than text; an empty cell of pandas is a number or a date not equal to itself."""
    if value is None or (isinstance(value, float | dt.datetime) and value != value):  # noqa: PLR0124
        return Deadline(EMPTY)
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return Deadline(DATE, day, day)
    return _number(value)


def _number(value: object) -> Deadline:
    """Read a year or a day number."""
    if isinstance(value, bool) or not isinstance(value, float | numbers.Integral) or value in (math.inf, -math.inf):
        return Deadline(UNKNOWN)
    number = int(value)
    if number == value and FIRST_YEAR <= number <= LAST_YEAR:
        return Deadline(INTERVAL, dt.date(number, 1, 1), dt.date(number, 12, 31))
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        day = _SERIAL_ZERO + dt.timedelta(days=number)
        return Deadline(DATE, day, day)
    return Deadline(UNKNOWN)


def _is_blank(tokens: list[Token]) -> bool:
    """Tell an empty cell and a bare mark («-», «х», «+») from text."""
    return _MARKS.issuperset([token.text for token in tokens if token.text.isalnum()])


def _phrase(text: str, plan: Plan | None) -> Deadline:
    """Read a phrase as written, and once more with key words guessed if it makes no sense."""
    scanned = scan(text)
    if len(scanned) == 1 and len(scanned[0].text) == _SERIAL_DIGITS and scanned[0].role is Role.NUMBER:
        return _number(scanned[0].value)
    roles = [token.role for token in scanned]
    written = mend(scanned, roles, text)
    strange = Role.WORD in roles
    tokens = with_months(written) if strange else written
    found = understand(grammar.read(tokens), text, plan)
    if found.kind == UNKNOWN and _is_blank(scanned):
        return Deadline(EMPTY)
    if found.kind == UNKNOWN and strange:
        tokens = with_key_words(tokens)
        found = understand(grammar.read(tokens), text, plan)
    return with_misprints(found, written, tokens, text)
