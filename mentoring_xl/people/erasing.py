"""What becomes of each row of the book when one person's data are erased; what stays by law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.table import Kind
from mentoring_xl.core.text import code_key, split_list, tidy
from mentoring_xl.schema.states.orders import CANCELLED, SIGNED
from mentoring_xl.schema.states.pairs import DISSOLVED, PROPOSED, WITHDRAWN, WORKING
from mentoring_xl.schema.states.programmes import COMPLETED
from mentoring_xl.schema.tables import (
    Answer,
    Conflict,
    Consent,
    Employee,
    Influence,
    Meeting,
    Mentee,
    Mentor,
    Order,
    OrderLine,
    Pair,
    Preference,
    Programme,
    Respondent,
    SurveyResult,
    Training,
    Unpaired,
)

from .identity import Person, among, codes_in
from .members import LEFT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row

REASON = "данные участника удалены"
_WORDS = re.compile(r"[\s,;/()]+")
_PAIR_FACTS = ("reasons", "ranks", "replacement", "comment", "end_reason")


def rows_after(
    tables: Tables, who: Person, today: dt.date, *, from_orders: bool
) -> dict[type[Row], tuple[Row | None, ...]]:
    """Return by table what becomes of each row in sheet order; None: it is taken out.

    A row without a place is laid blank, so that columns of the school's own and notes go too. Rows of signed orders
    stay as they are unless `from_orders`, which puts the code in place of the name.
    """
    codes = who.codes
    signed = {code_key(order.code) for order in tables[Order] if order.state in (SIGNED, CANCELLED)}
    banks: tuple[Mentee | Mentor, ...] = (*tables[Mentor], *tables[Mentee])
    names = {code_key(row.code): tidy(row.full_name) for row in banks}
    told = frozenset(tidy(row.answer) for row in tables[Answer] if code_key(row.person_code) in codes)

    def line(row: OrderLine) -> OrderLine | None:
        if not codes & codes_in(row.code):
            return row
        if code_key(row.order_code) not in signed:
            return None
        return _without_names(row, codes) if from_orders else row

    own: Mapping[type[Row], Callable[..., Row | None]] = {
        Mentee: lambda row: _left(row, who),
        Mentor: lambda row: _left(row, who),
        Employee: lambda row: _left(row, who),
        Consent: lambda row: _unless_his(row.person_code, row, codes),
        Answer: lambda row: _unless_his(row.person_code, row, codes),
        Respondent: lambda row: _unless_his(row.person_code, row, codes),
        Influence: lambda row: _unless_his(row.person_code, row, codes),
        SurveyResult: lambda row: _without_answers(row, told),
        Conflict: lambda row: None if codes & frozenset(map(code_key, _WORDS.split(row.row_key))) else row,
        Preference: lambda row: _unless_his(row.person_code, row, codes),
        Unpaired: lambda row: _unless_his(row.mentee_code, row, codes),
        Pair: lambda row: _pair(row, codes, today),
        Programme: lambda row: _programme(row, codes, names, today),
        Meeting: lambda row: _meeting(row, codes, names),
        Training: lambda row: _training(row, codes),
        OrderLine: line,
    }
    return {table: tuple(change(row) for row in tables[table]) for table, change in own.items()}


def _whole(side: frozenset[str], codes: frozenset[str]) -> bool:
    """Tell whether a side of a pair or group has nobody else."""
    return bool(side) and side <= codes


def _left(row: Mentee | Mentor | Employee, who: Person) -> Row:
    """Return the row of somebody who has left: only the code, by which pairs and orders still find their rows."""
    if not among(row, who.rows):
        return row
    if isinstance(row, Employee):
        return Employee(code=row.code, post=row.post, head_code=row.head_code)
    return type(row)(number=row.number, code=row.code, group=row.group, status=LEFT)


def _unless_his(code: str, row: Row, codes: frozenset[str]) -> Row | None:
    return None if code_key(code) in codes else row


def _without_answers(row: SurveyResult, told: frozenset[str]) -> SurveyResult:
    """Return the row without the open answers that he gave."""
    lines = row.texts.splitlines()
    rest = [line for line in lines if tidy(line) not in told]
    return row if len(rest) == len(lines) else row.but(texts="\n".join(rest))


def _pair(row: Pair, codes: frozenset[str], today: dt.date) -> Pair:
    mentee, mentor = code_key(row.mentee_code) in codes, code_key(row.mentor_code) in codes
    if not (mentee or mentor):
        return row
    blank: dict[str, object] = dict.fromkeys(_PAIR_FACTS, "")
    blank |= {"mentee_name": ""} if mentee else {}
    blank |= {"mentor_name": ""} if mentor else {}
    if row.state in WORKING:
        ends = min(row.ends, today) if row.ends else today
        blank |= {"state": DISSOLVED, "ends": ends, "end_reason": REASON}
    elif row.state == DISSOLVED:
        blank |= {"end_reason": REASON}
    elif row.state in ("", PROPOSED):
        blank |= {"state": WITHDRAWN}
    return row.but(locked=False, points=None, **blank)


def _programme(row: Programme, codes: frozenset[str], names: Mapping[str, str], today: dt.date) -> Programme:
    mentees, mentors = _sides(row.pair_code)
    if not codes & (mentees | mentors):
        return row
    blank: dict[str, object] = {}
    if _whole(mentees, codes):
        blank = _blank_texts(row, "pair_code", "mentor_name")
        blank |= {"state": COMPLETED} if row.state else {}
    for field, side in (("mentee_name", mentees), ("mentor_name", mentors)):
        if side & codes:
            blank[field] = ", ".join(filter(None, (names.get(code, "") for code in sorted(side - codes))))
    over = _whole(mentees, codes) or _whole(mentors, codes)
    if over and row.ends and row.starts and row.starts <= today:
        blank["ends"] = min(row.ends, today)
    return row.but(**blank)


def _meeting(row: Meeting, codes: frozenset[str], names: Mapping[str, str]) -> Meeting | None:
    mentees, mentors = _sides(row.pair_code)
    if not codes & (mentees | mentors):
        return row
    over = _whole(mentees, codes) or _whole(mentors, codes)
    if over and row.held is None:
        return None
    blank = _blank_texts(row, "pair_code") if _whole(mentees, codes) else {}
    others = [names.get(code, "") for code in (*sorted(mentors), *sorted(mentees)) if code not in codes]
    return row.but(**{**blank, "names": " – ".join(filter(None, others))})


def _training(row: Training, codes: frozenset[str]) -> Training:
    parts = [part for part in re.split(r"[;,\n]", row.participants) if tidy(part)]
    rest = [tidy(part) for part in parts if code_key(part) not in codes]
    return row if len(rest) == len(parts) else row.but(participants=", ".join(rest))


def _without_names(row: OrderLine, codes: frozenset[str]) -> OrderLine:
    """Return the line of an order with codes in place of his name; of one person or of a pair «Н-1/М-2»."""
    first, _, second = row.code.partition("/")
    if not second:
        return row.but(mentor=tidy(first), mentor_about="", consents="")
    blank: dict[str, object] = {"consents": ""}
    blank |= {"mentee": tidy(first), "mentee_about": ""} if codes_in(first) & codes else {}
    blank |= {"mentor": tidy(second), "mentor_about": ""} if code_key(second) in codes else {}
    return row.but(**blank)


def _sides(pair_code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded codes of the mentees and of the mentors of «Н-1/М-2» or of a group «Н-1/М-2, Н-3/М-2»."""
    sides = [code.partition("/") for code in split_list(pair_code)]
    mentees, mentors = ({code_key(side[at]) for side in sides} - {""} for at in (0, 2))
    return frozenset(mentees), frozenset(mentors)


def _blank_texts(row: Row, *keep: str) -> dict[str, object]:
    """Return every free text of a row as blank: not its lists, not the fields to keep."""
    return {
        column.field: ""
        for column in row.spec.columns
        if column.kind is Kind.TEXT and column.choices is None and column.field not in keep
    }
