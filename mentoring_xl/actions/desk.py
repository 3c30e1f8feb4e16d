"""What the papers about the work of pairs are made from: the school, its leaders, its wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.documents import Person
from mentoring_xl.documents.programmes.texts import written
from mentoring_xl.documents.school import School
from mentoring_xl.schema.tables import Order

from .ordering import naming
from .ordering.ledger import Ledger
from .ordering.whom import Composed

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.wording import Slots


class Desk:
    """The workbook as these papers see it, read once. named: what the placeholders about the school stand for."""

    def __init__(self, tables: Tables, today: dt.date) -> None:
        self.tables, self.today = tables, today
        self.ledger = Ledger(tables, today)
        self.named = naming.slots(self.ledger, Composed(Order()))
        settings = self.ledger.settings
        self.school = School(
            settings.text("school"), settings.text("school_short"), self._leader("директор"), self._leader("куратор")
        )

    def written(self, kind: str, slots: Slots | None = None) -> tuple[FilledText, ...]:
        """Return the texts of a kind, filled."""
        return written(kind, self.ledger.texts, {**self.named, **(slots or {})}, self.ledger.overrides)

    def _leader(self, name: str) -> Person | None:
        return next((one for one in self.named[name].values if isinstance(one, Person)), None)
