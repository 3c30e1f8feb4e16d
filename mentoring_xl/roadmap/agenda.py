"""Who has to do what by when: the rows of the plan that say a deadline or a responsible of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.schema.states.steps import DONE

from .post_words import posts_of
from .split import split_responsible

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from mentoring_xl.deadlines import Deadline
    from mentoring_xl.schema.tables import Step

    from .split import Responsible
    from .timetable import Timetable


class Task(NamedTuple):
    """A row of the plan as it is today.

    deadline, words: that of the row or of the nearest row above it with one, as read and as written. responsible: found
    in the same way. below: the titles of the open rows under it that only take over what it says.
    """

    step: Step
    deadline: Deadline
    words: str
    responsible: tuple[Responsible, ...]
    below: tuple[str, ...] = ()


def agenda(plan: Timetable, today: dt.date, soon_days: int) -> tuple[Task, ...]:
    """Return the tasks in sheet order; a row that says neither a deadline nor a responsible belongs to the one above.

    A row without such a row above it is a task too, so that none is lost.
    """
    family, examined, has_own = plan.family, plan.examined(today, soon_days), plan.has_own
    answering = answering_for(plan)
    says = [own or bool(tidy(step.responsible)) for own, step in zip(has_own, plan.steps, strict=True)]
    above = set(family.parents)
    below: dict[int, list[str]] = {}
    for at, step in enumerate(examined):
        source = family.source(at, says)
        if source not in (None, at) and at not in above and step.state != DONE:
            below.setdefault(source, []).append(tidy(step.title))
    return tuple(
        Task(step, deadline, words, answering[at], tuple(below.get(at, ())))
        for at, (step, deadline, words) in enumerate(zip(examined, plan.holding(), plan.words(), strict=True))
        if says[at] or family.source(at, says) is None
    )


def answering_for(plan: Timetable) -> tuple[tuple[Responsible, ...], ...]:
    """Return for each row who answers for it: those named in it or in the nearest row above it that names any."""
    own = [bool(tidy(step.responsible)) for step in plan.steps]
    sources = (plan.family.source(at, own) for at in range(len(own)))
    return tuple(() if at is None else split_responsible(plan.steps[at].responsible) for at in sources)


def key_of(responsible: Responsible) -> str:
    """Return the form by which two mentions are the same responsible: the person, or else the post however written."""
    if responsible.person:
        return fold(responsible.person).rstrip(".")
    role = responsible.role or ""
    words = (word for post in posts_of(role) for word in (*post.words, *map(str, post.classes)))
    return " ".join(sorted(words)) or fold(role)


def shown(responsible: Responsible) -> str:
    """Return the responsible as a person reads it: «завуч Иванова А.П.», «Директор»."""
    return " ".join(tidy(part) for part in (responsible.role, responsible.person) if part)


def by_responsible(tasks: Iterable[Task]) -> dict[str, tuple[Responsible, tuple[Task, ...]]]:
    """Return the tasks of each responsible by `key_of`, with the fullest mention; in the order of the first mention."""
    found: dict[str, tuple[Responsible, tuple[Task, ...]]] = {}
    for task in tasks:
        for one in {key_of(one): one for one in task.responsible}.values():
            known, earlier = found.get(key_of(one), (one, ()))
            found[key_of(one)] = (max(known, one, key=lambda mention: len(shown(mention))), (*earlier, task))
    return found
