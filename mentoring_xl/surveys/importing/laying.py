"""Answers laid into «Анкеты»: new ones below, a second one in place of the first or beside it, none twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Amend, Append
from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.schema.tables import Question

    from .persons import Person

_ASKED_ONCE = frozenset({"до", "после"})
_Key = tuple[object, ...]


@dataclass(frozen=True)
class Given:
    """One answer of somebody who is known. day: None when the file does not say."""

    person: Person
    question: Question
    text: str
    day: dt.date | None


@dataclass(frozen=True)
class Laid:
    """What is to be written. new, changed, same, older: how many answers came to what."""

    edits: tuple[Edit, ...]
    new: int
    changed: int
    same: int
    older: int


def laid(standing: Iterable[Answer], given: Iterable[Given], *, adds: bool) -> Laid:
    """Lay answers beside those that stand in the book. given: from the earliest to the latest.

    adds: a second answer is kept beside the first; else it takes its place, unless it is older. Questionnaires that are
    repeated, such as the interim one, keep one answer for each day. Loading the same again changes nothing.
    """
    rows = tuple(standing)
    wanted = {_key(one.question, one.person.code, one.day, one.text, adds): one for one in given}
    by_code = {code_key(one.question.code): one.question for one in wanted.values()}
    there: dict[_Key, Answer] = {}
    for row in sorted(rows, key=lambda row: row.answered or dt.date.min):
        question = by_code.get(code_key(row.question_code))
        if question is not None:
            there[_key(question, row.person_code, row.answered, row.answer, adds)] = row
    number = max((row.number or 0 for row in rows), default=0)
    fresh: list[Answer] = []
    edits: list[Edit] = []
    outcome: Counter[str] = Counter()
    for key, one in wanted.items():
        first = there.get(key)
        if first is None:
            fresh.append(_row(one, number + len(fresh) + 1))
        elif first.answered and one.day and one.day < first.answered:
            outcome["older"] += 1
        elif tidy(first.answer) == tidy(one.text) and one.day in {None, first.answered}:
            outcome["same"] += 1
        else:
            outcome["changed"] += 1
            edits.append(Amend(first, {"answer": one.text, "answered": one.day or first.answered}))
    edits += [Append(Answer, tuple(fresh))] if fresh else []
    return Laid(tuple(edits), len(fresh), outcome["changed"], outcome["same"], outcome["older"])


def _key(question: Question, person_code: str, day: dt.date | None, text: str, adds: bool) -> _Key:
    """Return what two answers have in common when the later one takes the place of the other."""
    owner = code_key(question.code), code_key(person_code)
    if adds:
        return (*owner, day, tidy(text))
    return owner if question.stage in _ASKED_ONCE else (*owner, day)


def _row(one: Given, number: int) -> Answer:
    return Answer(
        number=number,
        person_code=one.person.code,
        full_name=tidy(one.person.name),
        question_code=tidy(one.question.code),
        question=tidy(one.question.text),
        answer=one.text,
        answered=one.day,
    )
