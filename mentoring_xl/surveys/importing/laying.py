"""Answers laid into «Анкеты»: new ones below, a second one in place of the first or beside it, none twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Append
from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.schema.tables import Question

    from .persons import Person
    from .wording import Said

_ASKED_ONCE = frozenset({"до", "после"})
_Key = tuple[object, ...]
_folded = lru_cache(maxsize=10_000)(code_key)
_tidied = lru_cache(maxsize=10_000)(tidy)


@dataclass(frozen=True)
class Given:
    """One answer of somebody who is known, or of NOBODY. day: None when the file does not say. line: of the file."""

    person: Person
    said: Said
    day: dt.date | None
    line: int = 0


@dataclass(frozen=True)
class Laid:
    """What is to be written. new, changed, same, older: how many answers came to what.

    unfit: answers that do not fit their questions. twice: those of a person who answers once more in the same file,
    each with the later one that counts.
    """

    edits: tuple[Edit, ...]
    new: int
    changed: int
    same: int
    older: int
    unfit: tuple[Given, ...] = ()
    twice: tuple[tuple[Given, Given], ...] = ()


def laid(standing: Iterable[Answer], given: Iterable[Given], *, adds: bool) -> Laid:
    """Lay answers beside those that stand in the book. given: from the earliest to the latest.

    adds: a second answer is kept beside the first; else it takes its place, unless it is older. Questionnaires that are
    repeated, such as the interim one, keep one answer for each day, unsigned ones all. Loading the same again changes
    nothing.
    """
    rows = tuple(standing)
    wanted: dict[_Key, Given] = {}
    twice: list[tuple[Given, Given]] = []
    key_of = _keys(adds=adds)
    for one in given:
        key = key_of(one.said.question, one.person.code, one.day, one.said.text)
        if key in wanted and wanted[key].line != one.line:
            twice.append((wanted[key], one))
        wanted[key] = one
    by_code = {_folded(one.said.question.code): one.said.question for one in wanted.values()}
    there: dict[_Key, Answer] = {}
    key_of = _keys(adds=adds)
    for row in sorted(rows, key=lambda row: row.answered or dt.date.min):
        question = by_code.get(_folded(row.question_code))
        if question is not None:
            there[key_of(question, row.person_code, row.answered, row.answer)] = row
    number = max((row.number or 0 for row in rows), default=0)
    fresh: list[Answer] = []
    edits: list[Edit] = []
    outcome: Counter[str] = Counter()
    unfit = tuple(one for one in wanted.values() if not one.said.fits)
    for key, one in wanted.items():
        first = there.get(key)
        if first is None:
            fresh.append(_row(one, number + len(fresh) + 1))
        elif first.answered and one.day and one.day < first.answered:
            outcome["older"] += 1
        elif _same(first.answer, one.said.text) and one.day in {None, first.answered}:
            outcome["same"] += 1
        else:
            outcome["changed"] += 1
            edits.append(Amend(first, {"answer": one.said.text, "answered": one.day or first.answered}))
    edits += [Append(Answer, tuple(fresh))] if fresh else []
    return Laid(tuple(edits), len(fresh), outcome["changed"], outcome["same"], outcome["older"], unfit, tuple(twice))


def _keys(*, adds: bool) -> Callable[[Question, str, dt.date | None, str], _Key]:
    """Return what gives the key of an answer: two of one key are one answer, of which the later counts.

    Unsigned answers are counted as they come: each has its own key, the same again in the next load.
    """
    unsigned: Counter[_Key] = Counter()

    def key(question: Question, person_code: str, day: dt.date | None, text: str) -> _Key:
        owner = _folded(question.code), _folded(person_code)
        if not owner[1]:
            same = (*owner, day, tidy(text))
            unsigned[same] += 1
            return (*same, unsigned[same])
        if adds:
            return (*owner, day, tidy(text))
        return owner if question.stage in _ASKED_ONCE else (*owner, day)

    return key


def _same(one: str, two: str) -> bool:
    return one == two or tidy(one) == tidy(two)


def _row(one: Given, number: int) -> Answer:
    return Answer(
        number=number,
        person_code=one.person.code,
        full_name=_tidied(one.person.name),
        question_code=_tidied(one.said.question.code),
        question=_tidied(one.said.question.text),
        answer=one.said.text,
        answered=one.day,
    )
