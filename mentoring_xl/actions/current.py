"""The tables as they stand on a day: rows to do in their states, people without empty rows, consents in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import people
from mentoring_xl.people import members
from mentoring_xl.roadmap import rows_to_do
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Answer, Consent, Mentee, Mentor, Question, Setting, Step
from mentoring_xl.surveys.answers import replies

from .plan import steps_as_of

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables


def as_of(tables: Tables, today: dt.date) -> Tables:
    """Return the tables with the rows of the plan that are done themselves, in their states of a day.

    People who are only a running number are left out; of «Анкеты» the answers stay that count and fit their question.
    """
    return tables.but(
        {
            Step: rows_to_do(steps_as_of(tables, today)),
            Mentee: filter(members.filled, tables[Mentee]),
            Mentor: filter(members.filled, tables[Mentor]),
            Answer: (reply.answer for reply in replies(tables[Question], tables[Answer])),
        }
    )


def consented(tables: Tables, today: dt.date) -> frozenset[str]:
    """Return the codes of the people whose consent to data processing is in force."""
    everybody: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    standings = people.standing(everybody, tables[Consent], Settings(tables[Setting]), today)
    return frozenset(code for code, standing in standings.items() if standing.data_consent)
