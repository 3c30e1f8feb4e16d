"""What is wrong with the pairs and with what they are chosen from."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, number_text, split_codes, tidy
from mentoring_xl.schema.choices import PAIR_STATES
from mentoring_xl.schema.findings.pairs import (
    M101,
    M102,
    M201,
    M202,
    M203,
    M204,
    M205,
    M206,
    M207,
    M301,
    M306,
    M308,
    M309,
    M310,
    M311,
    M312,
    M401,
    M402,
    M403,
    M404,
)
from mentoring_xl.schema.states.pairs import PAST
from mentoring_xl.schema.tables import MatchRule, Mentor

from .barriers import ANEW
from .facts import places, repeated
from .groups import agree
from .ledger import is_exchanged, is_held, key, mentors_wanted, state
from .phrases import weekly_hours, wished_ages
from .sheets import load, overloaded, pair_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.finding import Code, Finding
    from mentoring_xl.schema.tables import Pair, Preference

    from .board import Board
    from .facts import Facts, Key, Person

_BLANK = "(пусто)"
_AN_HOUR = 2
"""Mentees for whom an hour a week is enough."""
_ONE = "один"


def bank_findings(
    board: Board, people: Iterable[Person] = (), preferences: Iterable[Preference] = ()
) -> Iterator[Finding]:
    """Yield what is wrong with what the pairs are chosen from, and what was taken in its place.

    M101 no mentors, M102 all is forbidden; M308 a code that stands higher up already; by mentee M309 an unread number
    of mentors, M310 a negative one; by mentor M309 unread places, M301 negative ones, M311 more than there are mentees,
    M306 an unread wish; M312 a choice that names nobody. people: all rows of both banks, in sheet order.
    """
    facts = board.facts
    if not facts.mentors:
        yield M101.at(Mentor().cell("code"))
    elif facts.mentees and not board.bans.clear.any():
        often = sorted(board.bans.all, key=lambda barrier: -int(barrier.mask.sum()))
        yield M102.at(MatchRule().cell("value"), reasons="; ".join(barrier.text for barrier in often[:3]))
    for person in repeated(people):
        yield M308.at(person.cell("code"), text=tidy(person.code))
    for mentee in facts.mentees:
        yield from _counts(mentee, "mentors_wanted", M310)
    most = max(len(facts.mentees), facts.norms.group_max)
    for mentor in facts.mentors:
        yield from _counts(mentor, "capacity", M301)
        if (mentor.capacity or 0) > most:
            yield M311.at(mentor.cell("capacity"), text=mentor.capacity, count=len(facts.mentees))
        if mentor.wished_age.strip() and wished_ages(mentor.wished_age) is None:
            yield M306.at(mentor.cell("wished_age"), text=tidy(mentor.wished_age))
    yield from _lost_choices(board.facts, preferences)


def _lost_choices(facts: Facts, preferences: Iterable[Preference]) -> Iterator[Finding]:
    known = facts.row_of.keys() | facts.column_of.keys()
    for row in preferences:
        for field in ("person_code", "first", "second", "third", "veto"):
            text = getattr(row, field)
            # splitting goes through all known codes, and most cells are blank or hold one of them
            codes = split_codes(text, known) if text and code_key(text) not in known else ()
            yield from (M312.at(row.cell(field), text=code) for code in codes if code_key(code) not in known)


def _counts(person: Person, field: str, negative: Code) -> Iterator[Finding]:
    count: int | None = getattr(person, field)
    if count is None and person.holds(field):
        yield M309.at(person.cell(field), taken=_ONE)
    elif count is not None and count < 0:
        yield negative.at(person.cell(field), text=count)


def lost_codes(board: Board, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield M202 at each code of a live pair that names nobody, in row order."""
    for pair in pairs:
        mentee, mentor = key(pair)
        if state(pair) in PAST or not (mentee or mentor):
            continue
        if mentee not in board.facts.row_of:
            yield M202.at(pair.cell("mentee_code"), role="наставляемого", text=tidy(pair.mentee_code) or _BLANK)
        if mentor not in board.facts.column_of:
            yield M202.at(pair.cell("mentor_code"), role="наставника", text=tidy(pair.mentor_code) or _BLANK)


