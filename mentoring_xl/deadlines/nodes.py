"""The parts of a read phrase, before a calendar is asked: points in time, spans between them, habits and ties."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeVar

from .plan import TermKind

_Node = TypeVar("_Node", bound="Node")


class Bound(enum.Enum):
    """How a phrase is bounded by its point."""

    WITHIN = enum.auto()
    FROM = enum.auto()
    AFTER = enum.auto()
    UNTIL = enum.auto()
    THROUGH = enum.auto()
    BEFORE = enum.auto()
    MIDDLE = enum.auto()


class Named(enum.Enum):
    """Stretches that only the plan can date."""

    YEAR = enum.auto()
    SCHOOL_YEAR = enum.auto()
    CALENDAR_YEAR = enum.auto()
    PERIOD = enum.auto()
    MONTH = enum.auto()
    WEEK = enum.auto()


class PartOf(enum.Enum):
    """Parts that a month is divided into."""

    DAY = enum.auto()
    WEEK = enum.auto()
    DECADE = enum.auto()
    HALF = enum.auto()


@dataclass(frozen=True)
class Node:
    """Anything read; begin and end are its offsets in the phrase."""

    begin: int
    end: int

    def but(self: _Node, **changes: object) -> _Node:
        """Give a copy with some fields changed, as `dataclasses.replace` does, but without its slow checks."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **changes)
        return copy


@dataclass(frozen=True)
class Bare(Node):
    """A number waiting for the next point: the «2» of «2-4 октября» and the «I» of «I-II квартал»."""

    number: int


@dataclass(frozen=True, kw_only=True)
class Dated(Node):
    """A point that needs a year. year: as written, otherwise None. shift: 1 for «следующего года»."""

    year: int | None = None
    shift: int = 0


@dataclass(frozen=True, kw_only=True)
class Day(Dated):
    """«17 марта», «17.03.2023», «пт 17.03». weekday: 1 for Monday, as written beside the date."""

    number: int
    month: int
    weekday: int | None = None


@dataclass(frozen=True, kw_only=True)
class Month(Dated):
    """«Март 2023», «09.2023». until: the last of several years: «май 2013, 2014, 2015»."""

    month: int
    until: int | None = None


@dataclass(frozen=True, kw_only=True)
class Part(Dated):
    """«2-я неделя октября», «начало мая»; number -1 is the last. month None: «первая неделя»."""

    number: int
    unit: PartOf
    month: int | None


@dataclass(frozen=True, kw_only=True)
class NthWeekday(Dated):
    """«второй вторник октября»; number -1 is the last. month None: «последний четверг»."""

    number: int
    weekday: int
    month: int | None


@dataclass(frozen=True, kw_only=True)
class Quarter(Dated):
    """«II квартал 2023 г.»; third 1, 2 or 3: its beginning, middle or end."""

    number: int
    third: int = 0


@dataclass(frozen=True, kw_only=True)
class HalfYear(Dated):
    """«1 полугодие 2023 года». school: `year` is the first year of a school year. third: as in a quarter."""

    number: int
    school: bool = False
    third: int = 0


@dataclass(frozen=True, kw_only=True)
class Season(Dated):
    """«весна 2024 г.»; first_month 3, 6, 9, or 12 for the winter that begins in `year`."""

    first_month: int


@dataclass(frozen=True, kw_only=True)
class Years(Node):
    """«2011 - 2014 годы», «2023 год»; school: «2020-2021 уч. г.». third: as in a quarter."""

    first: int
    last: int
    school: bool = False
    third: int = 0


Point = Day | Month | Part | NthWeekday | Quarter | HalfYear | Season | Years

# named once: `A | B` inside a function is made anew at every call
PARTS_OF_MONTH = (Part, NthWeekday)
SINGLE_DAYS = (Day, NthWeekday)


@dataclass(frozen=True)
class Span(Node):
    """From `first` to `last`, the same point when there is one. reported: «за сентябрь», what a report is about."""

    first: Point
    last: Point
    bound: Bound = Bound.WITHIN
    reported: bool = False

    @property
    def single(self) -> bool:
        """Whether one point fills the span."""
        return self.first is self.last or self.first == self.last


@dataclass(frozen=True)
class PlanSpan(Node):
    """«в течение года», «весь период»; bound THROUGH: «до конца года»."""

    named: Named
    bound: Bound = Bound.WITHIN
    shift: int = 0


@dataclass(frozen=True)
class TermSpan(Node):
    """«2-3 четверть», «осенние каникулы», «последняя неделя 1 четверти», which only the school's own terms can date.

    ranges: first and last numbers; none of them: all holidays of the year. year: as written, otherwise None.
    part: number and unit of a part of the term; number -1 is the last, 0 the middle one.
    """

    kind: TermKind
    ranges: tuple[tuple[int, int], ...]
    bound: Bound = Bound.WITHIN
    part: tuple[int, PartOf] | None = None
    year: int | None = None


@dataclass(frozen=True)
class Habit(Node):
    """«1 раз в четверть»: the rule in the phrase's own words.

    terms: what it is counted over, if that is a term. weak: it only describes («ежегодный отчёт») or counts («2 раза»).
    day: the day of «до 20 числа», which a month named before makes a date.
    """

    rule: str
    terms: TermKind | None = None
    weak: bool = False
    day: int | None = None


@dataclass(frozen=True)
class Tie(Node):
    """A deadline hung on something else: a document (`kind` reference) or an event (`kind` relative)."""

    kind: str


@dataclass(frozen=True)
class Roughly(Node):
    """«ориентировочно»."""


Phrase = Span | PlanSpan | TermSpan | Habit | Tie | Roughly
