"""What a new programme says before a person edits it: goal, deficits and tasks from the banks, dates from the plan."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import split_list, tidy
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.wording import Slot
from mentoring_xl.schema.choices import ROLE_MODELS
from mentoring_xl.schema.texts_programmes import GOAL, ITEM, MEETING, TASKS, kind_of

from .texts import texts_of, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentoring_xl.deadlines import Plan
    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.wording import Slots
    from mentoring_xl.schema.tables import Mentee, Mentor, Pair
    from mentoring_xl.schema.tables.papers import PaperText

_MOST_MONTHS = 60
PAIR_WORDS: Slots = dict.fromkeys(("запрос", "дефициты", "предметы", "наставник", "наставляемый"), Slot())
"""The placeholders of goals, tasks and topics."""
PAIR_TEXTS = (GOAL, TASKS, MEETING)
"""The kinds of texts that they stand in."""


@dataclass(frozen=True)
class Couple:
    """A pair, or the pairs of a group; mentees in the order of the pairs. code: «Н-1/М-2», of a group several."""

    pairs: tuple[Pair, ...]
    mentees: tuple[Mentee, ...]
    mentor: Mentor
    code: str

    @property
    def form(self) -> str:
        """The form of the first pair that has one."""
        return next((tidy(pair.form) for pair in self.pairs if tidy(pair.form)), "")

    @property
    def request(self) -> str:
        """The requests of all mentees, each once."""
        return "; ".join(_each(mentee.request for mentee in self.mentees))

    @property
    def role_model(self) -> str:
        """The role model that all mentees wish, or the only one of the mentor; "" when it is not clear."""
        wished = {ROLE_MODELS.spelled(tidy(mentee.wished_model)) for mentee in self.mentees} - {""}
        offered = {ROLE_MODELS.spelled(model) for model in split_list(self.mentor.models)}
        found = wished or offered
        return found.pop() if len(found) == 1 else ""


def words(couple: Couple, texts: Sequence[PaperText]) -> Mapping[str, str]:
    """Return form, goal, deficits and tasks by field.

    A goal, or a task, whose placeholder has no data is left out. Tasks stand one to a line.
    """
    slots = slots_of(couple)
    goal = written(GOAL, texts, slots)
    kinds = [kind_of(TASKS, variant) for variant in (couple.role_model, couple.form) if variant]
    kind = next((kind for kind in kinds if texts_of(kind, texts)), TASKS)
    tasks = written(kind, texts, slots)
    return {
        "form": couple.form,
        "goal": " ".join(said(_known(goal), ITEM)),
        "deficits": "; ".join(_each(mentee.deficits for mentee in couple.mentees)),
        "tasks": "\n".join(said(_known(tasks), ITEM)),
    }


def topics(couple: Couple, kind: str, texts: Sequence[PaperText]) -> tuple[str, ...]:
    """Return the topics of a kind of meeting, to be taken in turn."""
    return said(_known(written(kind_of(MEETING, kind), texts, slots_of(couple))), ITEM)


def slots_of(couple: Couple) -> Slots:
    """Return what the placeholders of goals, tasks and topics stand for."""
    values = (
        couple.request,
        "; ".join(_each(mentee.deficits for mentee in couple.mentees)),
        ", ".join(dict.fromkeys(one for mentee in couple.mentees for one in split_list(mentee.subjects))),
        tidy(couple.mentor.full_name),
        ", ".join(_each(mentee.full_name for mentee in couple.mentees)),
    )
    return {name: Slot((text,) if text else ()) for name, text in zip(PAIR_WORDS, values, strict=True)}


def dates(
    couple: Couple, plan: Plan, today: dt.date, longest: int, starts: dt.date | None = None
) -> tuple[dt.date | None, dt.date | None]:
    """Return first and last day of a programme inside the plan; None where the plan leaves no room.

    longest: months. starts: given by a person. Otherwise the programme begins with the pair, or today.
    """
    begun = starts or min((pair.starts for pair in couple.pairs if pair.starts), default=today)
    first = starts or max(begun, plan.start)
    if first > plan.end:
        return starts, None
    ended = max((pair.ends for pair in couple.pairs if pair.ends), default=plan.end)
    last = min(ended, plan.end, months_later(first, longest))
    return (first, last) if last >= first else (first, None)


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the last day of so many months that begin on a day: 12 from 01.09.2026 end on 31.08.2027."""
    whole = day.year * 12 + day.month - 1 + min(months, _MOST_MONTHS)
    year, month = divmod(whole, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    length = calendar.monthrange(year, month + 1)[1]
    end = dt.date(year, month + 1, min(day.day, length))
    return end - dt.timedelta(days=1) if day.day <= length and end > dt.date.min else end


def _known(texts: Iterable[FilledText]) -> tuple[FilledText, ...]:
    return tuple(found for found in texts if not found.filled.empty)


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that people list in the texts, each once, without full stops at their ends."""
    parts = (part for text in texts for part in map(_bare, text.split(";")))
    return tuple(dict.fromkeys(part for part in parts if part))


def _bare(text: str) -> str:
    return tidy(text).rstrip(".")
