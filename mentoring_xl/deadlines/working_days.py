"""Which days are off in Russia: weekends, public holidays and the days moved by decree, from the library `holidays`."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, partial
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .problems import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from holidays import HolidayBase

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_MOVED_FROM = re.compile(r"перенесено с (?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4})")


def day_off(day: dt.date, *, six_days: bool = False) -> str | None:
    """Return why nobody works on a day («воскресенье», «День Победы»), None for a working day.

    six_days: Saturday is a working day, and what is moved because of a Saturday is not a day off. The days moved by
    decree are known for the years up to the last one that the library has; later years have only the fixed holidays.
    """
    holiday = _named(day, six_days=six_days)
    if holiday:
        return holiday
    weekend = day.weekday() == _SUNDAY or (day.weekday() == _SATURDAY and not six_days)
    return WEEKDAYS[day.weekday()] if weekend and day not in _calendar().weekend_workdays else None


def is_day_off(day: dt.date, *, six_days: bool = False) -> bool:
    """Tell whether a day is off, see `day_off`."""
    return day_off(day, six_days=six_days) is not None


def next_working_day(day: dt.date, *, six_days: bool = False) -> dt.date:
    """Return the first working day after a day."""
    return _nearest(day, _ONE_DAY, six_days)


def last_working_day(day: dt.date, *, six_days: bool = False) -> dt.date:
    """Return the last working day before a day."""
    return _nearest(day, -_ONE_DAY, six_days)


def _nearest(day: dt.date, step: dt.timedelta, six_days: bool) -> dt.date:
    found = day + step
    while is_day_off(found, six_days=six_days):
        found += step
    return found


def _named(day: dt.date, *, six_days: bool) -> str | None:
    """Return the name of a public holiday or of a moved day off, None for any other day."""
    name = _calendar().get(day)
    if name is None:
        return None
    moved = _MOVED_FROM.search(name)
    if moved is None and day in _calendar(observed=False):
        return str(name)
    if six_days and _because_of_saturday(day, moved):
        return None
    return f"выходной, {moved[0]}" if moved else "выходной вместо праздничного дня"


def _because_of_saturday(day: dt.date, moved: re.Match[str] | None) -> bool:
    """Tell a day off that a six-day week does not have: it was given for a Saturday, worked or a holiday itself."""
    if moved:
        return dt.date(int(moved["year"]), int(moved["month"]), int(moved["day"])) in _calendar().weekend_workdays
    return day - _ONE_DAY not in _calendar(observed=False)


@cache
def _calendar(*, observed: bool = True) -> HolidayBase:
    """Return the calendar of Russia; it fills itself year by year as it is asked."""
    return _russia()(language="ru", observed=observed)


def _russia() -> Callable[..., HolidayBase]:
    """Load the class of Russia from its own file: its package would load those of all countries with it, in 0.2 s."""
    import holidays

    spec = PathFinder.find_spec("russia", [str(Path(holidays.__file__).with_name("countries"))])
    if spec is None or spec.loader is None:
        return partial(holidays.country_holidays, "RU")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    russia: type[HolidayBase] = module.Russia
    return russia
