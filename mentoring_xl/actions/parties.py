"""Who stands on the two sides of a pair, found in the banks by code, and what keeps them from being paired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl import people
from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.matching.ledger import key
from mentoring_xl.schema.tables import Consent, Mentee, Mentor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Pair


@dataclass(frozen=True)
class Member:
    """One person of a bank and, in Russian, what keeps him from being paired."""

    person: Mentee | Mentor
    missing: str


class Banks:
    """Both banks by `code_key`; of two rows with one code the upper one counts."""

    def __init__(self, tables: Tables, settings: Settings, today: dt.date) -> None:
        self.mentees = _members(tables[Mentee], tables[Consent], settings, today)
        self.mentors = _members(tables[Mentor], tables[Consent], settings, today)

    def sides(self, pair: Pair) -> tuple[tuple[str, str, Member | None], ...]:
        """Return sheet of the bank, code as typed and person, of the mentee and then of the mentor."""
        mentee, mentor = key(pair)
        return (
            (Mentee.spec.sheet, tidy(pair.mentee_code), self.mentees.get(mentee)),
            (Mentor.spec.sheet, tidy(pair.mentor_code), self.mentors.get(mentor)),
        )

    def code(self, pair: Pair) -> str:
        """Return «Н-1/М-2», the codes as the banks write them."""
        return "/".join(tidy(member.person.code) if member else typed for _, typed, member in self.sides(pair))

    def hindrance(self, pair: Pair) -> str:
        """Return what keeps the pair from working, "" when nothing does."""
        for sheet, code, member in self.sides(pair):
            if member is None:
                return f"кода «{code}» нет на листе «{sheet}»"
            if member.missing:
                return f"{code} – {member.missing}"
        return ""


def _members(
    bank: Iterable[Mentee | Mentor], consents: tuple[Consent, ...], settings: Settings, today: dt.date
) -> Mapping[str, Member]:
    rows = tuple(bank)
    standings = people.standing(rows, consents, settings, today)
    members: dict[str, Member] = {}
    for person in rows:
        members.setdefault(code_key(person.code), Member(person, standings[person.code].missing))
    members.pop("", None)
    return members
