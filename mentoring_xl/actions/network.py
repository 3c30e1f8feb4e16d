"""What the picture of pairs and groups shows of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Employee, Mentee, Mentor, Pair, Preference, Setting

from .gathering import gather

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.matching.picturing.network import Picture

READS = (Mentee, Mentor, Consent, Employee, Preference, Pair, Setting)


def pairs_network(tables: Tables, today: dt.date) -> Picture:
    """Return the pairs that stand on «Пары» as stars, with who waits and where there is room. Reads READS."""
    from mentoring_xl.matching.picturing.network import picture

    settings = Settings(tables[Setting])
    return picture(gather(tables, settings, today), tables[Pair], settings.school)
