"""The numbers behind the charts of «Мониторинг»: always the same rows, blank where there is nothing to show."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold, number_text
from mentoring_xl.schema.asking import SMALLEST_GROUP
from mentoring_xl.schema.charts import CHANGE, CHARTS, COVERAGE, PLAN, STATES, TARGETS
from mentoring_xl.schema.choices import PAIR_STATES, ROLES, STEP_STATES
from mentoring_xl.schema.states.pairs import PROPOSED
from mentoring_xl.schema.tables import ChartFigure

from .deltas import scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.schema.tables import Indicator, Pair, Step

    from .deltas import Delta

_COVERAGE = ("CONSENT", "PAIRED", "TRAINED", "MET", "ACTIVE")
_TARGETS = ("YOUNG", "PUPILS", "PUPIL-MENTORS", "PARTNERS", "HAPPY-MENTEES", "HAPPY-MENTORS")
_DATED, _UNDATED = STEP_STATES.values[:5], STEP_STATES.values[5:]


class _Point(NamedTuple):
    """counted: what its numbers are counted from, "" when that is plain."""

    value: float | None
    other: float | None = None
    counted: str = ""


def chart_figures(
    indicators: Iterable[Indicator], changes: Iterable[Delta], pairs: Iterable[Pair], steps: Iterable[Step]
) -> tuple[ChartFigure, ...]:
    """Return the rows of «Данные диаграмм», as many as ever, in the order of CHARTS and of the labels of each.

    A label ends with what its numbers are counted from: «Есть наставник (11 из 59)», «Наставники (12 чел.)».
    indicators: filled. changes: what each person answered before and after. steps: rows of the plan to do, in their
    states of the day.
    """
    rows = {row.code: row for row in indicators}
    points: dict[str, Iterable[_Point]] = {
        COVERAGE.name: (_percent(rows.get(code)) for code in _COVERAGE),
        TARGETS.name: (_against_target(rows.get(code)) for code in _TARGETS),
        CHANGE.name: _change(changes),
        STATES.name: _states(pairs),
        PLAN.name: _plan(steps),
    }
    return tuple(
        ChartFigure(
            chart=chart.title,
            label=f"{label} ({point.counted})" if point.counted else label,
            value=point.value,
            other=point.other,
        )
        for chart in CHARTS
        for label, point in zip(chart.labels, points[chart.name], strict=True)
    )


def _percent(row: Indicator | None) -> _Point:
    return _Point(row.percent, None, _shares(row)) if row else _Point(None)


def _against_target(row: Indicator | None) -> _Point:
    return _Point(row.percent, row.target, _shares(row)) if row else _Point(None)


def _shares(row: Indicator) -> str:
    if row.part is None or row.whole is None or row.percent is None:
        return ""
    return f"{number_text(row.part)} из {number_text(row.whole)}"


def _change(found: Iterable[Delta]) -> Iterator[_Point]:
    """Yield the mean marks of each role before and after, of the forms in which at least three answered both times."""
    by_form: defaultdict[tuple[str, str], list[Delta]] = defaultdict(list)
    for delta in found:
        by_form[delta.role, delta.form].append(delta)
    for role in ROLES.values:
        groups = (scores(group).values() for (one, _), group in by_form.items() if one == role)
        marks = [mark for group in groups if len(group) >= SMALLEST_GROUP for mark in group]
        if marks:
            before, after = (round(fmean(side), 1) for side in zip(*marks, strict=True))
            yield _Point(before, after, f"{len(marks)} чел.")
        else:
            yield _Point(None)


def _states(pairs: Iterable[Pair]) -> Iterator[_Point]:
    counts = Counter(fold(pair.state) or PROPOSED for pair in pairs)
    return (_Point(float(counts[state])) for state in PAIR_STATES.values)


def _plan(steps: Iterable[Step]) -> Iterator[_Point]:
    counts = Counter(step.state for step in steps)
    yield from (_Point(float(counts[state])) for state in _DATED)
    yield _Point(float(sum(counts[state] for state in _UNDATED)))