def pair_findings(board: Board, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield what is wrong with the pairs, row by row, then mentor by mentor.

    M206 unknown state; of held pairs M201 forbidden, M203 written twice, M204 more mentors than the mentee wishes,
    M207 others than the order has; M401 the mentor is the superior; M205 more held than places; M402 more mentees than
    usual; M404 less than half an hour a week for each; M403 a group whose mentees ask for different things. Pairs that
    are over are not looked at.
    """
    seen: Counter[tuple[str, str]] = Counter()
    mentored: Counter[str] = Counter()
    for pair in pairs:
        if state(pair) and state(pair) not in PAIR_STATES.values:
            yield M206.at(pair.cell("state"), text=tidy(pair.state))
        if is_held(pair):
            two = key(pair)
            mentored[two[0]] += not seen[two]
            yield from _held_findings(board, pair, is_twice=seen[two] > 0, mentors=mentored[two[0]])
            seen[two] += 1
        yield from _superior(board, pair)
    yield from _load_findings(board, pairs, Counter(mentor for _, mentor in seen))
    yield from _groups(board, seen)


def _held_findings(board: Board, pair: Pair, *, is_twice: bool, mentors: int) -> Iterator[Finding]:
    row = board.facts.row_of.get(key(pair)[0])
    wanted = 1 if row is None else max(mentors_wanted(board.facts.mentees[row]), 1)
    if is_twice:
        yield M203.at(pair.cell("mentee_code"), pair=pair_code(board.facts, pair))
    elif mentors > wanted:
        yield M204.at(pair.cell("mentee_code"), code=tidy(pair.mentee_code), count=mentors, wanted=wanted)
    if is_exchanged(pair):
        number = f"№ {tidy(pair.order_number)}" if pair.order_number.strip() else "о закреплении"
        now = pair_code(board.facts, pair)
        yield M207.at(pair.cell("mentor_code"), number=number, code=tidy(pair.code), pair=now)
    seat = board.facts.seat(key(pair))
    # two who parted may be brought together again by a person, only not by the program
    reasons = [barrier.text for barrier in board.bans.at(*seat) if barrier.rule not in ANEW] if seat else []
    if reasons:
        yield M201.at(pair.cell("mentor_code"), pair=pair_code(board.facts, pair), reasons="; ".join(reasons))


def _groups(board: Board, held: Iterable[Key]) -> Iterator[Finding]:
    """Yield M403 at each leader whose held mentees no topic serves all."""
    facts, mentees_of = board.facts, defaultdict(list)
    for pair in held:
        if seat := facts.seat(pair):
            mentees_of[seat[1]].append(seat[0])
    for column, rows in sorted(mentees_of.items()):
        leader = facts.mentors[column]
        if leader.leads_group and not agree(leader, [facts.mentees[row] for row in rows]):
            yield M403.at(leader.cell("leads_group"), code=tidy(leader.code))


def _superior(board: Board, pair: Pair) -> Iterator[Finding]:
    seat = board.facts.seat(key(pair))
    if seat and state(pair) not in PAST and any(found.rule == "superior" for found in board.warnings.at(*seat)):
        yield M401.at(pair.cell("mentor_code"), pair=pair_code(board.facts, pair))


def _load_findings(board: Board, pairs: Sequence[Pair], held: Counter[str]) -> Iterator[Finding]:
    is_on = "load" in board.rules.on
    busy, counts = (overloaded(board.facts, pairs), load(pairs)) if is_on else ({}, Counter[str]())
    for mentor in board.facts.mentors:
        code = code_key(mentor.code)
        if held[code] > places(mentor):
            yield M205.at(mentor.cell("capacity"), code=tidy(mentor.code), held=held[code], places=places(mentor))
        if code in busy:
            count, usual = busy[code]
            yield M402.at(mentor.cell("capacity"), code=tidy(mentor.code), count=count, usual=usual)
        hours = weekly_hours(mentor.time)
        if hours is not None and counts[code] > max(hours * _AN_HOUR, 1):
            told = number_text(hours, 1)
            yield M404.at(mentor.cell("time"), code=tidy(mentor.code), count=counts[code], hours=told)
