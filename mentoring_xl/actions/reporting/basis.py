"""What the report is made from, counted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.actions.current import as_of
from mentoring_xl.actions.desk import Desk
from mentoring_xl.actions.figures import figures
from mentoring_xl.actions.monitored import monitored
from mentoring_xl.actions.results import survey_results
from mentoring_xl.core.edit import Rewrite
from mentoring_xl.documents.paper import Picture
from mentoring_xl.monitoring.health import health
from mentoring_xl.monitoring.picturing import WIDTH_MM, draw_charts
from mentoring_xl.schema.tables import Employee, Influence, Mentee, Mentor, SwotLine
from mentoring_xl.surveys.nameless import nameless

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.actions.monitored import Monitored
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.documents.school import School
    from mentoring_xl.monitoring.health import Health


@dataclass(frozen=True)
class Basis:
    """current: the tables as they stand on the day. numbers: counts by the placeholders of `figures`.

    influence, swot: the rows of these sheets as «Итоги анкет» would lay them, nobody named in the statements.
    pictures: by the names of the charts.
    """

    today: dt.date
    school: School
    current: Tables
    numbers: dict[str, str]
    monitored: Monitored
    health: Health
    influence: tuple[Influence, ...]
    swot: tuple[SwotLine, ...]
    pictures: dict[str, Picture]

    def count(self, name: str) -> int:
        """Return one of the counts."""
        return int(self.numbers[name])


def basis(tables: Tables, today: dt.date) -> Basis:
    """Count everything. Raises BookError when there is no library to draw with."""
    desk, current, found = Desk(tables, today), as_of(tables, today), monitored(tables, today)
    slots = figures(tables, today, desk.ledger.banks)
    people: tuple[Mentee | Mentor | Employee, ...] = (*tables[Mentee], *tables[Mentor], *tables[Employee])
    hide = nameless((one.full_name for one in people), (one.code for one in people))
    laid = {edit.table: edit.rows for edit in survey_results(tables, today).edits if isinstance(edit, Rewrite)}
    return Basis(
        today=today,
        school=desk.school,
        current=current,
        numbers={name: str(slot.values[0]) for name, slot in slots.items() if slot.values},
        monitored=found,
        health=health(current, today),
        influence=tuple(row for row in laid[Influence] if isinstance(row, Influence)),
        swot=tuple(row.but(statement=hide(row.statement)) for row in laid[SwotLine] if isinstance(row, SwotLine)),
        pictures={
            chart.name: Picture(data, WIDTH_MM, chart.title, chart.about) for chart, data in draw_charts(found.figures)
        },
    )
