"""Who counts as taking part, and which rows are only pre-numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.table import PROGRAM
from mentoring_xl.core.text import fold
from mentoring_xl.schema.choices import GROUPS, PERSON_STATES, TAKING_PART
from mentoring_xl.schema.tables import Employee, Mentee, Mentor

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.table import Row

Person: TypeAlias = Mentee | Mentor

TEACHER, PUPIL, _ = GROUPS.values
LEFT = PERSON_STATES.values[-1]


def takes_part(person: Person, today: dt.date) -> bool:
    """Tell whether the person is in the programme at `today`: has not left, paused or finished."""
    return fold(person.status) in TAKING_PART and not (person.finished and person.finished <= today)


def in_group(person: Person, group: str) -> bool:
    """Tell whether the person is a teacher, a pupil or an outsider, however the word is typed."""
    return fold(person.group) == group


def erased(row: Row) -> bool:
    """Tell whether only the code is left of a person: he has left, and there is no name."""
    match row:
        case Mentee() | Mentor():
            return not row.holds("full_name") and fold(row.status) == LEFT
        case Employee():
            return not row.holds("full_name") and not row.active
    return False


def filled(row: Row) -> bool:
    """Tell whether a person wrote anything in the row but its running number."""
    return any(
        row.holds(column.field)
        for column in row.spec.columns
        if column.filled_by is not PROGRAM and column.field != "number"
    )
