"""SWOT: what people answered, alike wordings together, joined with what staff wrote and weighed: rows of «SWOT»."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, number_text, shortened
from mentoring_xl.schema.asking import SMALLEST_GROUP
from mentoring_xl.schema.choices import SURVEY_STAGES, SWOT_SIDES
from mentoring_xl.schema.findings.monitoring import Q101
from mentoring_xl.schema.tables import SwotLine

from .likeness import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.asking import Reply
    from mentoring_xl.schema.tables import Question

STAGE = SURVEY_STAGES.values[5]
_STEMS = dict(zip(("сильн", "слаб", "возможност", "угроз"), SWOT_SIDES.values, strict=True))
_PART = re.compile(r"[;\n]|(?<=[а-яё]{3})\.\s")
_LONGEST, _MOST = 150, 200
"""Characters of a wording, and wordings of a statement: more do not go into one cell."""
_LIGHTEST, _HEAVIEST = 1, 5
_MARKS = " .,:!?–—-•…"
_NOTHING = frozenset({"", "нет", "не знаю", "затрудняюсь ответить", "таких нет"})


class _Wordings:
    """What was said of one side: people and spellings of each wording, by its folded form."""

    def __init__(self) -> None:
        self.people: defaultdict[str, set[str]] = defaultdict(set)
        self._typed: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, person: str, wording: str) -> None:
        self.people[fold(wording)].add(person)
        self._typed[fold(wording)][wording[:1].upper() + wording[1:]] += 1

    def by_frequency(self, folded: Iterable[str]) -> list[str]:
        return sorted(folded, key=lambda wording: (-len(self.people[wording]), wording))

    def spelled(self, wording: str) -> str:
        return min(self._typed[wording].items(), key=lambda typed: (-typed[1], typed[0]))[0]

    def people_of(self, folded: Iterable[str]) -> set[str]:
        return {person for wording in folded for person in self.people[wording]}


def swot(rows: Sequence[SwotLine], replies: Iterable[Reply], hide: Callable[[str], str]) -> tuple[SwotLine, ...]:
    """Return the rows of «SWOT», side by side in their order, the heaviest statements of each first.

    hide: takes names out. An answer belongs to the row that lists its wording, else to one that says alike, else it
    makes a row of its own; the most frequent wording is the statement until staff reword it. A side that fewer than
    three people answered stays as it is. A row that nobody says any more goes unless staff wrote, weighed or noted it.
    """
    said = _said(replies, hide)
    laid: list[SwotLine] = []
    for side in SWOT_SIDES.values:
        own = tuple(row for row in rows if row.side == side)
        told = said.get(side)
        enough = told is not None and len(told.people_of(told.people)) >= SMALLEST_GROUP
        laid += _weighed(tuple(_joined(side, own, told)) if told and enough else own)
    return (*laid, *(row for row in rows if row.side not in SWOT_SIDES.values))


def odd_weights(rows: Iterable[SwotLine]) -> Iterator[Finding]:
    """Yield Q101 at each weight outside the scale from 1 to 5."""
    for row in rows:
        if row.weight is not None and not _LIGHTEST <= row.weight <= _HEAVIEST:
            yield Q101.at(row.cell("weight"), weight=number_text(row.weight))


def _said(replies: Iterable[Reply], hide: Callable[[str], str]) -> Mapping[str, _Wordings]:
    said: defaultdict[str, _Wordings] = defaultdict(_Wordings)
    for reply in replies:
        side = _side(reply.question) if reply.question.stage == STAGE else ""
        if side and isinstance(reply.value, str):
            for part in _PART.split(reply.value):
                wording = shortened(hide(part), _LONGEST).strip(_MARKS)
                if fold(wording) not in _NOTHING:
                    said[side].add(reply.person, wording)
    return said


def _side(question: Question) -> str:
    """Return the side a question asks about: by its wording, which a school may change, else by its number."""
    text = fold(question.text)
    named = [side for stem, side in _STEMS.items() if stem in text]
    if len(named) == 1:
        return named[0]
    return dict(enumerate(SWOT_SIDES.values, 1)).get(question.number or 0, "")


def _joined(side: str, own: Sequence[SwotLine], told: _Wordings) -> Iterator[SwotLine]:
    rows = list(own)
    listed = [_listed(row) for row in rows]
    homes = {
        wording: at for at, row in reversed(tuple(enumerate(rows))) for wording in (fold(row.statement), *listed[at])
    }
    found: defaultdict[int, list[str]] = defaultdict(list)
    for wording in told.by_frequency(told.people):
        at = homes[wording] if wording in homes else _like(wording, rows, listed)
        if at == len(rows):
            rows.append(SwotLine(side=side, statement=told.spelled(wording)))
            listed.append({wording})
        found[at].append(wording)
    for at, row in enumerate(rows):
        if found[at]:
            yield _with_answers(row, listed[at], found[at], told)
        elif not row.wordings or _is_kept(row, listed[at]):
            yield row.but(said=None, wordings="")


def _listed(row: SwotLine) -> set[str]:
    return {fold(part.strip(_MARKS)) for part in _PART.split(row.wordings)} - {""}


def _like(wording: str, rows: Sequence[SwotLine], listed: Sequence[set[str]]) -> int:
    """Return the place of the first row that says alike, one behind the last when there is none."""
    for at, row in enumerate(rows):
        if any(alike(wording, other) for other in {row.statement, *listed[at]}):
            return at
    return len(rows)


def _with_answers(row: SwotLine, listed: set[str], wordings: Sequence[str], told: _Wordings) -> SwotLine:
    spelled = [told.spelled(wording) for wording in wordings]
    most = len(told.people[wordings[0]])
    first = [wording for wording in wordings if len(told.people[wording]) == most]
    written = fold(row.statement)
    reworded = written not in listed or written in first
    return row.but(
        statement=row.statement if reworded else spelled[0],
        said=len(told.people_of(wordings)),
        wordings="; ".join(spelled[:_MOST]),
    )


def _is_kept(row: SwotLine, listed: set[str]) -> bool:
    return row.weight is not None or row.holds("note") or fold(row.statement) not in listed


def _weighed(rows: Sequence[SwotLine]) -> list[SwotLine]:
    """Return the rows of a side with their shares: a blank weight is 1, what only staff wrote counts as said once."""
    weights = [
        (1 if row.weight is None else min(max(row.weight, _LIGHTEST), _HEAVIEST)) * (row.said or 1) for row in rows
    ]
    whole = sum(weights)
    shares = [round(weight / whole * 100, 1) if whole else None for weight in weights]
    found = [row.but(share=share) for row, share in zip(rows, shares, strict=True)]
    return sorted(found, key=lambda row: -(row.share or 0))
