"""Deadlines that stand in several columns: start and end, or a mark in the column of a quarter or a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.roadmap.columns import quarter_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_SHORT = {month[:3]: at for at, month in enumerate(_MONTHS)}
_ROMAN = ("I", "II", "III", "IV")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MONTH = re.compile(r"([а-я]{3,8})\.?(?:\s*(?:20\d\d|\d\d))?\s*(?:г\.?|год\w*)?")
_CROSS = frozenset({"х", "x", "+", "v", "✓", "✔", "☑", "√", "*", "да", "1", "•", "●", "■", "в течение квартала"})
_DASH = frozenset({"-", "–", "—", "нет", "0", ""})


@dataclass(frozen=True)
class Span:
    """What a column of marks is for. unit: «квартал» or "" for months. at: zero-based in the calendar year."""

    unit: str
    at: int
    year: str


def span_of(title: str) -> Span | None:
    """Return the quarter or the month that a column is for, None for all other titles."""
    year = _YEAR.search(title)
    named = year[0] if year else ""
    quarter = quarter_of(title)
    if quarter is not None:
        return Span("квартал", quarter - 1, named)
    month = _MONTH.fullmatch(fold(title))
    at = _SHORT.get(month[1][:3]) if month and _is_month(month[1]) else None
    return None if at is None else Span("", at, named)


def marked(cells: Iterable[tuple[Span, str]]) -> str:
    """Write the deadline that marks give: «I–III квартал 2013 г.», «сентябрь, ноябрь»; what is no mark stays as it is.

    cells: column and its text, from left to right.
    """
    texts = [(span, tidy(text)) for span, text in cells]
    crossed = [span for span, text in texts if fold(text) in _CROSS]
    runs = [_run(run) for run in _runs([span for span, _ in texts], crossed)]
    unit = crossed[0].unit if crossed else ""
    years = {span.year for span in crossed}
    year = years.pop() if len(years) == 1 else ""
    whole = " ".join(part for part in (", ".join(runs), unit, f"{year} г." if year else "") if part)
    written = [text for _, text in texts if fold(text) not in _CROSS | _DASH]
    return ", ".join(part for part in (whole, *written) if part)


def between(start: str, end: str) -> str:
    """Write the deadline that a start and an end give: «20.03.2008 – 30.12.2008», «с 20.03.2008», «до 30.12.2008»."""
    start, end = tidy(start), tidy(end)
    if start and end:
        return start if fold(start) == fold(end) else f"{start} – {end}"
    return f"с {start}" if start[:1].isdigit() else f"до {end}" if end[:1].isdigit() else start or end


def _is_month(word: str) -> bool:
    return any(month.startswith(word) or fold(month) == word for month in _MONTHS)


def _runs(all_spans: Sequence[Span], crossed: Sequence[Span]) -> list[list[Span]]:
    """Part the crossed columns into runs of neighbours."""
    runs: list[list[Span]] = []
    for span in crossed:
        if runs and all_spans.index(span) == all_spans.index(runs[-1][-1]) + 1:
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _run(run: Sequence[Span]) -> str:
    names = [_ROMAN[span.at] if span.unit else _MONTHS[span.at] for span in (run[0], run[-1])]
    years = [f" {span.year}" if run[0].year != run[-1].year and not span.unit else "" for span in (run[0], run[-1])]
    return f"{names[0]}{years[0]}–{names[1]}{years[1]}" if len(run) > 1 else names[0]
