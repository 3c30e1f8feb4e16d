"""Whom an order about rewards thanks: those who have completed their programmes since the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.matching.ledger import key
from mentoring_xl.schema.findings.papers import D101
from mentoring_xl.schema.states.orders import SIGNED
from mentoring_xl.schema.states.pairs import FINISHED
from mentoring_xl.schema.tables import Mentee, OrderLine
from mentoring_xl.schema.texts import REWARDING

from .ledger import about

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Mentor

    from .ledger import Ledger

_NO_CONSENT = "{code} – нет согласия на обработку персональных данных"


def rewards(ledger: Ledger) -> tuple[tuple[OrderLine, ...], tuple[Finding, ...]]:
    """Return the lines, mentors of pairs before their mentees, and who may not be named, told at his name."""
    due: dict[str, Mentee | Mentor] = {}
    for person, ended in _completed(ledger):
        if tidy(person.full_name) and not _has_reward(ledger, person, ended):
            due.setdefault(code_key(person.code), person)
    lines = [
        OrderLine(code=tidy(person.code), mentor=tidy(person.full_name), mentor_about=about(person))
        for person in due.values()
        if ledger.consented(person)
    ]
    refused = [
        D101.at(person.cell("full_name"), reason=_NO_CONSENT.format(code=tidy(person.code)))
        for person in due.values()
        if not ledger.consented(person)
    ]
    return tuple(lines), tuple(refused)


def _completed(ledger: Ledger) -> Iterator[tuple[Mentee | Mentor, dt.date | None]]:
    """Yield people with the day on which they ended: both sides of completed pairs, then mentees who have passed."""
    for pair in ledger.pairs:
        if pair.state == FINISHED:
            mentee, mentor = key(pair)
            for member in (ledger.banks.mentors.get(mentor), ledger.banks.mentees.get(mentee)):
                if member:
                    yield member.person, pair.ends
    for row in ledger.tables[Mentee]:
        if row.passed and code_key(row.code):
            yield row, row.finished


def _has_reward(ledger: Ledger, person: Mentee | Mentor, ended: dt.date | None) -> bool:
    """Tell whether a signed order has rewarded the person since he ended; an unknown day counts as before it."""
    return any(
        order.kind == REWARDING
        and order.state == SIGNED
        and (ended is None or order.date is None or order.date >= ended)
        and any(code_key(line.code) == code_key(person.code) for line in ledger.lines_of(order))
        for order in ledger.orders
    )
