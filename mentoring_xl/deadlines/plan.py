"""The period a plan covers, the school terms inside it, and which year it gives to a month written without one."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from functools import cached_property

FIRST_YEAR, LAST_YEAR = 1900, 2100
SCHOOL_YEAR_FIRST = (9, 1)
SCHOOL_YEAR_LAST = (5, 31)
_AUGUST = 8
_MONTHS = 12


def school_year(first: int) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of the school year that begins in the autumn of `first`."""
    return dt.date(first, *SCHOOL_YEAR_FIRST), dt.date(first + 1, *SCHOOL_YEAR_LAST)


def school_year_of_month(first: int, month: int) -> int:
    """Give the year of `month` in the school year `first`/`first + 1`; August is the one before 1 September."""
    return first if month >= _AUGUST else first + 1


class TermKind(enum.Enum):
    """The stretches into which a school divides its year."""

    QUARTER = enum.auto()
    TRIMESTER = enum.auto()
    HALF_YEAR = enum.auto()
    HOLIDAYS = enum.auto()


AUTUMN, WINTER, SPRING, SUMMER, EXTRA = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Term:
    """One term or holidays of a school, both days included; `start` is not after `end`.

    number: 1..4 of quarters, 1..3 of trimesters, 1..2 of half-years; of holidays `AUTUMN`..`SUMMER`, or `EXTRA` for the
    additional ones of the first form.
    """

    kind: TermKind
    number: int
    start: dt.date
    end: dt.date


@dataclass(frozen=True)
class Plan:
    """The period of a plan, both days included; `start` is not after `end`.

    terms: the terms and holidays of the school, empty when they are not known; «1 четверть» then has no dates.
    """

    start: dt.date
    end: dt.date
    terms: tuple[Term, ...] = ()

    def numbers(self, kind: TermKind) -> tuple[int, ...]:
        """Give the numbers of the known terms of one kind by their dates."""
        known = sorted((term for term in self.terms if term.kind is kind), key=lambda term: term.start)
        return tuple(term.number for term in known)

    def term(self, kind: TermKind, number: int) -> Term | None:
        """Give a term by its number, otherwise None."""
        return next((term for term in self.terms if (term.kind, term.number) == (kind, number)), None)

    @cached_property
    def academic(self) -> bool:
        """Whether the plan is for one school year: from late summer to the next spring or summer."""
        return self.start.month in (_AUGUST, 9) and self.end.year == self.start.year + 1 and self.end.month <= _AUGUST

    @cached_property
    def within_reach(self) -> bool:
        """Whether dates can be reckoned with the plan: it does not end before it begins and lies within 1900..2100."""
        return FIRST_YEAR <= self.start.year <= self.end.year <= LAST_YEAR and self.start <= self.end

    @property
    def days(self) -> int:
        """The length of the plan in days."""
        return (self.end - self.start).days + 1

    @property
    def one_month(self) -> int | None:
        """The month of a plan that lies inside one month, otherwise None."""
        same = (self.start.year, self.start.month) == (self.end.year, self.end.month)
        return self.start.month if same else None

    def years_of(self, month: int) -> tuple[int, ...]:
        """Give the years a bare `month` may mean here, the most likely first.

        A school year gives August..December its first year and January..July its second. Any other plan gives each
        year in which it holds the month; a month outside the plan takes the nearest year. No month counts as January.
        """
        return self._years[month - 1 if 1 <= month <= _MONTHS else 0]

    @cached_property
    def _years(self) -> tuple[tuple[int, ...], ...]:
        """The years of each month, January first: all phrases of a plan ask for them."""
        if self.academic:
            return tuple((school_year_of_month(self.start.year, month),) for month in range(1, _MONTHS + 1))
        return tuple(map(self._years_with, range(1, _MONTHS + 1)))

    def _years_with(self, month: int) -> tuple[int, ...]:
        """Give the years in which the plan holds a month, otherwise the nearest."""
        first, last = self.start.year * 12 + self.start.month, self.end.year * 12 + self.end.month
        years = range(self.start.year, self.end.year + 1)
        inside = tuple(year for year in years if first <= year * 12 + month <= last)
        return inside or (min(years, key=lambda year: abs(2 * (year * 12 + month) - first - last)),)
