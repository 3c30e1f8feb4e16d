"""How far the plan has come, counted over the rows that are actually done: those without rows below them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.schema.states.steps import ALWAYS, DONE, NO_DEADLINE, ON_EVENT, OVERDUE, SOON, UNREAD

from .family import family

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Step


@dataclass(frozen=True)
class Tally:
    """Counts of rows. without_date: no deadline, or one that could not be read. undated: always or on an event.

    The rest is going on or ahead.
    """

    whole: int
    done: int
    overdue: int
    soon: int
    without_date: int
    undated: int = 0

    @property
    def told(self) -> str:
        """«Просрочено: 1, срок скоро: 0, без срока: 2, постоянно или по событию: 3.»"""
        undated = f", постоянно или по событию: {self.undated}" if self.undated else ""
        return f"Просрочено: {self.overdue}, срок скоро: {self.soon}, без срока: {self.without_date}{undated}."


@dataclass(frozen=True)
class PlanProgress:
    """The tally of the plan and of its sections, each with its title («» when a row has none), in sheet order."""

    plan: Tally
    sections: tuple[tuple[str, Tally], ...]


def rows_to_do(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the rows without rows below them, with `done` as their state says: a tick above them counts too.

    steps: with the states that `examined` or the last check gave them.
    """
    return tuple(step.but(done=step.state == DONE) for step in family(steps).leaves())


def progress_of(steps: Iterable[Step]) -> PlanProgress:
    """Count the rows of «Дорожная карта» by their `state` as `examined` or the last check left it."""
    leaves = family(steps).leaves()
    sections = dict.fromkeys(step.section for step in leaves)
    return PlanProgress(
        _tally(step.state for step in leaves),
        tuple((name, _tally(step.state for step in leaves if step.section == name)) for name in sections),
    )


def _tally(states: Iterable[str]) -> Tally:
    found = Counter(states)
    return Tally(
        whole=found.total(),
        done=found[DONE],
        overdue=found[OVERDUE],
        soon=found[SOON],
        without_date=found[NO_DEADLINE] + found[UNREAD],
        undated=found[ALWAYS] + found[ON_EVENT],
    )
