"""The roles that words and signs play in a deadline."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Role(enum.Enum):
    """What a token does in a phrase; words without a role are `WORD`, the end of the line is `END`."""

    END = enum.auto()
    WORD = enum.auto()
    NUMBER = enum.auto()
    ROMAN = enum.auto()
    RAISED = enum.auto()
    DOT = enum.auto()
    COMMA = enum.auto()
    COLON = enum.auto()
    SEMICOLON = enum.auto()
    DASH = enum.auto()
    SLASH = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()
    QUOTE = enum.auto()
    SIGN = enum.auto()
    MONTH = enum.auto()
    WEEKDAY = enum.auto()
    WEEKDAYS = enum.auto()
    ORDINAL = enum.auto()
    COUNT = enum.auto()
    YEAR = enum.auto()
    UNIT_MONTH = enum.auto()
    WEEK = enum.auto()
    DAY = enum.auto()
    HOUR = enum.auto()
    MINUTE = enum.auto()
    DATES = enum.auto()
    DECADE = enum.auto()
    HALF = enum.auto()
    HALF_YEAR = enum.auto()
    QUARTER = enum.auto()
    TERM = enum.auto()
    TERMS = enum.auto()
    SEASON = enum.auto()
    EDGE = enum.auto()
    FROM = enum.auto()
    SINCE = enum.auto()
    ABOUT = enum.auto()
    TO = enum.auto()
    UNTIL = enum.auto()
    BY = enum.auto()
    IN = enum.auto()
    AND = enum.auto()
    NOT = enum.auto()
    LATER = enum.auto()
    EARLIER = enum.auto()
    THAN = enum.auto()
    RARER = enum.auto()
    AFTER = enum.auto()
    AHEAD = enum.auto()
    HENCE = enum.auto()
    DURING = enum.auto()
    WHOLE = enum.auto()
    SCHOOL = enum.auto()
    CALENDAR = enum.auto()
    CURRENT = enum.auto()
    NEXT = enum.auto()
    PERIOD = enum.auto()
    COURSE = enum.auto()
    EACH = enum.auto()
    HABIT = enum.auto()
    TIMES = enum.auto()
    TWICE = enum.auto()
    DOCUMENT = enum.auto()
    CITE = enum.auto()
    OCCASION = enum.auto()
    WORKING = enum.auto()
    ROUGHLY = enum.auto()
    NUMBERED = enum.auto()


@dataclass(frozen=True)
class Lexeme:
    """The role of a word and its number: 4 for «апрель», 1 for «понедельник», -1 for «последний»."""

    role: Role
    value: int = 0
