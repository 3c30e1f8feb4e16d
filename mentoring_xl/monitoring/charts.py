"""The numbers behind the charts of «Мониторинг»: always the same rows, blank where there is nothing to show."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, TypeAlias

from mentoring_xl.core.text import fold
from mentoring_xl.schema.asking import SMALLEST_GROUP
from mentoring_xl.schema.charts import CHANGE, CHARTS, COVERAGE, PLAN, STATES, TARGETS
from mentoring_xl.schema.choices import PAIR_STATES, ROLES, STEP_STATES
from mentoring_xl.schema.tables import ChartFigure

from .deltas import scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.schema.tables import Indicator, Pair, Step

    from .deltas import Delta

_Points: TypeAlias = "Iterable[tuple[float | None, float | None]]"
_COVERAGE = ("CONSENT", "PAIRED", "TRAINED", "MET", "ACTIVE")
_TARGETS = ("YOUNG", "PUPILS", "PUPIL-MENTORS", "PARTNERS", "HAPPY-MENTEES", "HAPPY-MENTORS")
_DATED, _UNDATED = STEP_STATES.values[:5], STEP_STATES.values[5:]


def chart_figures(
    indicators: Iterable[Indicator], changes: Iterable[Delta], pairs: Iterable[Pair], steps: Iterable[Step]
) -> tuple[ChartFigure, ...]:
    """Return the rows of «Данные диаграмм», as many as ever, in the order of CHARTS and of the labels of each.

    indicators: filled. changes: what each person answered before and after. steps: rows of the plan to do, in their
    states of the day.
    """
    rows = {row.code: row for row in indicators}
    points: dict[str, _Points] = {
        COVERAGE.name: (_percent(rows.get(code)) for code in _COVERAGE),
        TARGETS.name: (_against_target(rows.get(code)) for code in _TARGETS),
        CHANGE.name: _change(changes),
        STATES.name: _states(pairs),
        PLAN.name: _plan(steps),
    }
    return tuple(
        ChartFigure(chart=chart.title, label=label, value=value, other=other)
        for chart in CHARTS
        for label, (value, other) in zip(chart.labels, points[chart.name], strict=True)
    )


def _percent(row: Indicator | None) -> tuple[float | None, None]:
    return row.percent if row else None, None


def _against_target(row: Indicator | None) -> tuple[float | None, float | None]:
    return (row.percent, row.target) if row else (None, None)


def _change(found: Iterable[Delta]) -> Iterator[tuple[float | None, float | None]]:
    """Yield the mean marks of each role before and after, of the forms in which at least three answered both times."""
    by_form: defaultdict[tuple[str, str], list[Delta]] = defaultdict(list)
    for delta in found:
        by_form[delta.role, delta.form].append(delta)
    for role in ROLES.values:
        groups = (scores(group).values() for (one, _), group in by_form.items() if one == role)
        marks = [mark for group in groups if len(group) >= SMALLEST_GROUP for mark in group]
        before, after = (round(fmean(side), 1) for side in zip(*marks, strict=True)) if marks else (None, None)
        yield before, after


def _states(pairs: Iterable[Pair]) -> _Points:
    counts = Counter(fold(pair.state) or PAIR_STATES.values[0] for pair in pairs)
    return ((float(counts[state]), None) for state in PAIR_STATES.values)


def _plan(steps: Iterable[Step]) -> Iterator[tuple[float, None]]:
    counts = Counter(step.state for step in steps)
    yield from ((float(counts[state]), None) for state in _DATED)
    yield float(sum(counts[state] for state in _UNDATED)), None
