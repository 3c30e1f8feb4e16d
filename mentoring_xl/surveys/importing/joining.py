"""Columns that together hold the answers to one question: a column for each option, or the same head more than once.

Services give every option a column («Что дали встречи? [уверенность]»: да, 1 or the option); a form whose sections ask
alike, or whose question was deleted and put again, gives the same head twice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_flag, as_text
from mentoring_xl.core.text import fold
from mentoring_xl.surveys.answers import MANY, kind, options

from .likeness import EXACT, SURE, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from mentoring_xl.schema.tables import Question

    from .source import Sheet

_BETWEEN = " \t[(:;/\\|.,–—-«\"'>"
"""What stands between a question and its option, or opens a bracket round it."""


@dataclass(frozen=True)
class _Joint:
    """Columns that become one, at the place of the first. cell: what the one says of the values of a row."""

    places: tuple[int, ...]
    head: str
    cell: Callable[[Sequence[object]], object]


def joined(sheet: Sheet, questions: Sequence[Question], decided: Collection[str]) -> Sheet:
    """Return the forms with one column in place of several that answer one question.

    decided: folded heads that «Столбцы анкет» has a word for; those of options stay as they are. Where two columns of
    one head differ in a row and the question takes one answer, both stay: nobody knows which counts.
    """
    free = [place for place, head in enumerate(sheet.heads) if fold(head) not in decided]
    of_options = list(_of_options(sheet, questions, free))
    taken = {place for joint in of_options for place in joint.places}
    rest = [place for place in range(len(sheet.heads)) if place not in taken]
    joints = (*of_options, *_alike(sheet, questions, rest))
    if not joints:
        return sheet
    firsts = {joint.places[0]: joint for joint in joints}
    gone = {place for joint in joints for place in joint.places[1:]}
    kept = [place for place in range(len(sheet.heads)) if place not in gone]

    def cells(row: Sequence[object]) -> tuple[object, ...]:
        return tuple(
            firsts[place].cell([row[one] for one in firsts[place].places]) if place in firsts else row[place]
            for place in kept
        )

    heads = tuple(firsts[place].head if place in firsts else sheet.heads[place] for place in kept)
    return replace(sheet, heads=heads, rows=tuple(map(cells, sheet.rows)))


def _of_options(sheet: Sheet, questions: Sequence[Question], free: Sequence[int]) -> Iterator[_Joint]:
    """Yield columns whose heads are one question with different options, and whose cells only say which are chosen."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    asked = {plain(question.text) for question in questions}
    heads = {place: plain(sheet.heads[place]) for place in free}
    for question in questions:
        listed = {plain(option): option for option in options(question)}
        for place, head in heads.items():
            option = max((one for one in listed if head.endswith(f" {one}")), key=len, default="")
            stem = head.removesuffix(option).strip()
            if option and head not in asked and _likeness(stem, plain(question.text)) >= SURE:
                found[stem][place] = listed[option]
    taken: set[int] = set()
    for stem, named in sorted(found.items(), key=lambda one: -len(one[1])):
        are_ticks = all(_is_tick(row[at], one) for row in sheet.rows for at, one in named.items())
        if are_ticks and len(set(named.values())) > 1 and taken.isdisjoint(named):
            taken |= named.keys()
            places = tuple(sorted(named))
            chosen = partial(_chosen, tuple(named[place] for place in places))
            yield _Joint(places, _before(sheet.heads[places[0]], stem), chosen)


def _alike(sheet: Sheet, questions: Sequence[Question], among: Sequence[int]) -> Iterator[_Joint]:
    """Yield columns of one head: filled in by turns, or of a question that takes several answers."""
    places_of: defaultdict[str, list[int]] = defaultdict(list)
    for place in among:
        places_of[fold(sheet.heads[place])].append(place)
    several = [plain(question.text) for question in questions if kind(question) == MANY]
    for places in places_of.values():
        head = sheet.heads[places[0]]
        if len(places) > 1 and (
            any(_likeness(plain(head), text) >= EXACT for text in several)
            or all(len(_different(row[place] for place in places)) < 2 for row in sheet.rows)
        ):
            yield _Joint(tuple(places), head, _together)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def _is_tick(value: object, option: str) -> bool:
    return value is None or as_flag(value) is not None or fold(as_text(value)) == fold(option)


def _chosen(listed: Sequence[str], values: Sequence[object]) -> object:
    """Return the options whose columns say so, each on a line of its own."""
    chosen = (
        option
        for option, value in zip(listed, values, strict=True)
        if value is not None and as_flag(value) is not False
    )
    return "\n".join(chosen) or None


def _together(values: Sequence[object]) -> object:
    """Return the one value that is given, several on lines of their own."""
    given = _different(values)
    return "\n".join(map(as_text, given)) if len(given) > 1 else next(iter(given), None)


def _different(values: Iterable[object]) -> tuple[object, ...]:
    return tuple({fold(as_text(value)): value for value in values if value is not None}.values())


def _before(head: str, stem: str) -> str:
    """Return the part of a head that is the question, as it is written."""
    ends = (end for end in reversed(range(len(head))) if plain(head[:end]) == stem)
    return head[: next(ends, len(head))].rstrip(_BETWEEN)
