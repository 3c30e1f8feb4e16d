"""«Карта подбора»: everyone with everyone as shades of points, and how good the whole set is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Print
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.matching import ledger
from mentoring_xl.matching.facts import is_active
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import PROPOSED
from mentoring_xl.schema.tables import Pair, Setting

from .gathering import gather

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.matching.explaining import Choice, WholeStory

_STEPS = 3
_STALE = "Предложенные пары – не лучшие по нынешним данным: нажмите «Пересчитать пары», потом «Карта подбора» снова."
_NONE_YET = "Предложенных пар ещё нет: нажмите «Пересчитать пары», потом «Карта подбора» снова."


def pairs_map(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Draw the map with the pairs that stand on «Пары», and the page of the whole; the tables stay as they are."""
    from mentoring_xl.matching.explaining import whole
    from mentoring_xl.matching.picturing import heatmap

    from .choosing import chosen

    progress("Карта", 1, _STEPS)
    settings = Settings(tables[Setting])
    choice = chosen(tables, gather(tables, settings, today))
    progress("Карта", 2, _STEPS)
    map_of_all = Print(heatmap.SHEET, heatmap.page(choice.board, tables[Pair], settings.school))
    progress("Карта", 3, _STEPS)
    return Outcome((map_of_all, whole_print(whole(choice), today, settings.school)), (), _summary(tables, choice))


def whole_print(story: WholeStory, today: dt.date, school: str) -> Print:
    """Return the edit that lays «Итоги подбора»."""
    from mentoring_xl.matching.explaining.page import SHEET, whole_page

    return Print(SHEET, whole_page(story, today, school))


def _summary(tables: Tables, choice: Choice) -> tuple[str, ...]:
    from mentoring_xl.matching.explaining.page import SHEET
    from mentoring_xl.matching.picturing import heatmap

    facts = choice.board.facts
    mentees, mentors = (sum(map(is_active, side)) for side in (facts.mentees, facts.mentors))
    said = f"Листы «{heatmap.SHEET}» и «{SHEET}» готовы: наставляемых {mentees}, наставников {mentors}."
    standing = _proposed(tables, choice)
    if standing == set(choice.pairs):
        return (said,)
    return said, _STALE if standing else _NONE_YET


def _proposed(tables: Tables, choice: Choice) -> set[tuple[int | None, int | None]]:
    """Return the proposals that stand on «Пары», by row and column of the board."""
    facts = choice.board.facts
    keys = (ledger.key(pair) for pair in tables[Pair] if ledger.state(pair) == PROPOSED and not ledger.is_held(pair))
    return {(facts.row_of.get(mentee), facts.column_of.get(mentor)) for mentee, mentor in keys}
