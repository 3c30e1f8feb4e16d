"""Russian plan deadlines: «до 20 апреля 2023г.», «в течение года», «1 раз в четверть» → dates, kind and problems."""

from .model import (
    DATE,
    EMPTY,
    INTERVAL,
    MISPRINT,
    MONTH,
    NO_SUCH_DAY,
    NO_YEAR,
    RECURRING,
    REFERENCE,
    RELATIVE,
    REVERSED,
    TWO_READINGS,
    UNKNOWN,
    UNTIL,
    WEEKDAY_CONTRADICTS,
    Deadline,
    Problem,
)
from .plan import Plan, Term, TermKind
from .reading import parse, plan_of

__all__ = [
    "DATE",
    "EMPTY",
    "INTERVAL",
    "MISPRINT",
    "MONTH",
    "NO_SUCH_DAY",
    "NO_YEAR",
    "RECURRING",
    "REFERENCE",
    "RELATIVE",
    "REVERSED",
    "TWO_READINGS",
    "UNKNOWN",
    "UNTIL",
    "WEEKDAY_CONTRADICTS",
    "Deadline",
    "Plan",
    "Problem",
    "Term",
    "TermKind",
    "parse",
    "plan_of",
]
