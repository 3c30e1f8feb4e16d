"""The parts of a read phrase, before a calendar is asked: points in time, spans between them, habits and ties.

Of each part, begin and end are its offsets in the phrase; of a point, year is the year as written, otherwise None, and
shift is 1 for «следующего года». Parts are never changed once they are made, and each equals only itself. They are not
frozen for the same reason as tokens: a dozen of them are made for a phrase, and a frozen one takes five times longer.
They have no repr because their classes are made at every cold press.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .plan import TermKind
from .roles import Sign


class Bound(Sign):
    """How a phrase is bounded by its point."""

    WITHIN: ClassVar[Bound]
    FROM: ClassVar[Bound]
    AFTER: ClassVar[Bound]
    UNTIL: ClassVar[Bound]
    THROUGH: ClassVar[Bound]
    BEFORE: ClassVar[Bound]
    MIDDLE: ClassVar[Bound]


class Named(Sign):
    """Stretches that only the plan can date."""

    YEAR: ClassVar[Named]
    SCHOOL_YEAR: ClassVar[Named]
    CALENDAR_YEAR: ClassVar[Named]
    PERIOD: ClassVar[Named]
    MONTH: ClassVar[Named]
    WEEK: ClassVar[Named]


class PartOf(Sign):
    """Parts that a month is divided into."""

    DAY: ClassVar[PartOf]
    WEEK: ClassVar[PartOf]
    DECADE: ClassVar[PartOf]
    HALF: ClassVar[PartOf]


@dataclass(slots=True, eq=False, repr=False)
class Bare:
    """A number waiting for the next point: the «2» of «2-4 октября» and the «I» of «I-II квартал»."""

    begin: int
    end: int
    number: int


@dataclass(slots=True, eq=False, repr=False)
class Day:
    """«17 марта», «17.03.2023», «пт 17.03». weekday: 1 for Monday, as written beside the date."""

    begin: int
    end: int
    number: int
    month: int
    year: int | None = None
    shift: int = 0
    weekday: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Month:
    """«Март 2023», «09.2023». until: the last of several years: «май 2013, 2014, 2015»."""

    begin: int
    end: int
    month: int
    year: int | None = None
    shift: int = 0
    until: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Part:
    """«2-я неделя октября», «начало мая»; number -1 is the last. month None: «первая неделя»."""

    begin: int
    end: int
    number: int
    unit: PartOf
    month: int | None
    year: int | None = None
    shift: int = 0


@dataclass(slots=True, eq=False, repr=False)
class NthWeekday:
    """«второй вторник октября»; number -1 is the last. month None: «последний четверг»."""

    begin: int
    end: int
    number: int
    weekday: int
    month: int | None
    year: int | None = None
    shift: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Quarter:
    """«II квартал 2023 г.»; third 1, 2 or 3: its beginning, middle or end."""

    begin: int
    end: int
    number: int
    year: int | None = None
    shift: int = 0
    third: int = 0


@dataclass(slots=True, eq=False, repr=False)
class HalfYear:
    """«1 полугодие 2023 года». school: `year` is the first year of a school year. third: as in a quarter."""

    begin: int
    end: int
    number: int
    year: int | None = None
    shift: int = 0
    school: bool = False
    third: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Season:
    """«весна 2024 г.»; first_month 3, 6, 9, or 12 for the winter that begins in `year`."""

    begin: int
    end: int
    first_month: int
    year: int | None = None
    shift: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Years:
    """«2011 - 2014 годы», «2023 год»; school: «2020-2021 уч. г.». third: as in a quarter."""

    begin: int
    end: int
    first: int
    last: int
    school: bool = False
    third: int = 0

    @property
    def year(self) -> int:
        """The first year: years are never without one."""
        return self.first


Point = Day | Month | Part | NthWeekday | Quarter | HalfYear | Season | Years

# named once: `A | B` inside a function is made anew at every call
PARTS_OF_MONTH = (Part, NthWeekday)
SINGLE_DAYS = (Day, NthWeekday)


@dataclass(slots=True, eq=False, repr=False)
class Span:
    """From `first` to `last`, the same point when there is one. reported: «за сентябрь», what a report is about."""

    begin: int
    end: int
    first: Point
    last: Point
    bound: Bound = Bound.WITHIN
    reported: bool = False

    @property
    def single(self) -> bool:
        """Whether one point fills the span."""
        return self.first is self.last


@dataclass(slots=True, eq=False, repr=False)
class PlanSpan:
    """«в течение года», «весь период»; bound THROUGH: «до конца года», BEFORE: «до начала учебного года»."""

    begin: int
    end: int
    named: Named
    bound: Bound = Bound.WITHIN
    shift: int = 0


@dataclass(slots=True, eq=False, repr=False)
class TermSpan:
    """«2-3 четверть», «осенние каникулы», «последняя неделя 1 четверти», which only the school's own terms can date.

    ranges: first and last numbers; none of them: all holidays of the year. year: as written, otherwise None.
    part: number and unit of a part of the term; number -1 is the last, 0 the middle one.
    """

    begin: int
    end: int
    kind: TermKind
    ranges: tuple[tuple[int, int], ...]
    bound: Bound = Bound.WITHIN
    part: tuple[int, PartOf] | None = None
    year: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Habit:
    """«1 раз в четверть»: the rule in the phrase's own words.

    terms: what it is counted over, if that is a term. weak: it only describes («ежегодный отчёт») or counts («2 раза»).
    day: the day of «до 20 числа», which a month named before makes a date.
    """

    begin: int
    end: int
    rule: str
    terms: TermKind | None = None
    weak: bool = False
    day: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Tie:
    """A deadline hung on something else: a document (`kind` reference) or an event (`kind` relative)."""

    begin: int
    end: int
    kind: str


@dataclass(slots=True, eq=False, repr=False)
class Roughly:
    """«ориентировочно»."""

    begin: int
    end: int


Phrase = Span | PlanSpan | TermSpan | Habit | Tie | Roughly
