"""Who answers for the rows of the plan, and whether the staff list knows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, split_list, tidy
from mentoring_xl.schema.findings.plan import R401, R402, R403

from .family import family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Employee, Step

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"(?<=[а-яё]{4})\.\s+")
_PERSON = re.compile(
    r"(?P<before>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+[А-ЯЁ]\.?\s?[А-ЯЁ]\b"
    r"|\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?(?P<after>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)"
)
_NOT_STAFF = (
    *("совет", "комисси", "комитет", "оргкомитет", "коллектив", "собрани", "администраци", "групп", "отдел"),
    *("управлени", "министерств", "департамент", "работники", "сотрудники", "участники", "педагоги", "учителя"),
    *("родители", "обучающиеся", "ученики", "наставники", "наставляемые"),
)


def missing_responsible(steps: Iterable[Step]) -> Iterator[Finding]:
    """Find rows that nobody answers for.

    steps: in sheet order. Yields R402 once, for the table as a whole, when no row names anybody; else R401 for the top
    row of each branch without a responsible of its own, above or below. Done rows are left alone.
    """
    plan = family(steps)
    own = [bool(tidy(step.responsible)) for step in plan.steps]
    if plan.steps and not any(own):
        yield R402.at(plan.whole("responsible"))
        return
    closed = plan.closed()
    for position in plan.uncovered(own):
        if not closed[position]:
            yield R401.at(plan.steps[position].cell("responsible"))


def unknown_responsible(steps: Iterable[Step], staff: Iterable[Employee]) -> Iterator[Finding]:
    """Find responsible people and posts that the staff list does not have; an empty list knows nobody and says nothing.

    A person («Иванова А.П.») is known by surname, a post by one word in common with a post or a role of the list;
    bodies and groups («методический совет», «родители») are not looked for. Yields R403, at most one per cell.
    """
    people = tuple(staff)
    surnames = {fold(person.full_name).split(" ")[0] for person in people if tidy(person.full_name)}
    known = {word[:_STEM] for person in people for word in _words(_description(person))}
    if not people:
        return
    for step in steps:
        parts = [part for cell in split_list(step.responsible) for part in _SENTENCE_END.split(cell)]
        unknown = [part for part in parts if not _is_known(part, surnames, known)]
        if unknown:
            yield R403.at(step.cell("responsible"), text="; ".join(unknown))


def _description(person: Employee) -> str:
    form_teacher = "классный руководитель" if person.school_class else ""
    return f"{person.full_name} {person.post} {person.role} {form_teacher}"


def _is_known(part: str, surnames: set[str], known: set[str]) -> bool:
    named = [found["before"] or found["after"] for found in _PERSON.finditer(part)]
    if named:
        return all(fold(name) in surnames for name in named)
    words = _words(part)
    return not words or any(word[:_STEM] in known or word.startswith(_NOT_STAFF) for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
