"""Whom people chose after the group meeting: ranks and vetoes of both sides as plain data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, split_list, tidy
from mentoring_xl.schema.findings.surveys import P701, P702, P703, P704, P705, P706
from mentoring_xl.schema.tables import Mentee, Mentor, Preference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.table import Row

_PLACES = ("first", "second", "third")
_ROLES = {Mentee: "наставляемый", Mentor: "наставник"}


@dataclass(frozen=True)
class Wishes:
    """The wishes that count, by codes as the banks write them.

    ranks: (who chooses, whom) → 1, 2 or 3. vetoes: (who refuses, whom); a refused person has no rank.
    findings: what does not count and why, in row order; rows of unknown people are passed over.
    """

    ranks: Mapping[tuple[str, str], int]
    vetoes: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...] = ()


def wishes(preferences: Iterable[Preference], mentees: Iterable[Mentee], mentors: Iterable[Mentor]) -> Wishes:
    """Read the preferences of both sides; of two rows of one person the later counts, without dates the lower.

    Yields P701 unknown code, P702 oneself, P703 one's own side, P704 named twice, P705 ranked and refused, P706 a row
    of one who answered again.
    """
    sides = {Mentee: _codes(mentees), Mentor: _codes(mentors)}
    ranks: dict[tuple[str, str], int] = {}
    vetoes: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    rows = tuple(row for row in preferences if tidy(row.person_code))
    last = _last_rows(rows)
    for row in rows:
        key = code_key(row.person_code)
        if row is not last[key]:
            findings.append(P706.at(row.cell("person_code"), other=last[key].cell("person_code")))
            continue
        side = next((side for side, codes in sides.items() if key in codes), None)
        if side:
            wish = _wish(row, side, sides)
            ranks |= wish.ranks
            vetoes |= wish.vetoes
            findings += wish.findings
    return Wishes(ranks, frozenset(vetoes), tuple(findings))


def _codes(people: Iterable[Mentee | Mentor]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for person in people:
        codes.setdefault(code_key(person.code), person.code)
    return codes


def _last_rows(rows: tuple[Preference, ...]) -> dict[str, Preference]:
    return {code_key(row.person_code): row for row in sorted(rows, key=lambda row: row.answered or dt.date.min)}


def _wish(row: Preference, side: type[Row], sides: Mapping[type[Row], Mapping[str, str]]) -> Wishes:
    me = sides[side][code_key(row.person_code)]
    others = sides[Mentor if side is Mentee else Mentee]
    named = [("veto", 0, text) for text in split_list(row.veto)]
    named += [(field, place, tidy(getattr(row, field))) for place, field in enumerate(_PLACES, 1)]
    ranks: dict[tuple[str, str], int] = {}
    vetoes: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    for field, place, text in named:
        other = others.get(code_key(text))
        if not text:
            continue
        if other is None:
            findings.append(_stranger(row, field, text, side, sides))
        elif (me, other) in ranks or (not place and (me, other) in vetoes):
            findings.append(P704.at(row.cell(field), text=text))
        elif (me, other) in vetoes:
            findings.append(P705.at(row.cell(field), text=text))
        elif place:
            ranks[me, other] = place
        else:
            vetoes.add((me, other))
    return Wishes(ranks, frozenset(vetoes), tuple(findings))


def _stranger(
    row: Preference, field: str, text: str, side: type[Row], sides: Mapping[type[Row], Mapping[str, str]]
) -> Finding:
    sheet = (Mentor if side is Mentee else Mentee).spec.sheet
    if code_key(text) == code_key(row.person_code):
        return P702.at(row.cell(field), sheet=sheet)
    if code_key(text) in sides[side]:
        return P703.at(row.cell(field), text=text, role=_ROLES[side], sheet=sheet)
    return P701.at(row.cell(field), text=text, sheet=sheet)
