"""What is wrong with the pairs and with what they are chosen from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
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
    M301,
    M306,
    M401,
    M402,
)
from mentoring_xl.schema.tables import MatchRule, Mentor

from .facts import places
from .ledger import DISSOLVED, DONE, WITHDRAWN, is_held, key, state
from .phrases import wished_ages
from .sheets import overloaded, pair_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.tables import Pair

    from .board import Board

_PAST = frozenset({DONE, DISSOLVED, WITHDRAWN})
_BLANK = "(пусто)"


def bank_findings(board: Board) -> Iterator[Finding]:
    """Yield M101 no mentors, M102 all is forbidden, then by mentor M301 negative places and M306 unread wishes."""
    facts = board.facts
    if not facts.mentors:
        yield M101.at(Mentor().cell("code"))
    elif facts.mentees and not board.bans.clear.any():
        often = sorted(board.bans.all, key=lambda barrier: -int(barrier.mask.sum()))
        yield M102.at(MatchRule().cell("value"), reasons="; ".join(barrier.text for barrier in often[:3]))
    for mentor in facts.mentors:
        if mentor.capacity is not None and mentor.capacity < 0:
            yield M301.at(mentor.cell("capacity"), text=mentor.capacity)
        if mentor.wished_age.strip() and wished_ages(mentor.wished_age) is None:
            yield M306.at(mentor.cell("wished_age"), text=tidy(mentor.wished_age))


def lost_codes(board: Board, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield M202 at each code of a live pair that names nobody, in row order."""
    for pair in pairs:
        mentee, mentor = key(pair)
        if state(pair) in _PAST or not (mentee or mentor):
            continue
        if mentee not in board.facts.row_of:
            yield M202.at(pair.cell("mentee_code"), role="наставляемого", text=tidy(pair.mentee_code) or _BLANK)
        if mentor not in board.facts.column_of:
            yield M202.at(pair.cell("mentor_code"), role="наставника", text=tidy(pair.mentor_code) or _BLANK)


def pair_findings(board: Board, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield what is wrong with the pairs, row by row, then mentor by mentor.

    M206 unknown state; of held pairs M201 forbidden, M203 written twice, M204 a second mentor; M401 the mentor is the
    superior; M205 more held than places; M402 more mentees than usual. Pairs that are over are not looked at.
    """
    seen: Counter[tuple[str, str]] = Counter()
    mentored: Counter[str] = Counter()
    for pair in pairs:
        if state(pair) and state(pair) not in PAIR_STATES.values:
            yield M206.at(pair.cell("state"), text=tidy(pair.state))
        if is_held(pair):
            two = key(pair)
            yield from _held_findings(board, pair, is_twice=seen[two] > 0, is_second=mentored[two[0]] > 0)
            seen[two] += 1
            mentored[two[0]] += 1
        yield from _superior(board, pair)
    yield from _load_findings(board, pairs, Counter(mentor for _, mentor in seen))


def _held_findings(board: Board, pair: Pair, *, is_twice: bool, is_second: bool) -> Iterator[Finding]:
    if is_twice:
        yield M203.at(pair.cell("mentee_code"), pair=pair_code(board.facts, pair))
    elif is_second:
        yield M204.at(pair.cell("mentee_code"), code=tidy(pair.mentee_code))
    seat = _seat(board, pair)
    # two who parted may be brought together again by a person, only not by the program
    reasons = [barrier.text for barrier in board.bans.at(*seat) if barrier.rule != "dissolved"] if seat else []
    if reasons:
        yield M201.at(pair.cell("mentor_code"), pair=pair_code(board.facts, pair), reasons="; ".join(reasons))


def _superior(board: Board, pair: Pair) -> Iterator[Finding]:
    seat = _seat(board, pair)
    if seat and state(pair) not in _PAST and any(found.rule == "superior" for found in board.warnings.at(*seat)):
        yield M401.at(pair.cell("mentor_code"), pair=pair_code(board.facts, pair))


def _load_findings(board: Board, pairs: Sequence[Pair], held: Counter[str]) -> Iterator[Finding]:
    busy = overloaded(board.facts, pairs) if "load" in board.rules.on else {}
    for mentor in board.facts.mentors:
        code = code_key(mentor.code)
        if held[code] > places(mentor):
            yield M205.at(mentor.cell("capacity"), code=tidy(mentor.code), held=held[code], places=places(mentor))
        if code in busy:
            count, usual = busy[code]
            yield M402.at(mentor.cell("capacity"), code=tidy(mentor.code), count=count, usual=usual)


def _seat(board: Board, pair: Pair) -> tuple[int, int] | None:
    mentee, mentor = key(pair)
    row, column = board.facts.row_of.get(mentee), board.facts.column_of.get(mentor)
    return None if row is None or column is None else (row, column)
