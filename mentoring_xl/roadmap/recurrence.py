"""The rules of repeated deadlines that a calendar can repeat: «каждый понедельник», «ежемесячно», «до 25 числа …»."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

DAILY, WEEKLY, MONTHLY = "DAILY", "WEEKLY", "MONTHLY"
_FRIDAY = 4
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
_ONCE = r"(?:кажд\w+ {unit}|(?:1|одного|один) ?раза? в {unit}|^раз в {unit})"
_OFTEN = re.compile(r"\b(?:[2-9]|\d\d+|дв\w+|тр\w+|четыр\w+|пять|несколько)\s*(?:-\s*\d+ )?раз")
_NTH_WEEKDAY = re.compile(r"(?:перв|втор|трет|четверт|последн)\w+ (?:понедел|вторн|сред|четв|пятн|субб|воскр)")
_DAY_OF_MONTH = re.compile(r"(?<!\d)([1-9]|[12]\d|3[01])(?:-?(?:го|е|му))? числ")
_WEEKDAY = re.compile(rf"(?:кажд\w+|по|еженедельно)[ ,:(]+(?:(?:в|во|по|и) )?((?:(?:{'|'.join(_WEEKDAYS)})\w*[ ,и]*)+)")


@dataclass(frozen=True)
class Rule:
    """A rule that names its days, as RFC 5545 has it; -1 of month_days is the last day.

    A week without a day of its own ends on Friday, a month and a quarter on their last day.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    def first(self, start: dt.date, end: dt.date) -> dt.date | None:
        """Return the first day of the rule between two days, both included."""
        return next((day for day in _days(start, end) if self._has(day)), None)

    def _has(self, day: dt.date) -> bool:
        last = calendar.monthrange(day.year, day.month)[1]
        days = {last if number == -1 else number for number in self.month_days}
        return (
            (not self.weekdays or day.weekday() in self.weekdays)
            and (not days or day.day in days)
            and (not self.months or day.month in self.months)
        )


_PLAIN = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"раз в (?:2|две) недели|кажд\w+ (?:2|две|вторую) недел", Rule(WEEKLY, 2, weekdays=(_FRIDAY,))),
        ("ежеквартальн|" + _ONCE.format(unit="квартал"), Rule(MONTHLY, months=(3, 6, 9, 12), month_days=(-1,))),
        ("ежемесячн|" + _ONCE.format(unit="месяц"), Rule(MONTHLY, month_days=(-1,))),
        ("еженедельн|" + _ONCE.format(unit="недел"), Rule(WEEKLY, weekdays=(_FRIDAY,))),
        ("ежедневн|" + _ONCE.format(unit="день"), Rule(DAILY)),
    )
)


def rule_of(phrase: str) -> Rule | None:
    """Read the rule of a repeated deadline; None where the phrase does not say on which days.

    Several times a month, once a school term, «вторая пятница месяца» and «постоянно» name no days.
    """
    text = fold(phrase)
    if _OFTEN.search(text) or _NTH_WEEKDAY.search(text):
        return None
    if named := _WEEKDAY.search(text):
        return Rule(WEEKLY, weekdays=tuple(at for at, stem in enumerate(_WEEKDAYS) if stem in named[1]))
    if day := _DAY_OF_MONTH.search(text):
        return Rule(MONTHLY, month_days=(int(day[1]),))
    return next((rule for pattern, rule in _PLAIN if pattern.search(text)), None)


def _days(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    return (dt.date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1))
