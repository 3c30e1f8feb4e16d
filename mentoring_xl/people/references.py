"""Codes: each belongs to one row, and each mention of it finds that row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.schema.findings.people import P201, P202, P203, P204, P205
from mentoring_xl.schema.states.pairs import PAST
from mentoring_xl.schema.tables import Answer, Consent, Employee, Mentee, Mentor, Pair, Preference, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.cell import Cell
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row


@dataclass(frozen=True)
class Mention:
    """A column of codes and the tables in which they must be found."""

    table: type[Row]
    field: str
    targets: tuple[type[Row], ...]


MENTIONS = (
    Mention(Employee, "head_code", (Employee,)),
    Mention(Mentee, "head_code", (Employee,)),
    Mention(Mentee, "staff_code", (Employee,)),
    Mention(Mentor, "staff_code", (Employee,)),
    Mention(Consent, "person_code", (Mentee, Mentor)),
    Mention(Answer, "person_code", (Mentee, Mentor, Employee)),
    Mention(Answer, "question_code", (Question,)),
    Mention(Preference, "person_code", (Mentee, Mentor)),
    Mention(Pair, "mentee_code", (Mentee,)),
    Mention(Pair, "mentor_code", (Mentor,)),
)
_SEPARATOR = re.compile(r"[,;/\n]")


def duplicate_codes(*tables: Iterable[Row]) -> Iterator[Finding]:
    """Yield P201 at each code that an earlier row has, in this table or in one before it.

    Case, spaces, dashes and Latin look-alikes do not make two codes different.
    """
    first: dict[str, Cell] = {}
    for rows in tables:
        for row in rows:
            field = row.spec.key or ""
            key = code_key(getattr(row, field))
            if key in first:
                yield P201.at(row.cell(field), text=tidy(getattr(row, field)), other=first[key])
            elif key:
                first[key] = row.cell(field)


def ambiguous_codes(people: Iterable[Row]) -> Iterator[Finding]:
    """Yield P205 at each code that has in itself a sign by which codes are joined or listed."""
    for row in people:
        field = row.spec.key or ""
        mark = _SEPARATOR.search(getattr(row, field).strip())
        if mark:
            yield P205.at(row.cell(field), text=tidy(getattr(row, field)), mark=tidy(mark.group()) or "новая строка")


def lost_codes(tables: Tables) -> Iterator[Finding]:
    """Yield P202 at each code that is in none of the tables where it belongs, P203 where only its spelling differs.

    Pairs that have ended are history and are not looked at. The order is that of MENTIONS, then of the rows.
    """
    for mention in MENTIONS:
        known = code_index(*(tables[target] for target in mention.targets))
        where = " или ".join(f"«{target.spec.sheet}»" for target in mention.targets)
        for row in tables[mention.table]:
            text = tidy(getattr(row, mention.field))
            if not text or (isinstance(row, Pair) and row.state in PAST):
                continue
            code = known.get(code_key(text))
            if code is None:
                yield P202.at(row.cell(mention.field), text=text, where=where)
            elif code != text:
                yield P203.at(row.cell(mention.field), text=text, known=code)


def own_heads(employees: Iterable[Employee]) -> Iterator[Finding]:
    """Yield P204 at each employee who is named as his own head."""
    for employee in employees:
        if employee.code and code_key(employee.code) == code_key(employee.head_code):
            yield P204.at(employee.cell("head_code"))


def code_index(*tables: Iterable[Row]) -> dict[str, str]:
    """Return folded code → code as the first row that has it writes it (tidied)."""
    index: dict[str, str] = {}
    for rows in tables:
        for row in rows:
            code = tidy(getattr(row, row.spec.key or ""))
            if code:
                index.setdefault(code_key(code), code)
    return index
